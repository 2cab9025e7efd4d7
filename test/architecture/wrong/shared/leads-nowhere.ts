import { gone } from './not-there.ts';
export const nowhere = gone;
