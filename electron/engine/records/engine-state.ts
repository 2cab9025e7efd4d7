import { accessKey } from '#shared/domain/access/access.ts';
import type { Vault } from '../vault/vault.ts';
import { toWriteRow } from '../vault/write-row.ts';
import type { Row } from './rows.ts';

/** The engine's own row among the records; it is no noun, and nobody is named in its access class. */
const STATE_ID = 'engine-state';
const BLOCK = 10_000;

/** Hands out `<device>:<n>` for every write; no number is ever given twice, whatever is lost. */
export interface Revisions {
  next(): string;
}

/** How far the counter leaps in a vault put back from a backup: past every number that may have been given since. */
const LEAP_AFTER_RESTORE = 1_000_000_000;

/**
 * Numbers are reserved in blocks, so that the counter costs no write of its own each time: what is left of a block
 * when the vault is locked is skipped. `reserve` is called when a block runs out.
 */
export async function openRevisions(
  vault: Vault,
  databaseToken: string,
  deviceId: string,
  afterRestore = false,
): Promise<{ readonly revisions: Revisions; readonly topUp: () => Promise<void> }> {
  const reserve = async (leap = 0): Promise<number> => {
    const before = vault.stored('records', [STATE_ID])[0] ?? null;
    const reservedBefore = leap + (before === null ? 0 : Number((before['body'] as { readonly reservedUpTo: number }).reservedUpTo));
    const row = stateRow(deviceId, reservedBefore + BLOCK);
    const outcome = await vault.writeUnit({ records: [toWriteRow(before, row, vault.stamp(databaseToken))] }, 'reserve-revisions');
    if (outcome.conflicts.length > 0) throw new Error('the counter of revisions was changed by someone else');
    return reservedBefore;
  };
  let last = await reserve(afterRestore ? LEAP_AFTER_RESTORE : 0);
  let end = last + BLOCK;
  return {
    revisions: {
      next() {
        last += 1;
        if (last > end) throw new Error('the block of revisions ran out');
        return `${deviceId}:${last}`;
      },
    },
    async topUp() {
      if (end - last > BLOCK / 2) return;
      last = await reserve();
      end = last + BLOCK;
    },
  };
}

function stateRow(deviceId: string, reservedUpTo: number): Row {
  const nobody = accessKey({ unit: '', marking: 'OFFICIAL-SENSITIVE', caveats: ['ENGINE-ONLY'], named: ['nobody'] });
  return {
    id: STATE_ID,
    kind: STATE_ID,
    rev: `${deviceId}:${reservedUpTo}`,
    shape: 1,
    access: nobody,
    scope: '',
    marking: 'OFFICIAL-SENSITIVE',
    handling: '',
    compartment: '',
    state: '',
    owner: '',
    parent: '',
    number: 0,
    dueAt: '',
    sortAt: '',
    createdAt: '',
    createdBy: '',
    updatedAt: '',
    updatedBy: '',
    body: { reservedUpTo },
  };
}
