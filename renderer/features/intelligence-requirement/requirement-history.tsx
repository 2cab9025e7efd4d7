import type { ReactNode } from 'react';
import type { RequirementHistory, RequirementPage } from '#shared/domain/intelligence-requirement/intelligence-requirement.queries.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { SheetSection } from '#renderer/components/record-sheet.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { requirementText } from '#renderer/text/requirement.ts';
import sheet from '#renderer/components/record-sheet.module.css';
import { BurnDownChart } from './burn-down-chart.tsx';
import styles from './requirement.module.css';

const words = requirementText.history;

/** Progress over time, and every dated version of the requirement in force (duties 104, 105). */
export function RequirementProgress({ history }: { readonly history: RequirementHistory | null }): ReactNode {
  if (history === null) return <EmptyState title={words.notYet} />;
  return (
    <div className={styles['sections']}>
      <SheetSection title={words.burnDown} duties={[104]}>
        <p className={sheet['dimmed']}>{words.burnDownHelp}</p>
        <BurnDownChart points={history.burnDown} />
      </SheetSection>
      <SheetSection title={words.changes} duties={[105]}>
        <ol className={styles['changes']}>
          {history.changes.map((change) => (
            <li key={change.id} className={styles['change']}>
              <When at={change.at} />
              <span>{words.what[change.what]}</span>
              {change.reference === '' ? <span /> : <Reference>{change.reference}</Reference>}
              <span className={styles['entry']}>
                <span>{change.text}</span>
                <span className={sheet['dimmed']}>{[change.because, change.by].filter((part) => part !== '').join(' · ')}</span>
              </span>
            </li>
          ))}
        </ol>
      </SheetSection>
    </div>
  );
}

/** Who looked at the requirement, when, and when it is looked at next (duty 109). */
export function RequirementReviews({ requirement }: { readonly requirement: RequirementPage }): ReactNode {
  const review = requirementText.review;
  if (requirement.reviews.length === 0) return <EmptyState title={requirement.state === 'draft' ? review.noneDraft : review.none} />;
  return (
    <SheetSection title={requirementText.views.reviews} duties={[109]}>
      <ol className={sheet['list']}>
        {requirement.reviews.toReversed().map((one) => (
          <li key={one.id} className={styles['entry']}>
            <span className={styles['entryHead']}>
              <strong>{review.outcomes[one.outcome] ?? one.outcome}</strong>
              <span>{one.group}</span>
            </span>
            <span className={sheet['prose']}>{one.text}</span>
            <span className={sheet['dimmed']}>
              {one.by} · <When at={one.at} /> · {review.next} {whenText(one.nextReviewOn)}
            </span>
          </li>
        ))}
      </ol>
    </SheetSection>
  );
}
