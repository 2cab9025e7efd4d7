import type { AskName } from '#shared/contracts/bridge/asks.ts';
import type { Command } from '#shared/domain/kit/command.ts';
import type { Noun } from '#shared/domain/kit/noun.ts';
import type { Query } from '#shared/domain/kit/query.ts';
import type { AskHandlers } from '../bridge/ask-handler.ts';
import type { OsPort } from '../os-port.ts';
import type { MakePicture } from '../pictures/make-picture.ts';
import type { SampleForce } from '../sample/sample-force.ts';
import type { Argon2Cost } from '../vault/key-box.ts';
import type { Keychain } from '../vault/unlocked-header.ts';
import type { Clock } from './clock.ts';

/** The world the engine runs in, handed in once. */
export interface EngineParts {
  /** Folder of the vault. */
  readonly folder: string;
  /** A file outside that folder for the note of how far the vault had got, by which an older copy of the whole folder is noticed. */
  readonly markFile?: string;
  /** The keychain of the operating system, where there is one. */
  readonly keychain?: Keychain;
  /** Bytes free on the disk the folder is on; left out for what the operating system says. */
  readonly freeBytes?: (folder: string) => Promise<number>;
  /** Makes small pictures of stored ones; left out where none are wanted. */
  readonly makePicture?: MakePicture;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Cost of one guess at a pass phrase; left out for the standard. */
  readonly cost?: Argon2Cost;
  readonly findCommand: (name: string) => Command | undefined;
  readonly findQuery: (name: string) => Query | undefined;
  readonly findNoun: (kind: string) => Noun | undefined;
  readonly os: OsPort;
  /** Version of the application. */
  readonly version: string;
  /** The asks that make documents. */
  readonly documents: Partial<AskHandlers<Extract<AskName, `minutes.${string}` | 'verifier.save' | 'document.save' | 'calendar.save'>>>;
  readonly sample: SampleForce | null;
  /** A fault of ours, for the log: says where, never what. */
  readonly bug: (where: string, error: unknown) => void;
}
