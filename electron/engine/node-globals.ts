import { webcrypto } from 'node:crypto';

// RxDB asks for it while it loads, and the Node inside older Electron has no such global: this file is imported before anything else.
globalThis.crypto ??= webcrypto as typeof globalThis.crypto;
