import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { RowShown, StrategyShown } from '#shared/domain/control-strategy/strategy-shown.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { DutyTag } from '#renderer/components/duty-tag.tsx';
import { placed } from '#renderer/components/placed.ts';
import { Reference } from '#renderer/components/reference.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { When } from '#renderer/components/when.tsx';
import { controlStrategyText as words } from '#renderer/text/control-strategy.ts';
import styles from './strategy.module.css';

/** One version as it is read: scope, dates, direction, and the grid of priorities and what is done about each (duties 58, 83-88, 97). */
export function StrategySheet({ strategy }: { readonly strategy: StrategyShown }): ReactNode {
  return (
    <article aria-label={words.version(strategy.version)}>
      {strategy.decisionSuperseded && <p className={styles['attention']}>{words.superseded}</p>}
      <StrategyFacts strategy={strategy} />
      <section className={styles['section']}>
        <h2>
          {words.direction} <DutyTag number={58} />
        </h2>
        <p className={styles['direction']}>
          {strategy.direction === '' ? <span className={styles['quiet']}>{words.noDirection}</span> : strategy.direction}
        </p>
      </section>
      <section className={styles['section']}>
        <h2>{words.priorities}</h2>
        {strategy.rows.length === 0 ? <p className={styles['quiet']}>{words.noPriorities}</p> : <Grid strategy={strategy} />}
      </section>
      {strategy.parents.length > 0 && <Parents strategy={strategy} />}
    </article>
  );
}

function StrategyFacts({ strategy }: { readonly strategy: StrategyShown }): ReactNode {
  const { facts } = words;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [facts.scope, `${words.scopes[strategy.nodeType]}: ${strategy.place}`],
    [facts.state, <StrategyState key="state" strategy={strategy} />],
    [facts.from, <When key="from" at={strategy.from} />],
    [facts.meeting, strategy.meetingReference === '' ? '' : <Reference key="meeting">{strategy.meetingReference}</Reference>],
    [
      facts.decision,
      strategy.decisionReference === '' ? (
        ''
      ) : strategy.setByDecisionId === '' ? (
        <Reference key="decision">{strategy.decisionReference}</Reference>
      ) : (
        <Link key="decision" href={linkTo('decision', strategy.setByDecisionId)}>
          <Reference>{strategy.decisionReference}</Reference>
        </Link>
      ),
    ],
    [facts.review, strategy.reviewOn === '' ? '' : <When key="review" at={strategy.reviewOn} />],
    [facts.assessment, strategy.assessmentTitle],
    [facts.withdrawn, strategy.withdrawnBecause],
  ];
  return (
    <dl className={styles['facts']}>
      {rows
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Where a version is in its life. */
export function StrategyState({ strategy }: { readonly strategy: Pick<StrategyShown, 'state' | 'version'> }): ReactNode {
  const tone = strategy.state === 'set' ? 'good' : strategy.state === 'draft' ? 'active' : 'quiet';
  return (
    <StatusText tone={tone}>
      {words.version(strategy.version)}, {words.states[strategy.state] ?? strategy.state}
    </StatusText>
  );
}

const CELLS = ['prevention', 'intelligence', 'enforcement', 'reassurance'] as const;

function Grid({ strategy }: { readonly strategy: StrategyShown }): ReactNode {
  const cells = CELLS.filter((cell) => cell !== 'reassurance' || strategy.withReassurance);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a sheet wider than its room is scrolled by keyboard
    <section className={styles['scroll']} tabIndex={0} aria-label={words.priorities}>
      <table className={styles['sheet']}>
        <thead>
          <tr>
            <th scope="col" className={styles['priority']}>
              {words.columns.priority}
            </th>
            {cells.map((cell) => (
              <th key={cell} scope="col">
                {words.columns[cell]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {strategy.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <PriorityCell row={row} />
              </th>
              {cells.map((cell) => (
                <td key={cell} className={styles['cell']}>
                  {row[cell] === '' ? <span className={styles['empty']}>{words.cellEmpty}</span> : row[cell]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function PriorityCell({ row }: { readonly row: RowShown }): ReactNode {
  return (
    <>
      <Reference>{row.reference}</Reference> <span className={styles['name']}>{row.title}</span>
      <p className={styles['small']}>
        {row.ownerId === '' ? <span className={styles['empty']}>{words.noOwner}</span> : `${words.owner}: ${row.owner}`}
        {row.ownerLeft && row.handedOverTo === '' && <span className={styles['empty']}> ({words.ownerLeft})</span>}
        {row.handedOverTo !== '' && (
          <>
            <br />
            {words.handedOver(row.handedOverTo)}
            {row.ownerLeft && <span className={styles['empty']}> ({words.ownerLeft})</span>}
          </>
        )}
      </p>
      {row.measures.length > 0 && (
        <p className={`${styles['small']} ${styles['quiet']}`}>
          {placed(row.measures).map(({ item, place }) => (
            <span key={place}>
              {place > 0 && <br />}
              {words.measure(item.name, item.baseline, item.target)}
            </span>
          ))}
        </p>
      )}
      {row.policeOnly && <p className={styles['small']}>{words.policeOnlyRow}</p>}
    </>
  );
}

function Parents({ strategy }: { readonly strategy: StrategyShown }): ReactNode {
  return (
    <section className={styles['section']}>
      <h2>
        {words.parents} <DutyTag number={61} />
      </h2>
      <table className={styles['table']}>
        <tbody>
          {strategy.parents.map((parent) => (
            <tr key={parent.id}>
              <th scope="row">
                <Reference>{parent.reference}</Reference> {parent.title}
              </th>
              <td>
                <StatusText tone={parent.adopted === null ? 'attention' : parent.adopted ? 'good' : 'quiet'}>
                  {parent.adopted === null ? words.unanswered : parent.adopted ? words.adopted : words.notAdopted}
                </StatusText>
              </td>
              <td>{parent.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
