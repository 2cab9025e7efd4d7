import type { ReactNode } from 'react';
import type { AssessmentPage } from '#shared/domain/strategic-assessment/strategic-assessment.queries.ts';
import { SheetSection } from '#renderer/components/record-sheet.tsx';
import { StatusText, type Tone } from '#renderer/components/status-text.tsx';
import { When } from '#renderer/components/when.tsx';
import { assessmentsText } from '#renderer/text/assessments.ts';
import sheet from '#renderer/components/record-sheet.module.css';
import styles from './assessment.module.css';

const words = assessmentsText.review;
const STAGES = ['terms', 'drafting', 'in-review', 'final'] as const;

/** How far the assessment is on its way to final, what reviews said, and who has signed what off (duties 13, 69). */
export function AssessmentReviewTab({ page }: { readonly page: AssessmentPage }): ReactNode {
  return (
    <article className={sheet['sheet']}>
      <SheetSection title={words.way} duties={[13, 29]}>
        <ol className={styles['way']}>
          {STAGES.map((stage) => (
            <li key={stage}>
              <StatusText tone={toneOf(page, stage)}>
                {words.stages[stage]}
                {stage === 'drafting' && ` (${page.signedOff}/${page.sections.length})`}
              </StatusText>
            </li>
          ))}
        </ol>
        {page.reviewer !== '' && (
          <p className={sheet['dimmed']}>
            {words.reviewer}: {page.reviewer}
          </p>
        )}
      </SheetSection>
      <SheetSection title={words.reviews} duties={[13]}>
        {page.reviews.length === 0 ? (
          <p className={sheet['dimmed']}>{words.none}</p>
        ) : (
          <ol className={sheet['list']}>
            {page.reviews.toReversed().map((review) => (
              <li key={review.id}>
                <strong>{words.outcomes[review.outcome] ?? review.outcome}</strong>{' '}
                <span className={sheet['dimmed']}>
                  {review.by} · <When at={review.at} />
                </span>
                {review.text !== '' && <p className={sheet['prose']}>{review.text}</p>}
              </li>
            ))}
          </ol>
        )}
      </SheetSection>
      <SheetSection title={words.signOffs} duties={[69]}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{words.columns.section}</th>
              <th scope="col">{words.columns.owner}</th>
              <th scope="col">{words.columns.state}</th>
            </tr>
          </thead>
          <tbody>
            {page.sections.map((section) => (
              <tr key={section.id}>
                <td>{section.heading}</td>
                <td>{[section.owner, section.ownerAgency].filter((part) => part !== '').join(', ') || assessmentsText.sections.noOwner}</td>
                <td>
                  <StatusText tone={section.signedOff ? 'good' : section.empty ? 'quiet' : 'active'}>
                    {section.signedOff
                      ? assessmentsText.sections.signedOff
                      : section.empty
                        ? assessmentsText.sections.empty
                        : assessmentsText.sections.open}
                  </StatusText>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </SheetSection>
    </article>
  );
}

function toneOf(page: AssessmentPage, stage: (typeof STAGES)[number]): Tone {
  if (page.state === 'withdrawn') return 'quiet';
  const reached = STAGES.indexOf(page.state as (typeof STAGES)[number]);
  const place = STAGES.indexOf(stage);
  if (place < reached || page.state === 'final') return 'good';
  return place === reached ? 'active' : 'quiet';
}
