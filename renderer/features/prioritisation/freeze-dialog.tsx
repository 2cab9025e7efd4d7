import { Button, Group, Modal, Radio, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { PrioritisationPage } from '#shared/domain/prioritisation/prioritisation.queries.ts';
import { useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { appText } from '#renderer/text/app.ts';
import { prioritisationText } from '#renderer/text/prioritisation.ts';

const words = prioritisationText.freeze;

/** Freezes the prioritisation by the decision that names it; says what still stands in the way (duties 94-96). */
export function FreezeDialog({ page, onClose }: { readonly page: PrioritisationPage; readonly onClose: () => void }): ReactNode {
  const [decisionId, setDecisionId] = useState(page.decisions.find((one) => one.fault === null)?.id ?? page.decisions[0]?.id ?? '');
  const { run, busy, refusals } = useCommand('prioritisation.freeze');
  const chosen = page.decisions.find((one) => one.id === decisionId);
  const stands = [...page.steps.freeze, ...(chosen?.fault == null ? [] : [chosen.fault])];
  const freeze = async (): Promise<void> => {
    if (!(await run({ prioritisationId: page.id, decisionId })).ok) return;
    acknowledge(words.done);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={words.title} size="42rem" closeButtonProps={{ 'aria-label': appText.components.close }}>
      <Stack gap="md">
        <p>{words.body}</p>
        {page.decisions.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <Radio.Group label={words.decision} value={decisionId} onChange={setDecisionId}>
            <Stack gap="xs" mt="xs">
              {page.decisions.map((one) => (
                <Radio key={one.id} value={one.id} label={one.reference} description={one.text} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <RefusalNote refusals={refusals.length > 0 ? refusals : stands} title={words.why} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {appText.components.cancel}
          </Button>
          {page.decisions.length > 0 && (
            <RuleButton why={stands} loading={busy} onClick={() => void freeze()}>
              {words.confirm}
            </RuleButton>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
