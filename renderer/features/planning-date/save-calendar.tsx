import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { Refusal } from '#shared/base/result.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { calendarText as words } from '#renderer/text/calendar.ts';

interface SaveCalendarProps {
  readonly from: Day;
  readonly onRefused: (refusals: readonly Refusal[]) => void;
}

/** Saves the twelve months as iCalendar where the person chooses; the file holds no content (duty 57). */
export function SaveCalendar({ from, onRefused }: SaveCalendarProps): ReactNode {
  const bridge = useBridge();
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    onRefused([]);
    const result = await bridge.ask('calendar.save', { from });
    setBusy(false);
    if (!result.ok) onRefused(result.refusals);
    else acknowledge(result.value.path === '' ? words.cancelledSave : words.saved(result.value.dates, result.value.path));
  };
  return (
    <Button variant="default" loading={busy} onClick={() => void save()}>
      {words.save}
    </Button>
  );
}
