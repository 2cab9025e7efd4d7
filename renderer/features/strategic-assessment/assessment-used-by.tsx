import type { ReactNode } from 'react';
import type { AssessmentPage } from '#shared/domain/strategic-assessment/strategic-assessment.queries.ts';
import { goTo } from '#renderer/app/location.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { type Column, DataTable } from '#renderer/components/data-table.tsx';
import { DutyTag } from '#renderer/components/duty-tag.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { When } from '#renderer/components/when.tsx';
import { assessmentsText } from '#renderer/text/assessments.ts';
import sheet from '#renderer/components/record-sheet.module.css';

const words = assessmentsText.used;
type Row = AssessmentPage['usedBy'][number];
const howOf = (row: Row): string => row.uses.map((use) => words.uses[use]).join(', ');

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'reference',
    title: words.columns.reference,
    width: 13,
    value: (row) => row.reference,
    cell: (row) => <Reference>{row.reference}</Reference>,
  },
  { id: 'decided', title: words.columns.decided, width: 12, value: (row) => row.decidedAt, cell: (row) => <When at={row.decidedAt} /> },
  { id: 'text', title: words.columns.text, width: 16, grow: true, value: (row) => row.text },
  { id: 'how', title: words.columns.how, width: 14, value: howOf },
];

/** The decisions that used the assessment (duty 23). */
export function AssessmentUsedBy({ page }: { readonly page: AssessmentPage }): ReactNode {
  return (
    <>
      <p className={sheet['dimmed']}>
        {words.help} <DutyTag number={23} />
      </p>
      <DataTable
        name="assessment-used"
        label={assessmentsText.pageTabs.used}
        rows={page.usedBy}
        columns={COLUMNS}
        noun={words.noun}
        sortedBy={{ column: 'decided', descending: true }}
        onOpen={(row) => goTo(linkTo('decision', row.id))}
        empty={<EmptyState title={words.none}>{words.noneBody}</EmptyState>}
        inFlow
      />
    </>
  );
}
