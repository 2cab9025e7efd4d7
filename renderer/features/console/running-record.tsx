import { memo, type ReactNode, startTransition, useEffect, useRef, useState } from 'react';
import { assertNever } from '#shared/base/assert-never.ts';
import { instant } from '#shared/base/time.ts';
import { clockText, dayText, timeText } from '#shared/base/time-text.ts';
import type { Day } from '#shared/base/time.ts';
import { PoliceOnly } from '#renderer/components/marking-badge.tsx';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { consoleText } from '#renderer/text/console.ts';
import type { ActionLine } from '#shared/domain/action/action-rows.ts';
import type { NamedAct } from '#shared/domain/decision/nameable.ts';
import type { DecisionShown } from '#shared/domain/decision/decision-shown.ts';
import type { EntryShown } from '#shared/domain/meeting/meeting-console.ts';
import { type ConsoleRow, type ConsoleView, shortReference } from './console-view.ts';
import { NamedList } from './named-by-decision.tsx';
import styles from './running-record.module.css';

interface RunningRecordProps {
  readonly view: ConsoleView;
  readonly rows: readonly ConsoleRow[];
  /** Item headings are drawn when the whole meeting is shown. */
  readonly headings: boolean;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly onCorrect: (row: ConsoleRow) => void;
  /** What the decisions named, and how far it was carried out. */
  readonly named: readonly NamedAct[];
  /** Carries out one of them; null for whoever may not. */
  readonly onCarryOut: ((act: NamedAct) => void) | null;
}

/** So many of the newest rows are drawn at once; those before them follow in pieces of the same size, between what is typed. */
const DRAWN_AT_ONCE = 30;

const mayCorrect = (row: ConsoleRow): boolean => row.kind !== 'action' && !row.struck;

interface Told {
  readonly type: string;
  readonly writtenAt: string;
  readonly policeOnly: boolean;
  /** What replaced it, in words; empty while it stands. */
  readonly by: string;
}

function told(row: ConsoleRow): Told {
  switch (row.kind) {
    case 'minute-entry':
      return {
        type: row.minuteEntry.entryType,
        writtenAt: row.minuteEntry.writtenAt,
        policeOnly: row.minuteEntry.policeOnly,
        by: row.minuteEntry.supersededByEntry === 0 ? '' : consoleText.superseded(consoleText.entry(row.minuteEntry.supersededByEntry)),
      };
    case 'decision':
      return {
        type: 'decision',
        writtenAt: row.decision.writtenAt,
        policeOnly: row.decision.policeOnly,
        by: row.decision.supersededByReference === '' ? '' : consoleText.superseded(shortReference(row.decision.supersededByReference)),
      };
    case 'action':
      return {
        type: 'action',
        writtenAt: row.action.raisedAt,
        policeOnly: row.action.policeOnly,
        by: row.struck ? consoleText.withdrawn : '',
      };
    default:
      return assertNever(row);
  }
}

/** What was recorded, in order; superseded entries struck through with both readable (duty 81). */
export function RunningRecord({ view, rows, headings, chosen, onChoose, onCorrect, named, onCarryOut }: RunningRecordProps): ReactNode {
  const list = useRef<HTMLOListElement>(null);
  const [from, setFrom] = useState(Math.max(0, rows.length - DRAWN_AT_ONCE));
  useEffect(() => {
    if (from === 0) return undefined;
    const next = window.setTimeout(() => startTransition(() => setFrom(Math.max(0, from - DRAWN_AT_ONCE))), 0);
    return () => window.clearTimeout(next);
  }, [from]);
  const drawn = from === 0 ? rows : rows.slice(from);
  const last = rows.at(-1)?.id ?? '';
  // The newest row stays in view while older ones come in above it, unless somebody has begun to read them.
  const reading = useRef(false);
  useEffect(() => {
    reading.current = false;
  }, [last, headings]);
  useEffect(() => {
    if (!reading.current) list.current?.lastElementChild?.scrollIntoView({ block: 'end' });
  }, [from, last, headings]);
  const begins = (): void => {
    reading.current = true;
  };

  const index = rows.findIndex((row) => row.id === chosen);
  const choose = (next: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, next))];
    if (row === undefined) return;
    onChoose(row.id);
    document.getElementById(`row-${row.id}`)?.focus();
  };
  useShortcut('alt+arrowup', consoleText.keys.up, () => choose(index === -1 ? rows.length - 1 : index - 1), { inFields: true });
  useShortcut('alt+arrowdown', consoleText.keys.down, () => choose(index === -1 ? rows.length - 1 : index + 1), { inFields: true });
  const latest = useRef({ rows, choose, onChoose, onCorrect, onCarryOut });
  useEffect(() => {
    latest.current = { rows, choose, onChoose, onCorrect, onCarryOut };
  });
  const [acts] = useState<RowActs>(() => ({
    choose: (row) => latest.current.onChoose(row.id),
    correct: (row) => latest.current.onCorrect(row),
    carryOut: (act) => latest.current.onCarryOut?.(act),
    move: (row, by) => latest.current.choose(latest.current.rows.findIndex((one) => one.id === row.id) + by),
  }));
  const titles = new Map(view.agenda.map((item) => [item.id, `${item.number}. ${item.title}`]));
  return (
    <ol className={styles['list']} ref={list} aria-label={consoleText.record} onWheel={begins} onPointerDown={begins} onFocus={begins}>
      {drawn.map((row, at) => (
        <Row
          key={row.id}
          row={row}
          heading={headings && row.itemId !== rows[from + at - 1]?.itemId ? (titles.get(row.itemId) ?? '') : ''}
          chosen={row.id === chosen}
          stops={row.id === chosen || (index === -1 && row.id === last)}
          acts={acts}
          named={row.kind === 'decision' ? named.filter((one) => one.decisionId === row.id) : NOTHING_NAMED}
          mayCarryOut={onCarryOut !== null}
        />
      ))}
    </ol>
  );
}

