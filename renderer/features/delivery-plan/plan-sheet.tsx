import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { PlanPage } from '#shared/domain/delivery-plan/delivery-plan.queries.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { Facts } from '#renderer/components/details-pane.tsx';
import { placed } from '#renderer/components/placed.ts';
import { Reference } from '#renderer/components/reference.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { plansText as words } from '#renderer/text/plans.ts';
import { PlanState } from './plan-table.tsx';
import { SheetSection } from '#renderer/components/record-sheet.tsx';
import sheet from '#renderer/components/record-sheet.module.css';
import styles from './plan.module.css';

/** A delivery plan as agreed, with its reviews and its result (duties 55, 56, 126, 128, 135, 136, 142). */
export function PlanSheet({ plan }: { readonly plan: PlanPage }): ReactNode {
  const [tactic] = plan.tactics;
  return (
    <article className={sheet['sheet']}>
      <PlanFacts plan={plan} />
      <SheetSection title={words.objective} duties={[128]}>
        <p className={sheet['prose']}>{plan.objective}</p>
      </SheetSection>
      <SheetSection title={words.tactics} duties={[115, 135]}>
        {plan.singleStrand && tactic !== undefined && plan.state !== 'closed' && (
          <p className={sheet['banner']}>{words.singleStrand(words.strands[tactic.strand])}</p>
        )}
        {plan.tactics.length === 0 ? (
          <p className={sheet['dimmed']}>{words.noTactics}</p>
        ) : (
          <ul className={sheet['list']}>
            {placed(plan.tactics).map(({ item: one, place }) => (
              <li key={place} className={styles['tactic']}>
                <span className={sheet['dimmed']}>{words.strands[one.strand]}</span>
                <span className={sheet['prose']}>{one.text}</span>
              </li>
            ))}
          </ul>
        )}
      </SheetSection>
      <Resources plan={plan} />
      <Measures plan={plan} />
      <Reviews plan={plan} />
      {plan.result !== '' && (
        <SheetSection title={words.result} duties={[56]}>
          <p className={sheet['prose']}>{plan.result}</p>
        </SheetSection>
      )}
      {plan.closedBecause !== '' && (
        <SheetSection title={words.closedBecause} duties={[56]}>
          <p className={sheet['prose']}>{plan.closedBecause}</p>
        </SheetSection>
      )}
    </article>
  );
}

function PlanFacts({ plan }: { readonly plan: PlanPage }): ReactNode {
  const { facts } = words;
  return (
    <div className={sheet['columns']}>
      <Facts
        facts={[
          { label: facts.state, value: <PlanState row={plan} /> },
          { label: facts.owner, value: plan.owner === '' ? words.noOwner : plan.owner },
          { label: facts.runs, value: words.period(whenText(plan.startsOn), whenText(plan.endsOn)) },
          { label: facts.review, value: plan.state === 'closed' || plan.reviewOn === '' ? '' : <When at={plan.reviewOn} /> },
        ]}
      />
      <Facts
        facts={[
          {
            label: facts.decision,
            value:
              plan.decision === null ? (
                ''
              ) : (
                <Link href={linkTo('decision', plan.decision.id)}>
                  <Reference>{plan.decision.reference}</Reference>
                </Link>
              ),
          },
          { label: facts.group, value: plan.groupName },
          { label: facts.priority, value: plan.priority === '' ? '' : `${plan.priority} ${plan.priorityTitle}` },
          { label: facts.outside, value: plan.outsideStrategyReason },
          { label: facts.hours, value: plan.hours.toLocaleString('en-GB') },
        ]}
      />
    </div>
  );
}

function Resources({ plan }: { readonly plan: PlanPage }): ReactNode {
  const titles = words.resourceColumns;
  return (
    <SheetSection title={words.resources} duties={[136]}>
      {plan.clashes.length > 0 && (
        <div className={sheet['banner']}>
          <strong>{words.clashes}</strong>
          <ul className={sheet['list']}>
            {plan.clashes.map((clash) => (
              <li key={clash.id}>
                {words.clash(clash.what, clash.unit, whenText(clash.from), whenText(clash.to))}{' '}
                <Link href={linkTo('delivery-plan', clash.planId)}>{clash.planTitle}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {plan.resources.length === 0 ? (
        <p className={sheet['dimmed']}>{words.noResources}</p>
      ) : (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{titles.unit}</th>
              <th scope="col">{titles.what}</th>
              <th scope="col" className={styles['number']}>
                {titles.hours}
              </th>
              <th scope="col">{titles.when}</th>
            </tr>
          </thead>
          <tbody>
            {placed(plan.resources).map(({ item: one, place }) => (
              <tr key={place}>
                <td>{one.unit}</td>
                <td>{one.what}</td>
                <td className={styles['number']}>{one.hours.toLocaleString('en-GB')}</td>
                <td>{words.period(whenText(one.from), whenText(one.to))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </SheetSection>
  );
}

function Measures({ plan }: { readonly plan: PlanPage }): ReactNode {
  const titles = words.measureColumns;
  return (
    <SheetSection title={words.measures} duties={[56, 126]}>
      {plan.measures.length === 0 ? (
        <p className={sheet['dimmed']}>{words.noMeasures}</p>
      ) : (
        <table className={styles['table']}>
          <thead>
            <tr>
              {Object.values(titles).map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {placed(plan.measures).map(({ item: one, place }) => (
              <tr key={place}>
                <td>{one.name}</td>
                <td>{one.baseline}</td>
                <td>{one.target}</td>
                <td>{one.result}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </SheetSection>
  );
}

function Reviews({ plan }: { readonly plan: PlanPage }): ReactNode {
  return (
    <SheetSection title={words.reviews} duties={[142]}>
      {plan.reviews.length === 0 ? (
        <p className={sheet['dimmed']}>{words.noReviews}</p>
      ) : (
        <ol className={sheet['list']}>
          {plan.reviews.toReversed().map((review) => (
            <li key={review.id} className={styles['tactic']}>
              <strong>{words.outcomes[review.outcome] ?? review.outcome}</strong>
              <span>
                <span className={sheet['prose']}>{review.text}</span>
                <br />
                <span className={sheet['dimmed']}>
                  {review.by} · <When at={review.at} />
                </span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </SheetSection>
  );
}
