import type { ReactNode } from 'react';
import type { ActionRow } from '#shared/domain/action/action-rows.ts';
import { StatusText, type Tone } from '#renderer/components/status-text.tsx';
import { actionsText } from '#renderer/text/actions.ts';

const TONES: Readonly<Record<string, Tone>> = {
  open: 'quiet',
  'in-progress': 'active',
  blocked: 'attention',
  claimed: 'good',
  verified: 'good',
  withdrawn: 'quiet',
};

/** The state of an action in words: overdue comes before everything else, because someone has to act. */
export function actionStateText(row: Pick<ActionRow, 'state' | 'overdueDays'>): string {
  const state = actionsText.states[row.state] ?? row.state;
  return row.overdueDays > 0 ? `${state}, ${actionsText.overdue(row.overdueDays)}` : state;
}

export function ActionState({ row }: { readonly row: Pick<ActionRow, 'state' | 'overdueDays'> }): ReactNode {
  return <StatusText tone={row.overdueDays > 0 ? 'danger' : (TONES[row.state] ?? 'quiet')}>{actionStateText(row)}</StatusText>;
}
