import { row } from '#renderer/features/action/action-row.tsx';
export const decisionRow = row;
