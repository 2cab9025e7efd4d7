import { diffWordsWithSpace } from 'diff';
import { type ReactNode, useMemo } from 'react';
import { VisuallyHidden } from '@mantine/core';
import type { SectionCompared } from '#shared/domain/strategic-assessment/assessment-versions.ts';
import { placed } from '#renderer/components/placed.ts';
import { assessmentsText } from '#renderer/text/assessments.ts';
import { tidyDifferences } from './tidy-differences.ts';
import sheet from '#renderer/components/record-sheet.module.css';
import styles from './assessment.module.css';

const words = assessmentsText.versions;
const whole = (side: SectionCompared['left']): string =>
  side === null ? '' : [side.text, side.lines].filter((part) => part !== '').join('\n\n');

/** Whether a section reads the same on both sides. */
export function isSame({ left, right }: SectionCompared): boolean {
  return left !== null && right !== null && left.heading === right.heading && whole(left) === whole(right);
}

/** Two versions of a section side by side, with the words taken out at the left and those added at the right. */
export function WordDifferences({ compared }: { readonly compared: SectionCompared }): ReactNode {
  const { left, right } = compared;
  const parts = useMemo(() => tidyDifferences(diffWordsWithSpace(whole(left), whole(right))), [left, right]);
  return (
    <section className={styles['pair']}>
      <h3>
        {left !== null && right !== null && left.heading !== right.heading ? (
          <>
            <del>{left.heading}</del> {right.heading}
          </>
        ) : (
          (right ?? left)?.heading
        )}
      </h3>
      <Side missing={left === null}>
        {placed(parts).map(
          ({ item: part, place }) =>
            !part.added &&
            (part.removed ? (
              <del key={place}>
                <VisuallyHidden>[{words.removedWords}: </VisuallyHidden>
                {part.value}
                <VisuallyHidden>]</VisuallyHidden>
              </del>
            ) : (
              <span key={place}>{part.value}</span>
            )),
        )}
      </Side>
      <Side missing={right === null}>
        {placed(parts).map(
          ({ item: part, place }) =>
            !part.removed &&
            (part.added ? (
              <ins key={place}>
                <VisuallyHidden>[{words.addedWords}: </VisuallyHidden>
                {part.value}
                <VisuallyHidden>]</VisuallyHidden>
              </ins>
            ) : (
              <span key={place}>{part.value}</span>
            )),
        )}
      </Side>
    </section>
  );
}

function Side({ missing, children }: { readonly missing: boolean; readonly children: ReactNode }): ReactNode {
  return missing ? <p className={sheet['dimmed']}>{words.notThere}</p> : <div className={styles['side']}>{children}</div>;
}
