import { Button } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Refusal, Result } from '#shared/base/result.ts';
import type { NamedAct } from '#shared/domain/decision/nameable.ts';
import type { MeetingStrategy } from '#shared/domain/meeting/meeting-strategy.ts';
import { useBridge, useView } from '#renderer/app/bridge/use-bridge.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { KeyHint } from '#renderer/components/key-hint.tsx';
import { PoliceOnly } from '#renderer/components/marking-badge.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { SplitPanes } from '#renderer/components/split-panes.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { consoleText } from '#renderer/text/console.ts';
import { ActionComposer } from './action-composer.tsx';
import { AgendaColumn } from './agenda-column.tsx';
import { CloseMeeting } from './close-meeting.tsx';
import { ConcludeItem } from './conclude-item.tsx';
import { type ComposerCall, composerFor, CONSOLE_KEYS, type EntryType, type Recorded } from './console-keys.ts';
import styles from './console.module.css';
import { type ConsoleItem, type ConsoleRow, type ConsoleView, shortReference, standingDecisions } from './console-view.ts';
import { isBegun, newDecisionDraft } from './decision-fields.ts';
import { DecisionComposer } from './decision-composer.tsx';
import { EntryComposer } from './entry-composer.tsx';
import { RunningRecord } from './running-record.tsx';
import { SideColumn } from './side-column.tsx';
import { useTypingAhead } from './typing-ahead.ts';
import { KeptDrafts } from './use-item-draft.ts';

const NOTHING_NAMED: readonly NamedAct[] = [];
const KINDS: readonly Recorded[] = ['note', 'decision', 'rationale', 'option', 'dissent', 'action', 'time-mark'];

interface ConsoleProps {
  readonly view: ConsoleView;
  /** Item to show first, when the page was opened at one. */
  readonly itemId: string;
  readonly onClosed: () => void;
  /** What is worked on beside the record; null until it is there. */
  readonly strategy: MeetingStrategy | null;
  /** The panels of an item, drawn by the page because they belong to other features. */
  readonly panels: (shown: ConsoleItem, onDecide: (names: readonly string[]) => void) => ReactNode;
  /** The priorities with what the strategy says of them. */
  readonly priorities: ReactNode;
  /** Asks for what an act needs and does it. */
  readonly carryOut: (act: NamedAct, decision: string, onClose: () => void) => ReactNode;
}

