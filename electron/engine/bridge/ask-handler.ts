import type { z } from 'zod';
import type { Result } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time.ts';
import type { AskName, AskOut, askShapes } from '#shared/contracts/bridge/asks.ts';
import type { JournalEntry } from '#shared/contracts/record/journal-entry.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import type { Kind } from '#shared/domain/bodies.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import type { RunChanges } from '../commands/run-changes.ts';
import type { OsPort } from '../os-port.ts';

/** A signature made by a person who typed their pass phrase for it. */
export interface PersonalSignature {
  readonly personId: string;
  readonly name: string;
  /** Ed25519, lower-case hex, 64 digits. */
  readonly publicKey: string;
  /** Ed25519 over the message, lower-case hex, 128 digits. */
  readonly signature: string;
}

/** One of the engine's own acts, written to the journal by itself. */
export interface ActToJournal {
  readonly act: string;
  readonly subject: { readonly kind: Kind; readonly id: string } | null;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

/** What an ask may use while the vault is open and someone is signed in. */
export interface AskContext {
  readonly actor: Actor;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** Id of this device, as in `rev` and in the journal. */
  readonly deviceId: string;
  /** Sees everything: for rules and numbering, never for what a person is shown. */
  readonly full: Reading;
  /** Sees what the actor may read. */
  readonly reading: Reading;
  readonly runChanges: RunChanges;
  /** Resolves once the entry is stored. */
  readonly journalAct: (act: ActToJournal) => Promise<Result<{ readonly seq: number }>>;
  /** The journal's entries of one act about one record, in order. For numbering, never for what a person is shown. */
  readonly journalled: (act: string, subject: string) => Promise<readonly JournalEntry[]>;
  /** The bytes frozen under a file id, or null when there are none or a chunk no longer matches its digest. Asks no policy: read the record it belongs to first. */
  readonly readFile: (fileId: string) => Promise<Uint8Array | null>;
  /**
   * Signs as the person whose sign-in name and pass phrase these are, whoever is signed in. A wrong pass phrase is slowed down
   * and journalled like one at the door (`vault/name-or-pass-phrase-wrong`).
   */
  readonly signAs: (signInName: string, passPhrase: string, message: Uint8Array) => Promise<Result<PersonalSignature>>;
  /** This device as a witness: its name for people, its public key and what signs with it (Ed25519, lower-case hex). */
  readonly device: { readonly name: string; readonly publicKey: string; sign(message: Uint8Array): string };
  /** The chunks of a stored file in order, each checked; null where it is not whole. Asks no policy either. */
  readonly chunks: (fileId: string) => AsyncGenerator<Uint8Array<ArrayBuffer> | null, void>;
  /** Aborted when the person no longer wants it, or their window is gone. */
  readonly signal: AbortSignal;
  /** For anything longer than a second. */
  readonly progress: (done: number, total: number, says: string) => void;
  readonly os: OsPort;
}

export type AskHandler<Name extends AskName> = (
  args: z.output<(typeof askShapes)[Name]>,
  context: AskContext,
) => Promise<Result<AskOut[Name]>>;

/** The asks one part of the engine answers. */
export type AskHandlers<Name extends AskName = AskName> = { readonly [One in Name]: AskHandler<One> };
