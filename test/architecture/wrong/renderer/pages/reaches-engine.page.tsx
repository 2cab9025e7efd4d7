import { engine } from '#electron/engine/engine.ts';
export const reaches = engine;
