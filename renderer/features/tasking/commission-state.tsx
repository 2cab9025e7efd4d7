import type { ReactNode } from 'react';
import type { CommissionRow } from '#shared/domain/commission/commission.queries.ts';
import { StatusText } from '#renderer/components/status-text.tsx';
import { taskingText } from '#renderer/text/tasking.ts';

const words = taskingText.commissions;

/** Where a commission stands; overdue comes before the rest. */
export function CommissionState({ row }: { readonly row: CommissionRow }): ReactNode {
  if (row.overdueDays > 0) return <StatusText tone="danger">{words.overdue(row.overdueDays)}</StatusText>;
  const tone = row.state === 'delivered' ? 'attention' : row.state === 'heard' ? 'good' : 'quiet';
  return <StatusText tone={tone}>{words.states[row.state]}</StatusText>;
}
