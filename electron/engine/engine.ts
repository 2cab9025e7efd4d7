import './node-globals.ts';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { ID_LENGTH, idFromRandom } from '#shared/base/shapes.ts';
import { type EngineToMain, type LockReason, type MainToEngine, VAULT_ARGUMENT } from '#shared/contracts/os/messages.ts';
import { findDocument } from '#shared/domain/documents.ts';
import { findCommand, findNoun, findQuery } from '#shared/domain/registry.ts';
import about from '../../package.json' with { type: 'json' };
import type { Port } from './bridge/serve-port.ts';
import { contentFreeLine } from './content-free-log.ts';
import { createEngine } from './create-engine.ts';
import { documentAsks } from './documents/document-asks.ts';
import { verifierPageIn } from './documents/verifier-page.ts';
import { keychainThrough } from './os-keychain.ts';
import type { OsPort } from './os-port.ts';
import { savingThrough } from './saving-through.ts';
import { pictureMaker } from './pictures/make-picture.ts';
import { northmoor } from './sample/load-northmoor.ts';
import { systemClock } from './session/clock.ts';

/** As much of Electron's MessagePortMain as the engine needs; the types of Electron stay out of everything but the shell. */
interface MainPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  start(): void;
  close(): void;
}
interface ParentPort {
  postMessage(message: EngineToMain): void;
  on(event: 'message', listener: (event: { readonly data: unknown; readonly ports: readonly MainPort[] }) => void): void;
}

const TIME_FOR_LAST_WORDS_MS = 150;
/** Beside the vault's folder, so that it does not go back in time together with it. */
const MARK_FILE_NAME = 'vault.mark';

function start(): void {
  const parentPort = (process as unknown as { readonly parentPort?: ParentPort }).parentPort;
  if (parentPort === undefined) throw new Error('the engine runs as a utility process of Cordon');
  const folder = process.argv.find((argument) => argument.startsWith(VAULT_ARGUMENT))?.slice(VAULT_ARGUMENT.length);
  if (folder === undefined || folder === '') throw new Error(`the engine is started with ${VAULT_ARGUMENT}<folder>`);

  const bug = (where: string, error: unknown): void => {
    process.stderr.write(`${contentFreeLine(where, error)}\n`);
  };
  process.on('uncaughtException', (error) => bug('process', error));
  process.on('unhandledRejection', (error) => bug('promise', error));

  const tell = (message: EngineToMain): void => parentPort.postMessage(message);
  const waiting = new Map<number, { resolve(message: MainToEngine): void }>();
  let lastId = 0;
  const ask = (make: (id: number) => EngineToMain): Promise<MainToEngine> =>
    new Promise((resolve) => {
      lastId += 1;
      waiting.set(lastId, { resolve });
      tell(make(lastId));
    });
  const os: OsPort = {
    async print(html, title, dress) {
      const answer = await ask((id) => ({ t: 'print', id, html, title, ...dress }));
      if (answer.t !== 'printed' || answer.bytes === null)
        throw new Error(answer.t === 'printed' ? answer.trouble : 'The page could not be printed.');
      return answer.bytes;
    },
    async save(suggestedName, bytes) {
      const answer = await ask((id) => ({ t: 'save', id, suggestedName, bytes: new Uint8Array(bytes) }));
      if (answer.t !== 'saved' || answer.trouble !== '')
        throw new Error(answer.t === 'saved' ? answer.trouble : 'The file could not be saved.');
      return { path: answer.path };
    },
    saveInPieces: savingThrough(ask),
    async chooseFolder(title) {
      const answer = await ask((id) => ({ t: 'choose-folder', id, title }));
      if (answer.t !== 'folder-chosen' || answer.trouble !== '')
        throw new Error(answer.t === 'folder-chosen' ? answer.trouble : 'No folder could be chosen.');
      return { path: answer.path };
    },
    opened: ({ idleLockMinutes, contentProtection }) => tell({ t: 'opened', idleLockMinutes, contentProtection }),
    locked(why) {
      tell({ t: 'locked', why });
      // Nothing of the vault may stay in memory: the process ends as soon as its last messages are on their way.
      setTimeout(() => process.exit(0), TIME_FOR_LAST_WORDS_MS);
    },
  };

  const engine = createEngine({
    folder,
    markFile: join(dirname(folder), MARK_FILE_NAME),
    keychain: keychainThrough(ask),
    clock: systemClock,
    newId: () => idFromRandom(randomBytes(ID_LENGTH)),
    findCommand,
    findQuery,
    findNoun,
    os,
    version: about.version,
    documents: documentAsks({ verifierPage: verifierPageIn(join(__dirname, '..')), findDocument }),
    sample: northmoor,
    makePicture: pictureMaker(join(__dirname, '..', 'pictures', 'pictures.cjs')),
    bug,
  });

  parentPort.on('message', ({ data, ports }) => {
    const message = data as MainToEngine;
    switch (message.t) {
      case 'window-port': {
        const [port] = ports;
        if (port !== undefined) engine.serve(portOver(port));
        return;
      }
      case 'lock':
        engine.lock(message.why satisfies LockReason).catch((error: unknown) => bug('lock', error));
        return;
      case 'keychain-answered':
      case 'printed':
      case 'saved':
      case 'saving-begun':
      case 'piece-saved':
      case 'folder-chosen':
        waiting.get(message.id)?.resolve(message);
        waiting.delete(message.id);
        return;
      default:
        bug('message from main', new TypeError());
    }
  });
  tell({ t: 'ready' });
}

function portOver(port: MainPort): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage(listener) {
      port.on('message', ({ data }) => listener(data));
      port.start();
    },
    close: () => port.close(),
  };
}

start();
