import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import { type Day, isDay } from '#shared/base/time.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { announce } from '#renderer/app/shell/announce.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { DayField } from '#renderer/components/day-field.tsx';
import { CheckField, ChoiceField, errorOf, fieldId, TextArea } from '#renderer/components/field.tsx';
import { KeyHint } from '#renderer/components/key-hint.tsx';
import { PeoplePicker } from '#renderer/components/people-picker.tsx';
import { PersonPicker } from '#renderer/components/person-picker.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { SavedAt } from '#renderer/components/saved-at.tsx';
import { consoleText } from '#renderer/text/console.ts';
import type { ComposerCall } from './console-keys.ts';
import { type ConsoleItem, type ConsoleView, standingDecisions, toChoose } from './console-view.ts';
import styles from './composer.module.css';
import { useItemDraft } from './use-item-draft.ts';

const words = consoleText.compose;
const NO_DECISION = 'none';

interface ActionDraft {
  readonly text: string;
  readonly ownerId: string;
  readonly dueOn: string;
  readonly strand: string;
  readonly supporterIds: readonly string[];
  /** Id of the decision it carries out, `none`, or empty for the last one under the item. */
  readonly decision: string;
  readonly policeOnly: boolean;
  readonly [field: string]: unknown;
}

interface ActionComposerProps {
  readonly view: ConsoleView;
  readonly item: ConsoleItem;
  readonly call: ComposerCall;
  readonly onRecorded: () => void;
}

const PROSE = ['text'] as const;

/** One action being written: one named owner, a due day, a strand (duties 123, 135). */
export function ActionComposer({ view, item, call, onRecorded }: ActionComposerProps): ReactNode {
  const bridge = useBridge();
  const draft = useItemDraft<ActionDraft>(
    view.meeting.id,
    'action',
    item.id,
    { text: '', ownerId: '', dueOn: '', strand: '', supporterIds: [], decision: '', policeOnly: item.policeOnly },
    PROSE,
  );
  const { fields, set } = draft;
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [busy, setBusy] = useState(false);
  const people = useMemo(() => toChoose(view.people), [view.people]);
  const decisions = standingDecisions(view, item.id);
  const decisionId = fields.decision === NO_DECISION ? '' : fields.decision !== '' ? fields.decision : (decisions.at(-1)?.id ?? '');
  const fromPoliceOnly = decisions.find((one) => one.id === decisionId)?.decision.policeOnly === true;
  const held = { marking: view.meeting.marking, policeOnly: fields.policeOnly || item.policeOnly || fromPoliceOnly };

  useEffect(() => {
    document.getElementById(fieldId('action-text'))?.focus();
  }, [call, item.id]);

  const record = async (): Promise<void> => {
    setBusy(true);
    setRefusals([]);
    const result = await draft.record((draftId) =>
      bridge.run('action.raise', {
        meetingId: view.meeting.id,
        itemId: item.id,
        decisionId,
        text: fields.text,
        strand: fields.strand as never,
        ownerId: fields.ownerId,
        dueOn: isDay(fields.dueOn) ? fields.dueOn : '',
        supporterIds: [...fields.supporterIds],
        policeOnly: fields.policeOnly,
        draftId,
      }),
    );
    setBusy(false);
    if (result.ok) {
      announce(words.recorded(consoleText.types['action'] ?? ''));
      document.getElementById(fieldId('action-text'))?.focus();
      onRecorded();
    } else {
      setRefusals(result.refusals);
      announce(result.refusals[0].message);
      document.getElementById(fieldId(`action-${result.refusals[0].field}`))?.focus();
    }
  };
  useShortcut('mod+enter', consoleText.keys.record, () => void record(), { inFields: true });

  return (
    <form className={styles['form']} aria-label={words.action} onSubmit={(event) => event.preventDefault()}>
      <div className={styles['entry']}>
        <TextArea
          name="action-text"
          label={words.actionText}
          help={words.actionTextHelp}
          value={fields.text}
          onChange={(value) => set('text', value)}
          error={errorOf(refusals, 'text')}
        />
        <div className={styles['entryParts']}>
          <PersonPicker
            name="action-ownerId"
            label={words.owner}
            help={words.ownerHelp}
            people={people}
            held={held}
            value={fields.ownerId}
            onChange={(value) => set('ownerId', value)}
            error={errorOf(refusals, 'ownerId')}
          />
          <DayField
            name="action-dueOn"
            label={words.dueOn}
            value={fields.dueOn as Day | ''}
            onChange={(value) => set('dueOn', value)}
            error={errorOf(refusals, 'dueOn')}
          />
          <ChoiceField
            name="action-strand"
            label={words.strand}
            value={fields.strand}
            onChange={(value) => set('strand', value)}
            error={errorOf(refusals, 'strand')}
            choices={Object.entries(words.strands).map(([value, label]) => ({ value, label }))}
          />
          <PeoplePicker
            name="action-supporterIds"
            label={words.supporters}
            optional
            people={people.filter((person) => person.id !== fields.ownerId)}
            held={held}
            value={fields.supporterIds}
            onChange={(value) => set('supporterIds', value)}
            error={errorOf(refusals, 'supporterIds')}
          />
          {decisions.length > 0 && (
            <ChoiceField
              name="action-decisionId"
              label={words.forDecision}
              value={decisionId === '' ? NO_DECISION : decisionId}
              onChange={(value) => set('decision', value)}
              choices={[
                ...decisions.map((one) => ({
                  value: one.id,
                  label: `${consoleText.decision(one.decision.number)}: ${one.decision.text.slice(0, 80)}`,
                })),
                { value: NO_DECISION, label: words.noDecisionLink },
              ]}
            />
          )}
          <CheckField
            name="action-policeOnly"
            label={words.policeOnly}
            checked={fields.policeOnly || item.policeOnly}
            disabled={item.policeOnly}
            onChange={(value) => set('policeOnly', value)}
          />
        </div>
        <RefusalNote refusals={refusals} />
      </div>
      <div className={styles['foot']}>
        <SavedAt brief state={draft.state} savedAt={draft.savedAt} />
        <span className={styles['grow']} />
        {fields.text !== '' && (
          <Button variant="subtle" color="gray" onClick={() => void draft.discard()}>
            {words.discard}
          </Button>
        )}
        <Button loading={busy} onClick={() => void record()} rightSection={<KeyHint keys="mod+enter" />}>
          {words.recordAction}
        </Button>
      </div>
    </form>
  );
}
