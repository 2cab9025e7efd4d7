import { z } from 'zod';
import { dayShape, idShape, lineShape, maybeIdShape, maybeInstantShape, maybeLineShape, proseShape } from '#shared/base/shapes.ts';
import { PRINT_FORMATS } from '#shared/contracts/document/print-document.ts';
import { rankShape } from '#shared/domain/person/person.schema.ts';
import type { CopyListed, MinutesDocument, SignatureShown } from '#shared/domain/minutes/minutes-document.ts';
import { COPY_FORMATS } from '#shared/domain/minutes/minutes.schema.ts';
import { PAPER_TYPES } from '#shared/domain/paper/paper.schema.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import type { BackupListed, BackupOffer, BackupProof, BackupsView, DamageFound, RestoreReport } from './backups.ts';
import type { JournalEntry } from '#shared/contracts/record/journal-entry.ts';

/** A pass phrase as typed: long rather than complicated; never trimmed, never stored, never logged. */
const passPhraseShape = z.string().min(1).max(1024);
const newPassPhraseShape = z.string().min(1).max(1024);
export const signInNameShape = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9.-]{1,39}$/, 'Use two to forty letters, digits, dots or hyphens.');

/** The state of this workstation as the sign-in screen needs it: nothing here tells whose vault it is. */
export interface SessionState {
  readonly vault: 'none' | 'locked' | 'open';
  /** True for the synthetic sample force. */
  readonly sample: boolean;
  /** For the sample force only: whom one may sign in as. Empty otherwise. */
  readonly samplePeople: readonly SamplePerson[];
  /** For the sample force only: the pass phrase all of them share, so that one click fills it in. Empty otherwise. */
  readonly samplePassPhrase: string;
  /** Seconds until another try is taken; 0 when one is. */
  readonly waitSeconds: number;
  /** Set when the recovery key was printed in shares: how many of them it takes. */
  readonly recoveryShares: { readonly needed: number; readonly made: number } | null;
  readonly actor: Actor | null;
  readonly deviceName: string;
  readonly idleLockMinutes: number;
  /** A sentence when the vault cannot be opened at all (newer version, damaged); empty otherwise. */
  readonly trouble: string;
  /** What to tell the person just signed in: failed tries since last time, a journal that does not fit. */
  readonly notices: readonly string[];
}

/** What an administrator sees of the keys of this vault: never a key. */
export interface KeysView {
  /** How many data keys the vault has had, and since when it has the present one; empty when that is not known. */
  readonly generation: number;
  readonly since: string;
  readonly rekey: {
    /** `waiting`: one was begun and goes on by itself at the next sign-in. */
    readonly state: 'none' | 'running' | 'waiting';
    readonly done: number;
    readonly total: number;
    /** Why it stopped by itself; empty otherwise. */
    readonly trouble: string;
  };
  /** Who has to sign in once before a new key can be made for everyone, and whether the recovery key has to be renewed for it. */
  readonly notYet: { readonly people: readonly string[]; readonly recovery: boolean };
  readonly recovery: { readonly madeAt: string; readonly split: { readonly needed: number; readonly made: number } | null };
  /** `trouble` says why this computer’s keychain cannot be relied on; empty when it can. */
  readonly keychain: { readonly bound: boolean; readonly since: string; readonly trouble: string };
  readonly cost: 'standard' | 'strong';
  /** People whose slot still costs less to guess than the policy asks, until they sign in. */
  readonly belowCost: number;
  readonly people: number;
}

/** One share of the recovery key as typed. */
export interface ShareSeen {
  readonly number: number;
  readonly made: number;
  readonly needed: number;
  /** False when it belongs to an earlier set, whose words open nothing any more. */
  readonly newest: boolean;
}

export interface SamplePerson {
  readonly signInName: string;
  readonly name: string;
  readonly does: string;
}

export interface SearchHit {
  readonly kind: string;
  readonly id: string;
  readonly parent: string;
  readonly title: string;
  /** Plain text with `\u0001` before and `\u0002` after each match. */
  readonly snippet: string;
  /** Found only by the sound of a word: shown as such. */
  readonly soundsLike: boolean;
  readonly state: string;
  readonly sortAt: string;
}

