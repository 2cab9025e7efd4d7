import type { ReactNode } from 'react';
import { DutyTag } from './duty-tag.tsx';
import styles from './record-sheet.module.css';

/** A part of a record that is read like a sheet of paper: its heading with the duties it answers, and what stands under it. */
export function SheetSection({
  title,
  duties = [],
  children,
}: {
  readonly title: string;
  readonly duties?: readonly number[];
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className={styles['section']}>
      <div className={styles['head']}>
        <h2 className={styles['heading']}>{title}</h2>
        {duties.map((duty) => (
          <DutyTag key={duty} number={duty} />
        ))}
      </div>
      {children}
    </section>
  );
}