/** The live minute console: agenda, running record, what is in view; one key for each thing a secretary records (duties 54, 81, 82, 121). */
export function Console({ view, itemId, onClosed, strategy, panels, priorities, carryOut }: ConsoleProps): ReactNode {
  const bridge = useBridge();
  const drafts = useView('drafts', { parent: view.meeting.id });
  const kept = drafts.state === 'ready' ? drafts.view.rows : null;
  const [shownId, setShownId] = useState(itemId === '' ? view.openItemId : itemId);
  const [whole, setWhole] = useState(false);
  const [call, setCall] = useState<ComposerCall>({ asks: 'note', count: 0 });
  const [composer, setComposer] = useState<'decision' | 'action' | 'entry'>('entry');
  const [chosen, setChosen] = useState('');
  const [correcting, setCorrecting] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'none' | 'conclude' | 'close'>('none');
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [carrying, setCarrying] = useState<NamedAct | null>(null);
  const onCarryOut = strategy?.run === null && view.meeting.state === 'live' ? setCarrying : null;

  const shown = view.agenda.find((item) => item.id === shownId) ?? view.agenda.find((item) => item.id === view.openItemId);
  const open = view.agenda.find((item) => item.id === view.openItemId);
  const rows = useMemo(
    () => (whole || shown === undefined ? view.running : view.running.filter((row) => row.itemId === shown.id)),
    [shown, view.running, whole],
  );
  const hasDraft = useCallback(
    (kind: string, ofItem: string) => kept?.some((one) => one.itemId === ofItem && one.forKind === kind && holdsText(one)) ?? false,
    [kept],
  );

  const say = async (result: Promise<Result<unknown>>): Promise<boolean> => {
    const done = await result;
    setRefusals(done.ok ? [] : done.refusals);
    return done.ok;
  };
  const typing = useTypingAhead();
  const opening = useRef('');
  const openItem = async (item: ConsoleItem): Promise<void> => {
    typing.hold();
    if (await say(bridge.run('agenda-item.open', { itemId: item.id }))) {
      opening.current = item.id;
      setShownId(item.id);
      setCall(({ asks, count }) => ({ asks, count: count + 1 }));
    } else typing.release();
  };
  // The answer comes before the view that shows the item open; the form that takes the text is there only with the view.
  useEffect(() => {
    if (opening.current === '' || opening.current !== view.openItemId || kept === null) return;
    opening.current = '';
    typing.release();
  }, [call, kept, typing, view.openItemId]);
  const reopen = async (item: ConsoleItem): Promise<void> => {
    if (await say(bridge.run('agenda-item.reopen', { itemId: item.id }))) setShownId(item.id);
  };
  const following = (after: ConsoleItem | undefined): ConsoleItem | undefined =>
    view.agenda.find((item) => item.state === 'waiting' && (after === undefined || item.number > after.number)) ??
    view.agenda.find((item) => item.state === 'waiting' && item.id !== after?.id);

  const next = async (): Promise<void> => {
    if (open === undefined) {
      const first = following(undefined);
      if (first !== undefined) await openItem(first);
      else setDialog('close');
      return;
    }
    setShownId(open.id);
    if (standingDecisions(view, open.id).length > 0 && !hasDraft('decision', open.id)) {
      typing.hold();
      if (await say(bridge.run('agenda-item.conclude', { itemId: open.id, outcome: 'decided', reason: '', deferTo: '' }))) await goOn(open);
      else typing.release();
    } else setDialog('conclude');
  };
  const goOn = async (from: ConsoleItem): Promise<void> => {
    setDialog('none');
    const after = following(from);
    if (after !== undefined) await openItem(after);
    else typing.release();
  };

  const compose = (asks: Recorded, inComposer: 'decision' | 'action' | 'entry', names?: readonly string[]): void => {
    setComposer(inComposer);
    setCall(({ count }) => ({ asks, count: count + 1, ...(names === undefined ? {} : { names }) }));
  };
  const press = (pressed: Recorded): void => {
    const decisionBegun = composer === 'decision' || hasDraft('decision', open?.id ?? '');
    const opens = composerFor(pressed, decisionBegun);
    if (opens !== 'decision' || pressed === 'decision') setCorrecting(null);
    if (open !== undefined && correcting === null) setShownId(open.id);
    compose(pressed, opens);
  };
  useShortcut(CONSOLE_KEYS.next, consoleText.keys.next, () => void next(), { inFields: true });
  useShortcut('escape', consoleText.keys.backToNotes, () => stepBack(), {
    inFields: true,
    enabled: composer !== 'entry' || call.asks !== 'note' || correcting !== null,
  });
  useShortcut('mod+shift+e', consoleText.keys.closeMeeting, () => setDialog('close'), { inFields: true });

  const correct = (row: ConsoleRow): void => {
    const item = view.agenda.find((one) => one.id === row.itemId);
    if (item !== undefined) setShownId(item.id);
    if (row.kind === 'minute-entry') {
      setCorrecting(row.id);
      compose(row.minuteEntry.entryType, 'entry');
    } else if (row.kind === 'decision') {
      setCorrecting(row.id);
      compose('decision', 'decision');
    }
  };

  const latestCall = useRef(call);
  useEffect(() => {
    latestCall.current = call;
  }, [call]);
  /** After recording, back to notes; unless the person has pressed another key while it was being recorded. */
  const recorded = (during: ComposerCall): void => {
    if (latestCall.current === during) stepBack();
  };

  /** Back to writing notes; what was begun stays kept under its item. */
  const stepBack = (): void => {
    setCorrecting(null);
    if (open !== undefined) setShownId(open.id);
    compose('note', 'entry');
  };
  /** Begins a decision, or goes on with the one begun, that names what was chosen beside the record. */
  const decideOn = (names: readonly string[]): void => {
    setCorrecting(null);
    if (open !== undefined) setShownId(open.id);
    compose('decision', 'decision', names);
  };
  const referenceOf = (decisionId: string): string => {
    const row = view.running.find((one) => one.id === decisionId);
    return row?.kind === 'decision' ? shortReference(row.decision.reference) : '';
  };
  const corrected = correcting === null ? undefined : view.running.find((row) => row.id === correcting);
  const tasking = view.meeting.groupType === 'stcg' || view.meeting.groupType === 'ttcg';
  const present = view.attendance.filter((one) => one.status === 'present' || one.deputyId !== '').length;

  return (
    <div className={styles['root']}>
      {KINDS.map((kind) => (
        <RecordingKey key={kind} kind={kind} onPress={() => press(kind)} />
      ))}
      <header className={styles['bar']}>
        <div>
          <h1>{view.meeting.groupName}</h1>
          <p>
            <Reference>{view.meeting.reference}</Reference> · {consoleText.chair} {view.meeting.chair} ·{' '}
            {consoleText.present(present, view.attendance.length)}
          </p>
        </div>
        <span className={styles['grow']} />
        <Button variant="default" onClick={() => void next()} rightSection={<KeyHint keys={CONSOLE_KEYS.next} />}>
          {consoleText.keys.next}
        </Button>
        <RuleButton why={view.steps.record} variant="default" onClick={() => setDialog('close')}>
          {consoleText.close.button}
        </RuleButton>
      </header>
      <div className={styles['panes']}>
        <SplitPanes
          name={tasking ? 'console-tasking' : 'console'}
          leftWidth={14}
          rightWidth={tasking ? 19 : 15}
          left={{
            label: consoleText.agenda,
            content: (
              <AgendaColumn
                view={view}
                shownId={shown?.id ?? ''}
                onShow={(item) => setShownId(item.id)}
                onOpen={(item) => void openItem(item)}
                onReopen={(item) => void reopen(item)}
              />
            ),
          }}
          middle={{
            label: consoleText.record,
            content: (
              <div className={styles['middle']}>
                <div className={styles['item']}>
                  <h2>{shown === undefined ? consoleText.noItem : `${shown.number}. ${shown.title}`}</h2>
                  {shown?.policeOnly && <PoliceOnly />}
                  <ViewTabs
                    label={consoleText.record}
                    value={whole ? 'whole' : 'item'}
                    onChange={(value) => setWhole(value === 'whole')}
                    tabs={[
                      { value: 'item', label: consoleText.thisItem },
                      { value: 'whole', label: consoleText.wholeRecord },
                    ]}
                  />
                  <p>{shown === undefined ? consoleText.noItemHelp : shown.purpose}</p>
                </div>
                <div className={styles['record']}>
                  <RefusalNote refusals={refusals} />
                  {rows.length === 0 ? (
                    <div className={styles['empty']}>
                      <p>{consoleText.emptyRecord}</p>
                      <p>{consoleText.emptyRecordHelp}</p>
                    </div>
                  ) : (
                    <RunningRecord
                      key={whole ? '' : shown?.id}
                      view={view}
                      rows={rows}
                      headings={whole || shown === undefined}
                      chosen={chosen}
                      onChoose={setChosen}
                      onCorrect={correct}
                      named={strategy?.acts ?? NOTHING_NAMED}
                      onCarryOut={onCarryOut}
                    />
                  )}
                </div>
                {shown !== undefined && kept !== null && (
                  <KeptDrafts value={kept}>
                    <div className={styles['composer']}>
                      <div className={styles['kinds']} role="toolbar" aria-label={consoleText.compose.what}>
                        {KINDS.map((kind) => (
                          <button
                            key={kind}
                            type="button"
                            className={styles['kind']}
                            aria-pressed={call.asks === kind}
                            data-draft={
                              hasDraft(kind === 'decision' || kind === 'action' ? kind : `minute-entry:${kind}`, shown.id) ? '' : undefined
                            }
                            onClick={() => press(kind)}
                          >
                            {consoleText.types[kind]} <KeyHint keys={CONSOLE_KEYS[kind]} />
                          </button>
                        ))}
                      </div>
                      {composer === 'decision' ? (
                        <DecisionComposer
                          key={`${shown.id}${corrected?.id ?? ''}`}
                          view={view}
                          item={shown}
                          strategy={strategy}
                          call={call}
                          corrected={corrected?.kind === 'decision' ? corrected.decision : null}
                          onRecorded={recorded}
                          onStopCorrecting={stepBack}
                        />
                      ) : composer === 'action' ? (
                        <ActionComposer key={shown.id} view={view} item={shown} call={call} onRecorded={() => undefined} />
                      ) : (
                        <EntryComposer
                          key={`${shown.id}${call.asks}${correcting ?? ''}`}
                          view={view}
                          item={shown}
                          entryType={call.asks as EntryType}
                          call={call}
                          correctsId={correcting ?? ''}
                          onRecorded={(during) => (correcting === null ? undefined : recorded(during))}
                        />
                      )}
                    </div>
                  </KeptDrafts>
                )}
              </div>
            ),
          }}
          right={{
            label: consoleText.evidence,
            onlyRead: strategy === null,
            content: (
              <SideColumn
                view={view}
                itemId={shown?.id ?? ''}
                top={shown === undefined ? null : panels(shown, decideOn)}
                priorities={priorities}
                toCarryOut={(strategy?.acts ?? NOTHING_NAMED).filter((act) => act.stage === 'waiting')}
                onCarryOut={onCarryOut}
              />
            ),
          }}
        />
      </div>
      {carrying !== null && carryOut(carrying, referenceOf(carrying.decisionId), () => setCarrying(null))}
      {dialog === 'conclude' && open !== undefined && (
        <ConcludeItem
          item={open}
          decisions={standingDecisions(view, open.id).length}
          last={following(open) === undefined}
          draftLeft={hasDraft('decision', open.id)}
          onConcluded={() => void goOn(open)}
          onClose={() => setDialog('none')}
        />
      )}
      {dialog === 'close' && (
        <CloseMeeting
          view={view}
          unfinished={kept?.filter(holdsText).length ?? 0}
          onGoTo={(item) => {
            setDialog('none');
            if (item.state === 'waiting') void openItem(item);
            else setShownId(item.id);
          }}
          onClosed={onClosed}
          onClose={() => setDialog('none')}
        />
      )}
    </div>
  );
}

/** One recording key; a component of its own because hooks may not stand in a loop. */
function RecordingKey({ kind, onPress }: { readonly kind: Recorded; readonly onPress: () => void }): ReactNode {
  useShortcut(CONSOLE_KEYS[kind], consoleText.keys[kind], onPress, { inFields: true });
  return null;
}

/** Whether a kept draft holds words somebody would miss. */
function holdsText({ forKind, fields }: { readonly forKind: string; readonly fields: Readonly<Record<string, unknown>> }): boolean {
  if (forKind === 'decision') return isBegun({ ...newDecisionDraft('', true, false), ...fields });
  return typeof fields['text'] === 'string' && fields['text'].trim() !== '';
}
