import type { ChainHead } from '#shared/contracts/record/journal-chain.ts';
import { SEAL_ACT } from '../commands/write-acts.ts';
import { entryAt, journalHead } from '../journal/journal-head.ts';
import type { Rows } from '../records/rows.ts';
import type { Mark } from '../vault/outside-mark.ts';
import type { UnlockedHeader } from '../vault/unlocked-header.ts';
import type { Vault } from '../vault/vault.ts';

/** Something that does not fit between the database, its key header and the note outside the vault's folder. */
export interface DoesNotFit {
  readonly what: 'database-older' | 'vault-older' | 'journal-differs' | 'header-older' | 'note-altered' | 'note-missing';
  /** For people. */
  readonly says: string;
  /** For the journal. */
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

const TELL = 'Tell the information security officer.';
/** Where the vault keeps how often its header was written, and that a note of it was made outside. */
export const HEADER_SERIAL = 'header-serial';
export const NOTE_MADE = 'note-made';

/**
 * Compares what the vault says of itself with what the header and the note outside the folder remember: a database or a header put back
 * from an older copy, both together, and commits that were lost from a damaged write-ahead log, which SQLite drops without a word.
 * What cannot be noticed is all three put back to the same moment, as by restoring an image of the whole disk.
 */
export async function doesNotFit(parts: {
  readonly journal: Rows;
  readonly vault: Vault;
  readonly unlocked: UnlockedHeader;
  readonly mark: Mark | 'none' | 'altered';
}): Promise<readonly DoesNotFit[]> {
  const { journal, vault, unlocked, mark } = parts;
  const { head } = await journalHead(journal, unlocked.deviceId);
  const found: DoesNotFit[] = [];

  const sealed = await furtherThan(journal, unlocked, head, unlocked.head);
  if (sealed === 'shorter') {
    found.push({
      what: 'database-older',
      says: `The record on this workstation is older than it should be: its journal ends at entry ${head.seq}, but entry ${unlocked.head.seq} had been sealed. It was put back from an older copy, or the last changes were lost. ${TELL}`,
      facts: { sealed: unlocked.head.seq, found: head.seq },
    });
  }
  if (sealed === 'other') found.push(differs('sealed', unlocked.head.seq));

  if (typeof mark === 'object') {
    const noted = await furtherThan(journal, unlocked, head, mark);
    if (noted === 'shorter' && sealed === 'fits') {
      found.push({
        what: 'vault-older',
        says: `The last changes are missing: the journal ends at entry ${head.seq}, but this workstation had got to entry ${mark.seq}. Either they were lost when the disk or the computer failed, or the whole vault was put back from an older copy. If a backup has just been restored on purpose, this is what one expects. ${TELL}`,
        facts: { noted: mark.seq, found: head.seq },
      });
    }
    if (noted === 'other' && sealed === 'fits') found.push(differs('noted', mark.seq));
  }

  const serials = [
    await serialAtLastSeal(journal, unlocked),
    Number(vault.recall(HEADER_SERIAL) || 0),
    typeof mark === 'object' ? mark.serial : 0,
  ];
  const serialThen = Math.max(...serials);
  // A whole vault put back has said so already.
  if (unlocked.serial < serialThen && found.every((one) => one.what !== 'vault-older')) {
    found.push({
      what: 'header-older',
      says: `The key header of this workstation is older than it should be: an earlier copy was put back. Pass phrases changed and accounts closed since then may open it again; change them once more. ${TELL}`,
      facts: { written: serialThen, found: unlocked.serial },
    });
  }

  if (mark === 'altered') {
    found.push({
      what: 'note-altered',
      says: `The note outside the vault, by which an older copy of it would be noticed, was changed by something other than Cordon. A new one has been made. ${TELL}`,
      facts: {},
    });
  }
  if (mark === 'none' && vault.recall(NOTE_MADE) !== '') {
    found.push({
      what: 'note-missing',
      says: 'The note outside the vault, by which an older copy of it would be noticed, is not there. That is so when the vault was moved to another computer or user; otherwise tell the information security officer. A new one has been made.',
      facts: {},
    });
  }
  return found;
}

function differs(where: 'sealed' | 'noted', seq: number): DoesNotFit {
  return {
    what: 'journal-differs',
    says: `The journal on this workstation is not the one that was ${where === 'sealed' ? 'sealed' : 'here last'}: entry ${seq} differs. Verify the journal and tell the information security officer.`,
    facts: { [where]: seq },
  };
}

async function furtherThan(
  journal: Rows,
  { deviceId }: UnlockedHeader,
  head: ChainHead,
  remembered: { readonly seq: number; readonly hash: string },
): Promise<'fits' | 'shorter' | 'other'> {
  if (remembered.seq === 0) return 'fits';
  if (head.seq < remembered.seq) return 'shorter';
  const entry = await entryAt(journal, deviceId, remembered.seq);
  return entry === null || entry.hash !== remembered.hash ? 'other' : 'fits';
}

/** Each seal says how often the header had been written. */
async function serialAtLastSeal(journal: Rows, { deviceId }: UnlockedHeader): Promise<number> {
  const seal = (await journal.find({ act: SEAL_ACT, device: deviceId }, [{ seq: 'desc' }, { id: 'desc' }], 0, 1))[0];
  return Number((seal?.['facts'] as { readonly header?: number } | undefined)?.header ?? 0);
}
