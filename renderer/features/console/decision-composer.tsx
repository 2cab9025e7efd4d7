import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import { type Day, type Instant, instantFromMs } from '#shared/base/time.ts';
import { decisionConcerns } from '#shared/domain/decision/decision-concerns.ts';
import { decisionBook } from '#shared/domain/decision/decision-refusals.ts';
import type { DecisionShown } from '#shared/domain/decision/decision-shown.ts';
import type { MeetingStrategy } from '#shared/domain/meeting/meeting-strategy.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { newId } from '#renderer/app/scratchpad/use-draft.ts';
import { announce } from '#renderer/app/shell/announce.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { DayField, InstantField } from '#renderer/components/day-field.tsx';
import { CheckField, ChoiceField, errorOf, fieldId, TextArea } from '#renderer/components/field.tsx';
import { KeyHint } from '#renderer/components/key-hint.tsx';
import { PersonPicker } from '#renderer/components/person-picker.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { SavedAt } from '#renderer/components/saved-at.tsx';
import { consoleText } from '#renderer/text/console.ts';
import { type ConsoleItem, type ConsoleView, inViewOf, toChoose } from './console-view.ts';
import type { ComposerCall } from './console-keys.ts';
import styles from './composer.module.css';
import { correctionDraft, type DecisionDraft, decisionFieldsOf, fieldOf, namesOf, newDecisionDraft, OUTSIDE } from './decision-fields.ts';
import { Dissents, EvidenceOf, OptionsConsidered } from './decision-parts.tsx';
import { NamedByDecision } from './named-by-decision.tsx';
import { offeredIn } from './offered-names.ts';
import { useItemDraft } from './use-item-draft.ts';

interface DecisionComposerProps {
  readonly view: ConsoleView;
  readonly item: ConsoleItem;
  /** What is worked on beside the record; null until it is there. */
  readonly strategy: MeetingStrategy | null;
  /** The last key pressed for this composer: which field it asks for. Counts up so that the same key works twice. */
  readonly call: ComposerCall;
  /** The decision being corrected, or null for a new one. */
  readonly corrected: DecisionShown | null;
  /** Given the key press that was the last one when recording began. */
  readonly onRecorded: (during: ComposerCall) => void;
  readonly onStopCorrecting: () => void;
}

const words = consoleText.compose;

const PROSE = ['text', 'rationale'] as const;

/** Moves the focus to a field of the form and brings it into view. */
function focusField(name: string): void {
  const element = document.getElementById(fieldId(name));
  element?.focus();
  element?.scrollIntoView({ block: 'nearest' });
}