interface RowActs {
  readonly choose: (row: ConsoleRow) => void;
  readonly correct: (row: ConsoleRow) => void;
  readonly carryOut: (act: NamedAct) => void;
  readonly move: (row: ConsoleRow, by: number) => void;
}

interface RowProps {
  readonly row: ConsoleRow;
  /** Title of the item that begins with this row; empty for the others. */
  readonly heading: string;
  readonly chosen: boolean;
  /** Whether the tab key stops here. */
  readonly stops: boolean;
  readonly acts: RowActs;
  /** What the row's decision named. */
  readonly named: readonly NamedAct[];
  readonly mayCarryOut: boolean;
}

const NOTHING_NAMED: readonly NamedAct[] = [];

/** Every change of the view brings new objects; what a row says seldom changes, and with hundreds of them drawing anew would delay typing. */
function saysTheSame(before: RowProps, after: RowProps): boolean {
  return (
    before.heading === after.heading &&
    before.chosen === after.chosen &&
    before.stops === after.stops &&
    before.acts === after.acts &&
    before.mayCarryOut === after.mayCarryOut &&
    JSON.stringify(before.named) === JSON.stringify(after.named) &&
    (before.row === after.row || JSON.stringify(before.row) === JSON.stringify(after.row))
  );
}

const Row = memo(function Row({ row, heading, chosen, stops, acts, named, mayCarryOut }: RowProps): ReactNode {
  const { type, writtenAt, policeOnly, by } = told(row);
  return (
    <li className={styles['place']}>
      {heading !== '' && <h3 className={styles['heading']}>{heading}</h3>}
      <article
        id={`row-${row.id}`}
        className={styles['row']}
        data-type={type}
        data-superseded={row.struck ? '' : undefined}
        data-chosen={chosen ? '' : undefined}
        tabIndex={stops ? 0 : -1}
        onFocus={() => acts.choose(row)}
        onKeyDown={(event) => {
          if (event.key === 'c' && !event.ctrlKey && mayCorrect(row)) {
            event.preventDefault();
            acts.correct(row);
          }
          if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
            event.preventDefault();
            acts.move(row, event.key === 'ArrowUp' ? -1 : 1);
          }
        }}
      >
        <Gutter saidAt={row.at} writtenAt={writtenAt} entry={row.entry} />
        <div className={styles['body']}>
          {row.kind === 'decision' ? (
            <DecisionText decision={row.decision} named={named} onCarryOut={mayCarryOut ? acts.carryOut : null} />
          ) : row.kind === 'action' ? (
            <ActionText action={row.action} />
          ) : (
            <EntryText entry={row.minuteEntry} />
          )}
          {policeOnly && <PoliceOnly />}
          {by !== '' && <p className={styles['by']}>{by}</p>}
        </div>
        {chosen && mayCorrect(row) && (
          <button type="button" className={styles['correct']} onClick={() => acts.correct(row)}>
            {consoleText.keys.correct} <kbd>C</kbd>
          </button>
        )}
      </article>
    </li>
  );
}, saysTheSame);