export interface JournalPage {
  readonly entries: readonly (JournalEntry & { readonly actorName: string; readonly subjectName: string })[];
  readonly total: number;
}

export interface JournalReport {
  readonly whole: boolean;
  readonly entries: number;
  readonly seals: number;
  /** The first entry that does not fit, and what is wrong with it as a sentence; null when all fit. */
  readonly firstFault: { readonly seq: number; readonly at: string; readonly says: string } | null;
  readonly headMatches: boolean;
  /** Whether search finds every record by what it holds. An index that does not fit is made anew in the background. */
  readonly search: { readonly state: 'fits' | 'being-made-anew' | 'did-not-fit'; readonly wrong: number };
}

export interface HistoryVersion {
  readonly rev: string;
  readonly updatedAt: string;
  readonly updatedByName: string;
  readonly state: string;
  readonly body: unknown;
}

const backupIdShape = z.string().regex(/^cordon-[0-9a-f]{8}-\d{8}T\d{6}Z(-\d{1,4})?$/, 'This is not a backup Cordon made.');
const fromTheDoor = z.object({
  place: z.string().min(1).max(2000),
  backupId: backupIdShape,
  signInName: signInNameShape,
  passPhrase: passPhraseShape,
});

const passPhraseOf = z.object({ signInName: signInNameShape, passPhrase: passPhraseShape });

/**
 * What the window may ask of the engine besides commands and queries: things that touch keys, files or the operating system.
 * Name -> shape of the arguments. The outcome types are in `AskOut`.
 */
