import type { Decision } from '#shared/domain/registry.ts';
import { asked } from '#shared/domain/kit/query.ts';
export type Registered = Decision;
export const kit = asked;
