import type { ReactNode } from 'react';
import { rankText } from '#shared/domain/prioritisation/plain-words.ts';
import type { IssueInWork, PrioritisationPage } from '#shared/domain/prioritisation/prioritisation.queries.ts';
import type { RankedIssue } from '#shared/domain/prioritisation/ranking.ts';
import { DutyTag } from '#renderer/components/duty-tag.tsx';
import { PoliceOnly } from '#renderer/components/marking-badge.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { prioritisationText } from '#renderer/text/prioritisation.ts';
import styles from './outcomes.module.css';

const words = prioritisationText.outcomes;

/** Every issue by rank with how it ends and why (duties 95, 96). */
export function OutcomesView({
  page,
  ranked,
  onSettle,
}: {
  readonly page: PrioritisationPage;
  readonly ranked: readonly RankedIssue[];
  readonly onSettle: (issue: IssueInWork) => void;
}): ReactNode {
  return (
    <section className={styles['view']} aria-label={words.label}>
      <p className={styles['help']}>
        {words.help} <DutyTag number={95} /> <DutyTag number={96} />
      </p>
      <ol className={styles['list']}>
        {ranked.map((row) => {
          const issue = page.issuesInWork.find((one) => one.id === row.id);
          if (issue === undefined) return null;
          return (
            <li key={row.id} className={styles['row']} data-outcome={issue.state}>
              <span className={styles['rank']}>{rankText(row)}</span>
              <div className={styles['words']}>
                <p className={styles['title']}>
                  {issue.policeOnly && (
                    <>
                      <PoliceOnly />{' '}
                    </>
                  )}
                  {issue.title}
                  {issue.otherKeyThreat && <span className={styles['threat']}>{prioritisationText.otherKeyThreat}</span>}
                </p>
                <p className={styles['reason']}>
                  <strong>{words.state[issue.state]}</strong> {issue.outcomeReason}
                </p>
              </div>
              {page.state === 'open' && (
                <RuleButton size="compact-sm" variant="default" why={page.steps.change} onClick={() => onSettle(issue)}>
                  {issue.state === 'scoring' ? words.give : words.change}
                </RuleButton>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