export const askShapes = {
  'session.look': z.object({}),
  'session.sign-in': passPhraseOf,
  /** With the 24 words, or, where the key was printed in shares, with as many shares as it takes. */
  'session.recover': z.object({
    words: z.string().max(1000),
    shares: z.array(z.string().max(1000)).max(15).optional(),
    signInName: signInNameShape,
    newPassPhrase: newPassPhraseShape,
  }),
  /** Says which share of the recovery key somebody is typing, and whether it is one of the newest set; for one at a time. */
  'recovery.look-at-share': z.object({ words: z.string().max(1000) }),
  'session.lock': z.object({}),
  /** Someone typed or moved the mouse: puts off the idle lock. */
  'session.touch': z.object({}),
  'vault.create': z.object({
    workstationName: lineShape(80),
    forceName: lineShape(120),
    forceCode: z.string().regex(/^[A-Z]{2,6}$/, 'Use two to six capital letters.'),
    hasAreas: z.boolean(),
    areas: z
      .array(z.object({ name: lineShape(120), code: z.string().regex(/^[A-Z0-9]{1,6}$/, 'Use one to six capital letters or digits.') }))
      .max(60),
    givenName: lineShape(80),
    familyName: lineShape(80),
    rank: rankShape,
    serviceNumber: maybeLineShape(20),
    signInName: signInNameShape,
    passPhrase: newPassPhraseShape,
  }),
  'vault.create-sample': z.object({}),
  /** Sentences about a pass phrase while it is chosen; empty when it will do. */
  'account.weigh-pass-phrase': z.object({ passPhrase: z.string().max(1024), signInName: z.string().max(40) }),
  'account.open': z.object({ personId: idShape, signInName: signInNameShape, passPhrase: newPassPhraseShape }),
  'account.close': z.object({ accountId: idShape, reason: lineShape(400) }),
  'account.change-pass-phrase': z.object({ passPhrase: passPhraseShape, newPassPhrase: newPassPhraseShape }),
  /** What the Backups page shows; for whoever looks after backups. */
  'backup.look': z.object({}),
  'backup.make': z.object({}),
  /** Proves a backup without touching the vault; an empty id takes the newest. */
  'backup.drill': z.object({ backupId: z.union([z.literal(''), backupIdShape]) }),
  /** Reads every page of the vault now. */
  'backup.look-for-damage': z.object({}),
  /** Where backups go: Cordon's own place, or one chosen in the operating system's dialogue. */
  'backup.choose-place': z.object({ own: z.boolean() }),
  /** What putting the vault back would mean; changes nothing. */
  'backup.report': z.object({ backupId: backupIdShape }),
  /** Puts the vault back as it was in a backup and locks. The vault as it is now is set aside. */
  'backup.restore': z.object({ backupId: backupIdShape, reason: proseShape(2000) }),
  /** The same from the sign-in screen, for a vault that cannot be opened. */
  'restore.look': z.object({}),
  'restore.choose-place': z.object({}),
  'restore.report': fromTheDoor,
  'restore.run': fromTheDoor.extend({ reason: proseShape(2000) }),
  'keys.look': z.object({}),
  /** A new data key for the whole vault, in the background; `keys.look` says how far it has got. */
  'keys.begin-rekey': z.object({}),
  'keys.give-up-rekey': z.object({}),
  'keys.set-cost': z.object({ cost: z.enum(['standard', 'strong']) }),
  /** New recovery words; with `shares` above 1, that many sheets of which any `needed` open the vault. The old words open nothing any more. */
  'keys.renew-recovery': z.object({ passPhrase: passPhraseShape, needed: z.int().min(1).max(10), shares: z.int().min(1).max(10) }),
  /** Whether every sign-in needs the keychain of this computer besides the pass phrase. */
  'keys.bind-keychain': z.object({ passPhrase: passPhraseShape, bound: z.boolean() }),
  /** Destroys every key of the vault and its files; `typed` must be the name of the workstation. A signed receipt is saved first, where the person chooses. */
  'vault.erase': z.object({ passPhrase: passPhraseShape, typed: z.string().max(200) }),
  'search.find': z.object({ text: z.string().max(400), kinds: z.array(z.string().max(40)).max(30), limit: z.int().min(1).max(100) }),
  'journal.page': z.object({
    actor: maybeIdShape,
    act: z.string().max(80),
    subject: maybeIdShape,
    from: maybeInstantShape,
    to: maybeInstantShape,
    skip: z.int().min(0),
    limit: z.int().min(1).max(500),
  }),
  'journal.verify': z.object({}),
  'record.history': z.object({ kind: z.string().max(40), id: idShape }),
  /** A file is about to be laid before a meeting: whether it would be taken, and in which pieces it is to be sent. */
  'paper.begin': z.object({
    meetingId: idShape,
    title: lineShape(200),
    paperType: z.enum(PAPER_TYPES),
    fileName: lineShape(200),
    mediaType: maybeLineShape(120),
    size: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
    asOf: z.union([z.literal(''), dayShape]),
    confidence: z.enum(['', 'low', 'moderate', 'high']),
    policeOnly: z.boolean(),
  }),
  /** The next piece of a file under way, with its SHA-256; answered when it is stored. */
  'file.piece': z.object({
    uploadId: idShape,
    number: z.int().min(0).max(1_000_000),
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.instanceof(Uint8Array),
  }),
  /** Gives up a file under way: nothing of it is kept. */
  'file.abandon': z.object({ uploadId: idShape }),
  /** Every piece was sent: lays the paper before the meeting. */
  'paper.attach': z.object({ uploadId: idShape }),
  /** Saves a copy where the person chooses; can be cancelled. */
  'paper.save': z.object({ paperId: idShape }),
  /** A small picture of a paper that is one. */
  'paper.picture': z.object({ paperId: idShape }),
  'minutes.preview': z.object({ meetingId: idShape, partnerAgencyId: maybeIdShape }),
  'minutes.sign': z.object({ meetingId: idShape, signInName: signInNameShape, passPhrase: passPhraseShape }),
  /** Saves a numbered copy where the person chooses; the choice is made in the operating system's dialogue. */
  'minutes.hand-out': z.object({
    meetingId: idShape,
    format: z.enum(COPY_FORMATS),
    recipient: lineShape(200),
    partnerAgencyId: maybeIdShape,
  }),
  /** Saves twelve months of the planning calendar as iCalendar where the person chooses: kinds of dates and codes of groups, no content (duty 57). */
  'calendar.save': z.object({ from: dayShape }),
  /** Saves the stand-alone verifier page where the person chooses. */
  'verifier.save': z.object({}),
  /** Draws a document of `shared/domain/documents.ts` by name and saves it where the person chooses; `args` are the document's own. */
  'document.save': z.object({
    name: z.string().min(1).max(100),
    args: z.record(z.string().max(60), z.unknown()),
    format: z.enum(PRINT_FORMATS),
  }),
} as const;

