import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import { type Instant, isInstant } from '#shared/base/time.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { announce } from '#renderer/app/shell/announce.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { InstantField } from '#renderer/components/day-field.tsx';
import { CheckField, ChoiceField, errorOf, fieldId, TextArea } from '#renderer/components/field.tsx';
import { KeyHint } from '#renderer/components/key-hint.tsx';
import { PersonPicker } from '#renderer/components/person-picker.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { SavedAt } from '#renderer/components/saved-at.tsx';
import { consoleText } from '#renderer/text/console.ts';
import type { ComposerCall, EntryType } from './console-keys.ts';
import { type ConsoleItem, type ConsoleView, standingDecisions, toChoose } from './console-view.ts';
import styles from './composer.module.css';
import { useItemDraft } from './use-item-draft.ts';

const words = consoleText.compose;
const PROSE = ['text'] as const;

interface EntryDraft {
  readonly text: string;
  readonly saidById: string;
  readonly saidAt: string;
  readonly decisionId: string;
  readonly policeOnly: boolean;
  readonly correctsId: string;
  readonly [field: string]: unknown;
}

interface EntryComposerProps {
  readonly view: ConsoleView;
  readonly item: ConsoleItem;
  readonly entryType: EntryType;
  readonly call: ComposerCall;
  /** The entry being corrected, or empty. */
  readonly correctsId: string;
  /** Given the key press that was the last one when recording began. */
  readonly onRecorded: (during: ComposerCall) => void;
}

const LABELS: Readonly<Record<EntryType, string>> = {
  note: words.noteText,
  rationale: words.rationaleText,
  option: words.optionText,
  dissent: words.dissentText,
  'time-mark': words.timeMarkText,
};

/** One line of the running record being written: a note, rationale, option, dissent or time mark. */
export function EntryComposer({ view, item, entryType, call, correctsId, onRecorded }: EntryComposerProps): ReactNode {
  const bridge = useBridge();
  const corrected = view.running.find((one) => one.id === correctsId);
  const draft = useItemDraft<EntryDraft>(
    view.meeting.id,
    correctsId === '' ? `minute-entry:${entryType}` : `entry-correction:${correctsId}`,
    item.id,
    {
      text: corrected?.kind === 'minute-entry' ? corrected.minuteEntry.text : '',
      saidById: '',
      saidAt: '',
      decisionId: '',
      policeOnly: item.policeOnly,
      correctsId,
    },
    PROSE,
  );
  const { fields, set } = draft;
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    document.getElementById(fieldId('entry-text'))?.focus();
  }, [call, correctsId, entryType, item.id]);

  const record = async (): Promise<void> => {
    setBusy(true);
    setRefusals([]);
    const saidAt = isInstant(fields.saidAt) ? fields.saidAt : ('' as const);
    const result = await draft.record(async (draftId) =>
      correctsId === ''
        ? await bridge.run('minute-entry.write', {
            meetingId: view.meeting.id,
            itemId: item.id,
            entryType,
            text: fields.text,
            saidAt,
            saidById: fields.saidById,
            decisionId: fields.decisionId,
            policeOnly: fields.policeOnly,
            draftId,
          })
        : await bridge.run('minute-entry.correct', { entryId: correctsId, text: fields.text, saidAt, saidById: fields.saidById, draftId }),
    );
    setBusy(false);
    if (result.ok) {
      announce(words.recorded(consoleText.types[entryType] ?? ''));
      document.getElementById(fieldId('entry-text'))?.focus();
      onRecorded(call);
    } else {
      setRefusals(result.refusals);
      announce(result.refusals[0].message);
      document.getElementById(fieldId(`entry-${result.refusals[0].field || 'text'}`))?.focus();
    }
  };
  useShortcut('mod+enter', consoleText.keys.record, () => void record(), { inFields: true });

  const decisions = standingDecisions(view, item.id);
  return (
    <form className={styles['form']} aria-label={LABELS[entryType]} onSubmit={(event) => event.preventDefault()}>
      <div className={styles['entry']}>
        <RefusalNote refusals={refusals} />
        <TextArea
          name="entry-text"
          label={
            corrected === undefined ? LABELS[entryType] : `${LABELS[entryType]} · ${words.correcting(consoleText.entry(corrected.entry))}`
          }
          value={fields.text}
          onChange={(value) => set('text', value)}
          error={errorOf(refusals, 'text')}
        />
        <div className={styles['entryParts']}>
          <PersonPicker
            name="entry-saidById"
            label={words.saidBy}
            optional={entryType !== 'dissent'}
            people={toChoose(view.people)}
            value={fields.saidById}
            onChange={(value) => set('saidById', value)}
            error={errorOf(refusals, 'saidById')}
          />
          <InstantField
            name="entry-saidAt"
            label={words.saidAt}
            optional
            help={words.saidAtHelp}
            value={fields.saidAt as Instant | ''}
            onChange={(value) => set('saidAt', value)}
            error={errorOf(refusals, 'saidAt')}
          />
          {correctsId === '' && decisions.length > 0 && entryType !== 'note' && entryType !== 'time-mark' && (
            <ChoiceField
              name="entry-decisionId"
              label={words.forDecision}
              optional
              value={fields.decisionId}
              onChange={(value) => set('decisionId', value)}
              choices={decisions.map((one) => ({
                value: one.id,
                label: `${consoleText.decision(one.decision.number)}: ${one.decision.text.slice(0, 80)}`,
              }))}
            />
          )}
          <CheckField
            name="entry-policeOnly"
            label={words.policeOnly}
            checked={fields.policeOnly || item.policeOnly}
            disabled={item.policeOnly}
            onChange={(value) => set('policeOnly', value)}
          />
        </div>
      </div>
      <div className={styles['foot']}>
        <SavedAt brief state={draft.state} savedAt={draft.savedAt} />
        <span className={styles['grow']} />
        {fields.text !== '' && (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => void draft.discard().then(() => (correctsId === '' ? undefined : onRecorded(call)))}
          >
            {words.discard}
          </Button>
        )}
        <Button loading={busy} onClick={() => void record()} rightSection={<KeyHint keys="mod+enter" />}>
          {correctsId === '' ? words.recordEntry[entryType] : words.recordCorrection}
        </Button>
      </div>
    </form>
  );
}
