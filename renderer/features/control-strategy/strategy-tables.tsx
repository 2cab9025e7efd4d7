import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { RESOURCES } from '#shared/domain/control-strategy/strategy-figures.ts';
import type { CoverageShown, DemandShown, StrategyPageView, VersionRow } from '#shared/domain/control-strategy/strategy-page.ts';
import type { RowShown, StrategyShown } from '#shared/domain/control-strategy/strategy-shown.ts';
import { goTo } from '#renderer/app/location.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { type Column, DataTable } from '#renderer/components/data-table.tsx';
import { DutyTag } from '#renderer/components/duty-tag.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { controlStrategyText as words } from '#renderer/text/control-strategy.ts';
import { amount, UseBar } from './allocation-panel.tsx';
import { HandOverForm, NamePlanForm } from './priority-forms.tsx';
import styles from './strategy.module.css';

/** What each priority is given, with totals against the pool; a priority with none and what is over are said in words (duties 52, 59). */
export function ResourceTable({
  strategy,
  coverage = [],
}: {
  readonly strategy: Pick<StrategyShown, 'allocation' | 'overAllocatedBecause'> & {
    readonly rows: readonly Pick<RowShown, 'id' | 'key' | 'reference' | 'title' | (typeof RESOURCES)[number]>[];
  };
  readonly coverage?: readonly Pick<CoverageShown, 'key' | 'plannedHours'>[];
}): ReactNode {
  const { resources } = words;
  const { allocation } = strategy;
  const planned = (key: string): number => coverage.find((one) => one.key === key)?.plannedHours ?? 0;
  const share = (hours: number): number => (allocation.given.hours === 0 ? 0 : Math.round((hours / allocation.given.hours) * 100));
  const total = (label: string, of: 'given' | 'pool' | 'left'): ReactNode => (
    <tr>
      <th scope="row">{label}</th>
      {RESOURCES.map((what) => (
        <td key={what} className={`${styles['number']} ${of === 'left' && allocation.left[what] < 0 ? styles['over'] : ''}`}>
          {amount(what, allocation[of][what])}
          {of === 'left' && allocation.left[what] < 0 && ` (${resources.over.toLowerCase()})`}
        </td>
      ))}
      <td colSpan={2} />
    </tr>
  );
  return (
    <section className={styles['section']}>
      <h2>
        {resources.title} <DutyTag number={59} />
      </h2>
      <p className={allocation.over.length > 0 ? styles['attention'] : styles['quiet']}>
        {allocation.over.length > 0 ? resources.exceeds : resources.matches}
        {strategy.overAllocatedBecause !== '' && ` ${resources.overBecause}: ${strategy.overAllocatedBecause}`}
      </p>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{resources.columns.priority}</th>
            {RESOURCES.map((what) => (
              <th key={what} scope="col" className={styles['number']}>
                {resources.columns[what]}
              </th>
            ))}
            <th scope="col" className={styles['number']}>
              {resources.columns.share}
            </th>
            <th scope="col" className={styles['number']}>
              {resources.columns.planned}
            </th>
          </tr>
        </thead>
        <tbody>
          {strategy.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Reference>{row.reference}</Reference> {row.title}
                {allocation.without.includes(row.key) && (
                  <>
                    {' '}
                    <StatusText tone="attention">{resources.none}</StatusText>
                  </>
                )}
              </th>
              {RESOURCES.map((what) => (
                <td key={what} className={styles['number']}>
                  {amount(what, row[what])}
                </td>
              ))}
              <td className={styles['number']}>
                {resources.percent(share(row.hours))}
                <UseBar used={row.hours} of={allocation.given.hours} />
              </td>
              <td className={`${styles['number']} ${planned(row.key) > row.hours ? styles['over'] : ''}`}>
                {resources.number(planned(row.key))}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {total(resources.given, 'given')}
          {total(resources.pool, 'pool')}
          {total(resources.left, 'left')}
        </tfoot>
      </table>
    </section>
  );
}

/** Who owns each priority now and what delivers it (duties 97, 98, 129). */
export function DeliveryTable({ page, strategy }: { readonly page: StrategyPageView; readonly strategy: StrategyShown }): ReactNode {
  const [doing, setDoing] = useState<{ readonly what: 'hand-over' | 'plan'; readonly key: string } | null>(null);
  const { delivery } = words;
  const chosen = page.coverage.find((one) => one.key === doing?.key);
  const reference = strategy.rows.find((row) => row.key === doing?.key)?.reference ?? '';
  return (
    <section className={styles['section']}>
      <h2>
        {delivery.title} <DutyTag number={98} />
      </h2>
      <p className={styles['quiet']}>{delivery.allowed(page.daysWithoutPlan)}</p>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{delivery.columns.priority}</th>
            <th scope="col">{delivery.columns.owner}</th>
            <th scope="col">{delivery.columns.plan}</th>
            <th scope="col" className={styles['number']}>
              {delivery.columns.hours}
            </th>
            <th scope="col">{delivery.actions}</th>
          </tr>
        </thead>
        <tbody>
          {strategy.rows.map((row) => {
            const covered = page.coverage.find((one) => one.key === row.key);
            return (
              <tr key={row.id}>
                <th scope="row">
                  <Reference>{row.reference}</Reference> {row.title}
                </th>
                <td>
                  {row.handedOverTo === '' ? row.owner : row.handedOverTo}
                  {row.ownerLeft && (
                    <div>
                      <StatusText tone="attention">{words.ownerLeft}</StatusText>
                    </div>
                  )}
                  {covered?.handovers.map((one) => (
                    <div key={one.id} className={`${styles['small']} ${styles['quiet']}`}>
                      {whenText(one.at)}: {delivery.trail(one.from, one.to)}
                      {one.byDecision ? `, ${delivery.byDecision}` : one.because === '' ? '' : `: ${one.because}`}
                    </div>
                  ))}
                </td>
                <td>{covered !== undefined && <PlanCell covered={covered} />}</td>
                <td className={styles['number']}>{words.resources.number(covered?.plannedHours ?? 0)}</td>
                <td>
                  {covered?.mayNamePlan === true && (covered.plan !== null || covered.others.length > 0) && (
                    <Button size="compact-xs" variant="subtle" onClick={() => setDoing({ what: 'plan', key: row.key })}>
                      {delivery.namePlan}
                    </Button>
                  )}
                  {covered?.mayHandOver === true && (
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      aria-label={delivery.handOverTitle(row.reference)}
                      onClick={() => setDoing({ what: 'hand-over', key: row.key })}
                    >
                      {delivery.handOver}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {chosen !== undefined && doing?.what === 'hand-over' && (
        <HandOverForm reference={reference} priorityId={chosen.priorityId} people={page.people} onClose={() => setDoing(null)} />
      )}
      {chosen !== undefined && doing?.what === 'plan' && (
        <NamePlanForm
          reference={reference}
          priorityId={chosen.priorityId}
          plans={[...(chosen.plan === null ? [] : [chosen.plan]), ...chosen.others]}
          current={chosen.plan?.id ?? ''}
          onClose={() => setDoing(null)}
        />
      )}
    </section>
  );
}

function PlanCell({ covered }: { readonly covered: CoverageShown }): ReactNode {
  const { delivery } = words;
  if (covered.plan === null) {
    const days = covered.daysWithoutPlan ?? 0;
    return (
      <StatusText tone={covered.overdue ? 'danger' : 'attention'}>{days === 0 ? delivery.noPlanNew : delivery.noPlan(days)}</StatusText>
    );
  }
  const { plan } = covered;
  return (
    <>
      <Link href={linkTo('delivery-plan', plan.id)}>{plan.title}</Link>
      <div className={`${styles['small']} ${styles['quiet']}`}>
        {[
          covered.planOwner,
          delivery.until(whenText(plan.endsOn)),
          plan.state === 'draft' ? delivery.draftPlan : '',
          covered.others.length > 0 ? delivery.others(covered.others.length) : '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </div>
    </>
  );
}

const demandColumns: readonly Column<DemandShown & { readonly order: number }>[] = [
  { id: 'order', title: words.outside.columns.order, width: 4.5, value: (row) => row.order, align: 'end' },
  {
    id: 'priority',
    title: words.outside.columns.priority,
    width: 8.5,
    value: (row) => (row.priority === '' ? words.outside.tag : row.priority),
    cell: (row) =>
      row.priority === '' ? <StatusText tone="quiet">{words.outside.tag}</StatusText> : <Reference>{row.priority}</Reference>,
  },
  { id: 'title', title: words.outside.columns.title, width: 18, grow: true, value: (row) => row.title },
  { id: 'hours', title: words.outside.columns.hours, width: 5, value: (row) => row.hours, align: 'end' },
  { id: 'owner', title: words.outside.columns.owner, width: 13, value: (row) => row.owner },
  { id: 'reason', title: words.outside.columns.reason, width: 16, value: (row) => row.outsideReason },
];

/** Demands with the strategy's first, and what share is worked outside it (duties 91, 92). */
export function Demands({ page }: { readonly page: StrategyPageView }): ReactNode {
  const { outside } = page;
  const number = (hours: number): string => words.resources.number(hours);
  return (
    <>
      <p className={styles['quiet']}>
        {outside.share === null
          ? words.outside.noHours
          : words.outside.share(outside.share, number(outside.hours), number(outside.allHours))}{' '}
        <DutyTag number={91} /> <DutyTag number={92} />
      </p>
      <div className={styles['demands']}>
        <DataTable
          name="strategy-demands"
          label={words.outside.title}
          rows={page.demands.map((demand, index) => ({ ...demand, order: index + 1 }))}
          columns={demandColumns}
          noun={words.outside.noun}
          sortedBy={{ column: 'order' }}
          onOpen={(row) => goTo(linkTo('delivery-plan', row.id))}
          empty={<EmptyState title={words.outside.empty}>{words.outside.emptyBody}</EmptyState>}
        />
      </div>
    </>
  );
}

/** Every version that was set or withdrawn, newest first, each comparable with the one before (duty 75). */
export function Versions({ rows }: { readonly rows: readonly VersionRow[] }): ReactNode {
  const { versions } = words;
  if (rows.length === 0) return <p className={styles['quiet']}>{versions.none}</p>;
  const decided = rows.filter((row) => row.state !== 'withdrawn');
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{versions.columns.version}</th>
          <th scope="col">{versions.columns.state}</th>
          <th scope="col">{versions.columns.from}</th>
          <th scope="col">{versions.columns.meeting}</th>
          <th scope="col" className={styles['number']}>
            {versions.columns.priorities}
          </th>
          <th scope="col">{versions.actions}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const before = decided[decided.indexOf(row) + 1];
          return (
            <tr key={row.id}>
              <th scope="row">
                <Link href={`/strategy/draft/${row.id}`}>{words.version(row.version)}</Link>
              </th>
              <td>
                <StatusText tone={row.state === 'set' ? 'good' : 'quiet'}>{words.states[row.state] ?? row.state}</StatusText>
                {row.note !== '' && <div className={`${styles['small']} ${styles['quiet']}`}>{row.note}</div>}
              </td>
              <td>
                <When at={row.from} />
              </td>
              <td>{row.meetingReference !== '' && <Reference>{row.meetingReference}</Reference>}</td>
              <td className={styles['number']}>{row.priorities}</td>
              <td>
                {row.state !== 'withdrawn' && before !== undefined && (
                  <Link href={`/strategy/versions/${before.id}/${row.id}`}>{versions.compare}</Link>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