export interface AskOut {
  'session.look': SessionState;
  'session.sign-in': SessionState;
  'session.recover': SessionState;
  'recovery.look-at-share': ShareSeen;
  'session.lock': null;
  'session.touch': null;
  /** 24 recovery words, shown once. Nobody is signed in yet. */
  'vault.create': { readonly recoveryWords: readonly string[] };
  'vault.create-sample': { readonly people: readonly SamplePerson[]; readonly passPhrase: string };
  'account.weigh-pass-phrase': { readonly concerns: readonly string[] };
  'account.open': { readonly accountId: string };
  'account.close': null;
  'account.change-pass-phrase': null;
  'backup.look': BackupsView;
  'backup.make': BackupListed;
  'backup.drill': { readonly backup: BackupListed; readonly proof: BackupProof };
  'backup.look-for-damage': { readonly damage: DamageFound | null };
  /** `path` is empty when the person cancelled the dialogue. */
  'backup.choose-place': { readonly path: string };
  'backup.report': RestoreReport;
  'backup.restore': null;
  'restore.look': {
    readonly offers: readonly BackupOffer[];
    readonly places: readonly { readonly path: string; readonly there: boolean }[];
  };
  'restore.choose-place': { readonly path: string };
  'restore.report': RestoreReport;
  'restore.run': null;
  'keys.look': KeysView;
  'keys.begin-rekey': null;
  'keys.give-up-rekey': null;
  'keys.set-cost': null;
  /** One sheet of 24 words, or the sheets of the shares in order. Shown once. */
  'keys.renew-recovery': { readonly sheets: readonly (readonly string[])[]; readonly needed: number };
  'keys.bind-keychain': null;
  'vault.erase': { readonly receiptPath: string };
  /** `renewing`: the index is being made anew, so that something may still be missing. */
  'search.find': { readonly hits: readonly SearchHit[]; readonly more: boolean; readonly renewing: boolean };
  'journal.page': JournalPage;
  'journal.verify': JournalReport;
  'record.history': { readonly versions: readonly HistoryVersion[] };
  'paper.begin': { readonly uploadId: string; readonly pieceBytes: number };
  'file.piece': null;
  'file.abandon': null;
  'paper.attach': { readonly paperId: string };
  /** `path` is empty when the person cancelled the dialogue. */
  'paper.save': { readonly path: string };
  /** A small JPEG; null when there is none to be had. */
  'paper.picture': { readonly bytes: Uint8Array | null };
  /** The minutes as they read in every format; signed ones from the records as they stood when sealed. */
  'minutes.preview': {
    readonly document: MinutesDocument;
    readonly signature: SignatureShown | null;
    readonly copies: readonly CopyListed[];
  };
  'minutes.sign': { readonly sealHash: string; readonly signerName: string };
  /** `path` is empty when the person cancelled the dialogue. */
  'minutes.hand-out': { readonly path: string; readonly copyNumber: number; readonly withheld: number };
  /** `path` is empty when the person cancelled the dialogue. */
  'calendar.save': { readonly path: string; readonly dates: number };
  'verifier.save': { readonly path: string };
  /** `path` is empty when the person cancelled the dialogue; `pages` is 0 where they are not known, as in a Word document. */
  'document.save': { readonly path: string; readonly copyNumber: number; readonly pages: number };
}

export type AskName = keyof typeof askShapes;
export type AskArgs<Name extends AskName> = z.input<(typeof askShapes)[Name]>;
