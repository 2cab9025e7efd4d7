import { engine } from '#electron/engine/engine.ts';
export const server = engine;
