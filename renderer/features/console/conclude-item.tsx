import { Button, Group, Modal, Radio, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { DayField } from '#renderer/components/day-field.tsx';
import { errorOf, TextArea } from '#renderer/components/field.tsx';
import { KeyHint } from '#renderer/components/key-hint.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { appText } from '#renderer/text/app.ts';
import { consoleText } from '#renderer/text/console.ts';
import type { ConsoleItem } from './console-view.ts';

const words = consoleText.conclude;
type Outcome = 'decided' | 'no-decision' | 'deferred';

interface ConcludeItemProps {
  readonly item: ConsoleItem;
  readonly decisions: number;
  readonly last: boolean;
  readonly draftLeft: boolean;
  readonly onConcluded: () => void;
  readonly onClose: () => void;
}

/** Asks how an item ends when it does not end in a decision: no decision or deferred, with the reason (duty 121). */
export function ConcludeItem({ item, decisions, last, draftLeft, onConcluded, onClose }: ConcludeItemProps): ReactNode {
  const bridge = useBridge();
  const [outcome, setOutcome] = useState<Outcome>(decisions > 0 ? 'decided' : 'no-decision');
  const [reason, setReason] = useState('');
  const [deferTo, setDeferTo] = useState<Day | ''>('');
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [busy, setBusy] = useState(false);
  const conclude = async (): Promise<void> => {
    setBusy(true);
    const result = await bridge.run('agenda-item.conclude', {
      itemId: item.id,
      outcome,
      reason: outcome === 'decided' ? '' : reason,
      deferTo: outcome === 'deferred' ? deferTo : '',
    });
    setBusy(false);
    if (result.ok) onConcluded();
    else setRefusals(result.refusals);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title(item.number, item.title)}
      size="lg"
      closeButtonProps={{ 'aria-label': appText.components.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void conclude();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) void conclude();
        }}
      >
        <Stack gap="md">
          {draftLeft && <p>{words.draftLeft}</p>}
          <Radio.Group label={words.outcome} value={outcome} onChange={(value) => setOutcome(value as Outcome)}>
            <Stack gap="xs" mt="xs">
              {decisions > 0 && <Radio value="decided" label={words.decided} />}
              <Radio value="no-decision" label={words.noDecision} data-autofocus={decisions === 0 ? '' : undefined} />
              <Radio value="deferred" label={words.deferred} />
            </Stack>
          </Radio.Group>
          {outcome !== 'decided' && (
            <TextArea
              name="conclude-reason"
              label={words.reason}
              help={words.reasonHelp}
              value={reason}
              onChange={setReason}
              error={errorOf(refusals, 'reason') ?? errorOf(refusals, 'outcomeReason')}
            />
          )}
          {outcome === 'deferred' && (
            <DayField
              name="conclude-deferTo"
              label={words.deferTo}
              help={words.deferToHelp}
              optional
              value={deferTo}
              onChange={setDeferTo}
              error={errorOf(refusals, 'deferTo')}
            />
          )}
          <RefusalNote refusals={refusals} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {appText.components.cancel}
            </Button>
            <Button type="submit" loading={busy} rightSection={<KeyHint keys="mod+enter" />}>
              {last ? words.confirmLast : words.confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
