export type { Decision } from './decision/decision.schema.ts';
