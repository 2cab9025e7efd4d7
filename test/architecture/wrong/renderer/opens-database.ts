import { createRxDatabase } from 'rxdb';
export const opens = createRxDatabase;
