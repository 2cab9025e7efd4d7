import type { ReactNode } from 'react';
import type { SectionRow } from '#shared/domain/strategic-assessment/strategic-assessment.queries.ts';
import { assessmentsText } from '#renderer/text/assessments.ts';
import styles from './section.module.css';

const words = assessmentsText.sections;

interface SectionNavigationProps {
  readonly sections: readonly SectionRow[];
  readonly chosenId: string;
  readonly onChoose: (sectionId: string) => void;
  /** The button that adds a section, for those who lay out. */
  readonly add: ReactNode;
}

/** The sections of an assessment in order, each with its owner and whether it is signed off. */
export function SectionNavigation({ sections, chosenId, onChoose, add }: SectionNavigationProps): ReactNode {
  const done = sections.filter((section) => section.signedOff).length;
  return (
    <nav className={styles['nav']} aria-label={words.label}>
      <div className={styles['navHead']}>
        <span>{words.progress(done, sections.length)}</span>
        {add}
      </div>
      <ol className={styles['navList']}>
        {sections.map((section) => (
          <li key={section.id}>
            <button
              type="button"
              className={styles['navItem']}
              aria-current={section.id === chosenId ? 'true' : undefined}
              onClick={() => onChoose(section.id)}
            >
              <span>{section.heading}</span>
              <span className={styles['navUnder']}>
                <span className={section.signedOff ? styles['navDone'] : undefined}>
                  {section.signedOff ? `✓ ${words.signedOff}` : section.empty ? words.empty : words.open}
                </span>
                <span>{section.ownerAgency !== '' ? section.ownerAgency : section.owner === '' ? words.noOwner : section.owner}</span>
                {section.policeOnly && <span>{words.policeOnly}</span>}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
