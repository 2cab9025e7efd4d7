import type { Decision } from '#shared/domain/decision/decision.schema.ts';
export type Printed = Decision;