function Gutter({ saidAt, writtenAt, entry }: { readonly saidAt: string; readonly writtenAt: string; readonly entry: number }): ReactNode {
  const late = clockText(instant(saidAt)) !== clockText(instant(writtenAt));
  return (
    <div className={styles['gutter']}>
      <time
        dateTime={saidAt}
        title={
          late
            ? `${consoleText.saidAt(timeText(instant(saidAt)))} · ${consoleText.writtenAt(timeText(instant(writtenAt)))}`
            : timeText(instant(saidAt))
        }
      >
        {clockText(instant(saidAt))}
      </time>
      <span className={styles['entry']} title={consoleText.entry(entry)}>
        {entry}
      </span>
    </div>
  );
}

function EntryText({ entry }: { readonly entry: EntryShown }): ReactNode {
  return (
    <p>
      {entry.entryType !== 'note' && <strong className={styles['label']}>{consoleText.types[entry.entryType]} </strong>}
      {entry.supersedesEntry > 0 && (
        <span className={styles['who']}>{consoleText.supersedes(consoleText.entry(entry.supersedesEntry))}: </span>
      )}
      <span className={styles['text']}>{entry.text}</span>
      {entry.saidBy !== '' && <span className={styles['who']}> – {entry.saidBy}</span>}
    </p>
  );
}

function ActionText({ action }: { readonly action: ActionLine }): ReactNode {
  return (
    <>
      <p>
        <strong className={styles['label']}>
          {consoleText.types['action']} {shortReference(action.reference)}{' '}
        </strong>
        <span className={styles['text']}>{action.text}</span>
      </p>
      <p className={styles['parts']}>
        <strong>{action.owner}</strong> {consoleText.due(dayText(action.dueOn as Day))} · {consoleText.compose.strands[action.strand]}
        {action.supporters.length > 0 && ` · ${consoleText.compose.supporters.toLowerCase()} ${action.supporters.join(', ')}`}
      </p>
    </>
  );
}

interface DecisionTextProps {
  readonly decision: DecisionShown;
  readonly named: readonly NamedAct[];
  readonly onCarryOut: ((act: NamedAct) => void) | null;
}

function DecisionText({ decision, named, onCarryOut }: DecisionTextProps): ReactNode {
  return (
    <>
      <p className={styles['decided']}>
        <strong className={styles['label']}>
          {consoleText.types['decision']} {shortReference(decision.reference)}{' '}
        </strong>
        {decision.supersedesReference !== '' && (
          <span className={styles['who']}>{consoleText.supersedes(shortReference(decision.supersedesReference))}: </span>
        )}
        <span className={styles['text']}>{decision.text}</span>
      </p>
      <dl className={styles['parts']}>
        {decision.correctionReason !== '' && <Part name={consoleText.correctionReason}>{decision.correctionReason}</Part>}
        <Part name={consoleText.rationale}>{decision.rationale}</Part>
        {(decision.options.length > 0 || decision.singleOptionReason !== '') && (
          <Part name={consoleText.options}>
            {decision.options.map((option, index) => (
              <span key={index} className={styles['option']}>
                {option.chosen ? consoleText.chosen : consoleText.rejected}: {option.text}
                {!option.chosen && ` – ${consoleText.because} ${option.rejectedBecause}`}
              </span>
            ))}
            {decision.singleOptionReason !== '' && (
              <span className={styles['option']}>
                {consoleText.oneOption}: {decision.singleOptionReason}
              </span>
            )}
          </Part>
        )}
        {named.length > 0 && (
          <Part name={consoleText.names}>
            <NamedList acts={named} onCarryOut={onCarryOut} />
          </Part>
        )}
        <Part name={consoleText.evidenceCited}>
          {decision.evidence.length > 0
            ? decision.evidence.map((one) => one.title).join('; ')
            : `${consoleText.noEvidence}: ${decision.noEvidenceReason}`}
        </Part>
        <Part name={consoleText.priority}>
          {decision.priority === null
            ? `${consoleText.outside}: ${decision.outsideStrategyReason}`
            : `${decision.priority.reference} ${decision.priority.title}`}
        </Part>
        {decision.dissents.map((one, index) => (
          <Part key={index} name={consoleText.dissent}>
            {one.person}: {one.text}
          </Part>
        ))}
        {!decision.withinAuthority && <Part name={consoleText.authorityNote}>{`${consoleText.advisory}. ${decision.authorityNote}`}</Part>}
        <Part name={consoleText.decidedBy}>
          {decision.decidedBy}
          {decision.owner !== '' && ` · ${consoleText.follows}: ${decision.owner}, ${consoleText.due(dayText(decision.dueOn as Day))}`}
          {` · ${consoleText.knownThen(decision.knownCount)}`}
        </Part>
      </dl>
    </>
  );
}

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
