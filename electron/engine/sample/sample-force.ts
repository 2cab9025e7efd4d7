import type { Instant } from '#shared/base/time.ts';
import type { SamplePerson } from '#shared/contracts/bridge/asks.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import type { Change } from '#shared/domain/kit/command.ts';
import type { FileToStore } from '../commands/run-changes.ts';

/** One step of building the sample force: what someone did on some day, checked by the same rules as everything else. */
export interface SampleStep {
  readonly act: string;
  /** Who did it, and when it was done: the journal says the same. */
  readonly actor: Actor;
  readonly at: Instant;
  readonly changes: readonly Change[];
  readonly subject: { readonly kind: string; readonly id: string } | null;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  readonly files: readonly FileToStore[];
}

/** Who may sign in to the sample force once it stands. */
export interface SampleAccount extends SamplePerson {
  readonly personId: string;
}

export interface SampleForceOptions {
  /** Writes one step with its journal entry, several in one transaction; throws when a rule refuses one, because then the sample force is wrong. */
  readonly run: (step: SampleStep) => Promise<void>;
  readonly newId: () => string;
  readonly now: Instant;
  readonly progress: (done: number, total: number, says: string) => void;
}

/** The sample force as the session needs it before it stands: whom one may sign in as, and with what. */
export interface SampleForce {
  readonly people: readonly SamplePerson[];
  readonly passPhrase: string;
  readonly load: LoadSampleForce;
}

/** A closed meeting of the story whose chair signs the minutes once the accounts stand. */
export interface SampleSigning {
  readonly meetingId: string;
  readonly signInName: string;
  readonly personId: string;
  readonly at: Instant;
}

/** Builds the sample force through `run` and names the accounts the session then opens with the sample pass phrase, and the minutes they then sign. */
export type LoadSampleForce = (
  options: SampleForceOptions,
) => Promise<{ readonly accounts: readonly SampleAccount[]; readonly toSign: readonly SampleSigning[] }>;