/** One decision being written: everything the record wants, what is still missing, and nothing lost meanwhile (duties 54, 82, 115, 132). */
export function DecisionComposer({
  view,
  item,
  strategy,
  call,
  corrected,
  onRecorded,
  onStopCorrecting,
}: DecisionComposerProps): ReactNode {
  const bridge = useBridge();
  const draft = useItemDraft<DecisionDraft>(
    view.meeting.id,
    corrected === null ? 'decision' : `decision-correction:${corrected.id}`,
    item.id,
    corrected === null
      ? newDecisionDraft(view.defaults.decidedById, view.defaults.withinAuthority, item.policeOnly)
      : correctionDraft(corrected),
    PROSE,
  );
  const { fields, set } = draft;
  const [tried, setTried] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const { papers } = view;
  const offered = useMemo(() => offeredIn(strategy?.nameable ?? [], item.templateKey, corrected), [corrected, item.templateKey, strategy]);
  const people = useMemo(() => toChoose(view.people), [view.people]);
  const decision = decisionFieldsOf(fields, papers);
  // A correction may stay under the item of the decision it corrects, even when that is concluded.
  const itemState = corrected === null ? item.state : 'open';
  const concerns = [
    ...(corrected !== null && fields.correctionReason.trim() === ''
      ? [decisionBook.say('decision/corrected-without-reason', { field: 'correctionReason' })]
      : []),
    ...decisionConcerns(decision, { ...view.decisionContext, itemState, itemPoliceOnly: item.policeOnly, now: instantFromMs(Date.now()) }),
  ];
  const shown = refusals.length > 0 ? refusals : tried ? concerns : [];
  const errorFor = (name: string): string | undefined =>
    shown.find((refusal) => `decision-${refusal.field}` === name || fieldOf(refusal.field, fields) === name)?.message;

  const addOption = (): void => {
    const key = newId();
    set('options', [...fields.options, { key, text: '', rejectedBecause: '' }]);
    requestAnimationFrame(() => focusField(`decision-options-${fields.options.length}-text`));
  };
  const addDissent = (): void => {
    set('dissents', [...fields.dissents, { key: newId(), personId: '', text: '' }]);
    requestAnimationFrame(() => focusField(`decision-dissents-${fields.dissents.length}-personId`));
  };

  useEffect(() => {
    if (call.count === 0) return;
    if (call.names !== undefined) set('names', [...new Set([...fields.names, ...call.names])]);
    if (call.asks === 'rationale') focusField('decision-rationale');
    else if (call.asks === 'option') {
      const empty = fields.options.findIndex((option) => option.text.trim() === '');
      if (empty === -1) addOption();
      else focusField(`decision-options-${empty}-text`);
    } else if (call.asks === 'dissent') addDissent();
    else focusField('decision-text');
    // Each press of a key counts once; what is typed meanwhile must not move the focus.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [call]);

  const goToMissing = (): void => {
    setTried(true);
    const [first] = concerns;
    if (first !== undefined) focusField(fieldOf(first.field, fields));
  };

  const record = async (): Promise<void> => {
    setTried(true);
    setRefusals([]);
    const [first] = concerns;
    if (first !== undefined) {
      announce(first.message);
      focusField(fieldOf(first.field, fields));
      return;
    }
    setBusy(true);
    const result = await draft.record((draftId) => {
      const args = {
        ...decision,
        options: [...decision.options],
        evidence: [...decision.evidence],
        dissents: [...decision.dissents],
        inView: inViewOf(view, strategy),
        names: namesOf(fields.names, offered),
        meetingId: view.meeting.id,
        itemId: item.id,
        draftId,
      };
      return corrected === null
        ? bridge.run('decision.record', args as never)
        : bridge.run('decision.correct', { ...args, decisionId: corrected.id, correctionReason: fields.correctionReason } as never);
    });
    setBusy(false);
    if (!result.ok) {
      setRefusals(result.refusals);
      announce(result.refusals[0].message);
      focusField(fieldOf(result.refusals[0].field, fields));
      return;
    }
    setTried(false);
    announce(words.recorded(consoleText.types['decision'] ?? ''));
    onRecorded(call);
  };

  useShortcut('mod+enter', consoleText.keys.record, () => void record(), { inFields: true });
  useShortcut('mod+period', consoleText.keys.missing, goToMissing, { inFields: true });

  return (
    <form ref={form} className={styles['form']} aria-label={words.decision} onSubmit={(event) => event.preventDefault()}>
      <div className={styles['scroll']}>
        {corrected !== null && (
          <div className={styles['correcting']}>
            <span>{words.correcting(consoleText.decision(corrected.number))}</span>
            <Button size="compact-sm" variant="subtle" onClick={() => void draft.discard().then(onStopCorrecting)}>
              {words.stopCorrecting}
            </Button>
          </div>
        )}
        <div className={styles['grid']}>
          <div className={styles['column']}>
            {corrected !== null && (
              <TextArea
                name="decision-correctionReason"
                label={words.correctionReason}
                value={fields.correctionReason}
                onChange={(value) => set('correctionReason', value)}
                error={errorFor('decision-correctionReason')}
                minRows={1}
              />
            )}
            <TextArea
              name="decision-text"
              label={words.decisionText}
              help={words.decisionTextHelp}
              value={fields.text}
              onChange={(value) => set('text', value)}
              error={errorFor('decision-text')}
              data-autofocus
            />
            <TextArea
              name="decision-rationale"
              label={words.rationale}
              help={words.rationaleHelp}
              value={fields.rationale}
              onChange={(value) => set('rationale', value)}
              error={errorFor('decision-rationale')}
            />
            <OptionsConsidered fields={fields} set={set} errorFor={errorFor} addOption={addOption} />
          </div>
          <div className={styles['column']}>
            <NamedByDecision offered={offered} chosen={fields.names} onChange={(names) => set('names', names)} />
            <EvidenceOf fields={fields} set={set} errorFor={errorFor} papers={papers} none={decision.evidence.length === 0} />
            <ChoiceField
              name="decision-priority"
              label={words.priority}
              value={fields.priority}
              onChange={(value) => set('priority', value)}
              error={errorFor('decision-priority')}
              choices={[
                ...view.priorities.map((priority) => ({ value: priority.id, label: `${priority.reference} ${priority.title}` })),
                { value: OUTSIDE, label: words.outsideChoice },
              ]}
            />
            {fields.priority === OUTSIDE && (
              <TextArea
                name="decision-outsideStrategyReason"
                label={words.outsideBecause}
                value={fields.outsideStrategyReason}
                minRows={1}
                onChange={(value) => set('outsideStrategyReason', value)}
                error={errorFor('decision-outsideStrategyReason')}
              />
            )}
            <div className={styles['pair']}>
              <PersonPicker
                name="decision-decidedById"
                label={words.decidedBy}
                people={people.filter((person) => view.decisionContext.mayDecideIds.includes(person.id))}
                value={fields.decidedById}
                onChange={(value) => set('decidedById', value)}
                error={errorFor('decision-decidedById')}
              />
              <InstantField
                name="decision-decidedAt"
                label={words.decidedAt}
                optional
                help={words.saidAtHelp}
                value={fields.decidedAt as Instant | ''}
                onChange={(value) => set('decidedAt', value)}
                error={errorFor('decision-decidedAt')}
              />
            </div>
            <div className={styles['pair']}>
              <PersonPicker
                name="decision-ownerId"
                label={words.followsOwner}
                optional
                people={people}
                held={{ marking: view.meeting.marking, policeOnly: fields.policeOnly || item.policeOnly }}
                value={fields.ownerId}
                onChange={(value) => set('ownerId', value)}
                error={errorFor('decision-ownerId')}
              />
              <DayField
                name="decision-dueOn"
                label={words.followsDue}
                optional
                value={fields.dueOn as Day | ''}
                onChange={(value) => set('dueOn', value)}
                error={errorFor('decision-dueOn')}
              />
            </div>
            {(fields.ownerId !== '' || fields.dueOn !== '') && (
              <div className={styles['set']}>
                <CheckField
                  name="decision-raiseAction"
                  label={words.raiseToo}
                  checked={fields.raiseAction}
                  onChange={(value) => set('raiseAction', value)}
                />
                {fields.raiseAction && (
                  <div className={styles['pair']}>
                    <TextArea
                      name="decision-followUpText"
                      label={words.followUpText}
                      optional
                      help={words.followUpHelp}
                      value={fields.followUpText}
                      minRows={1}
                      onChange={(value) => set('followUpText', value)}
                    />
                    <ChoiceField
                      name="decision-strand"
                      label={words.strand}
                      value={fields.strand}
                      onChange={(value) => set('strand', value)}
                      error={errorFor('decision-strand')}
                      choices={Object.entries(words.strands).map(([value, label]) => ({ value, label }))}
                    />
                  </div>
                )}
              </div>
            )}
            <CheckField
              name="decision-withinAuthority"
              label={words.withinAuthority}
              help={view.authority === '' ? undefined : words.authorityIs(view.authority)}
              checked={fields.withinAuthority}
              onChange={(value) => set('withinAuthority', value)}
              error={errorFor('decision-withinAuthority')}
            />
            {!fields.withinAuthority && (
              <TextArea
                name="decision-authorityNote"
                label={words.authorityNote}
                value={fields.authorityNote}
                minRows={1}
                onChange={(value) => set('authorityNote', value)}
                error={errorFor('decision-authorityNote')}
              />
            )}
            <Dissents fields={fields} set={set} errorFor={errorFor} people={people} addDissent={addDissent} />
            <CheckField
              name="decision-policeOnly"
              label={words.policeOnly}
              checked={fields.policeOnly || item.policeOnly}
              disabled={item.policeOnly}
              onChange={(value) => set('policeOnly', value)}
              error={errorFor('decision-policeOnly')}
            />
          </div>
        </div>
        <RefusalNote refusals={refusals.filter((refusal) => errorOf([refusal], refusal.field) === undefined || refusal.field === '')} />
      </div>
      <div className={styles['foot']}>
        <SavedAt brief state={draft.state} savedAt={draft.savedAt} />
        <button type="button" className={styles['missing']} data-ready={concerns.length === 0 ? '' : undefined} onClick={goToMissing}>
          {words.stillNeeded(concerns.length)}
          {concerns[0] !== undefined && <span className={styles['firstMissing']}>{concerns[0].message}</span>}
        </button>
        <Button variant="subtle" color="gray" onClick={() => void draft.discard()}>
          {words.discard}
        </Button>
        <Button loading={busy} onClick={() => void record()} rightSection={<KeyHint keys="mod+enter" />}>
          {corrected === null ? words.recordDecision : words.recordCorrection}
        </Button>
      </div>
    </form>
  );
}
