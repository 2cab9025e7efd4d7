import { ok, refused } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time.ts';
import { mayAdminister } from '#shared/domain/access/access.policy.ts';
import { accountBook } from '#shared/domain/account/account.rules.ts';
import type { AccountBody } from '#shared/domain/account/account.schema.ts';
import type { AnyRecordToWrite } from '#shared/domain/kit/command.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import type { AskHandlers } from '../bridge/ask-handler.ts';
import { fullReading } from '../records/full-reading.ts';
import type { HeldVault } from './held-vault.ts';

/** The account of a person who has just been given a key slot. */
export function newAccount(account: {
  readonly id: string;
  readonly scope: string;
  readonly personId: string;
  readonly signInName: string;
  readonly slotId: string;
  readonly signingKey: string;
  readonly at: Instant;
}): AnyRecordToWrite {
  const { id, scope, personId, signInName, slotId, signingKey, at } = account;
  return accountRecord(id, scope, 'open', {
    personId,
    signInName,
    slotId,
    signingKey,
    formerSigningKeys: [],
    openedAt: at,
    closedAt: '',
    closedBecause: '',
  });
}

export function accountRecord(id: string, scope: string, state: 'open' | 'closed', body: AccountBody): AnyRecordToWrite {
  return {
    id,
    kind: 'account',
    scope,
    marking: 'OFFICIAL',
    handling: '',
    compartment: '',
    state,
    owner: body.personId,
    parent: '',
    number: 0,
    dueAt: '',
    sortAt: body.signInName,
    body,
  };
}

/** The account after its person was given a new signing key: what was signed with the old one stays readable. */
export function withNewKey(account: RecordOf<'account'>, signingKey: string, at: Instant): AnyRecordToWrite {
  return accountRecord(account.id, account.scope, 'open', {
    ...account.body,
    signingKey,
    formerSigningKeys: [...account.body.formerSigningKeys, { key: account.body.signingKey, until: at }],
  });
}

/**
 * Takes out key slots that belong to no open account: what a crash left between slot and record, or an older header that was put back
 * brought in again. How many there were.
 */
export async function removeStraySlots({ store, unlocked }: Pick<HeldVault, 'store' | 'unlocked'>): Promise<number> {
  const known = new Set((await fullReading(store).many('account', { state: 'open' })).map((account) => account.body.slotId));
  const strays = unlocked.people.filter(({ slotId }) => !known.has(slotId) && slotId !== unlocked.slotId);
  for (const { slotId } of strays) unlocked.removeSlot(slotId);
  return strays.length;
}

/**
 * Opening and closing accounts and changing one's pass phrase: key slots in the header and records in the vault together.
 * The slot is made first and taken back when the record is refused; on closing the record comes first, so that a crash between the
 * two leaves an account that is closed and opens nothing (sign-in asks the record too).
 */
export function accountAsks({
  held,
}: {
  readonly held: HeldVault;
}): AskHandlers<'account.open' | 'account.close' | 'account.change-pass-phrase'> {
  return {
    async 'account.open'({ personId, signInName, passPhrase }, { actor, full, newId, now, runChanges }) {
      const no = mayAdminister(actor);
      if (no !== null) return refused(no);
      const person = await full.one('person', personId);
      if (person === null) return refused(accountBook.say('account/person-unknown', { field: 'personId' }));
      if (person.body.partnerAgencyId !== '') return refused(accountBook.say('account/partner-never', { field: 'personId' }));
      if (person.state === 'left') return refused(accountBook.say('account/person-has-left', { field: 'personId' }));
      const open = await full.many('account', { state: 'open' });
      if (open.some((one) => one.body.personId === personId))
        return refused(accountBook.say('account/already-open', { field: 'personId' }));
      const slot = await held.unlocked.addSlot(signInName, passPhrase);
      if (!slot.ok) return slot;
      const accountId = newId();
      const written = await runChanges({
        act: 'account.opened',
        actor,
        changes: [{ put: newAccount({ id: accountId, scope: person.scope, personId, signInName, ...slot.value, at: now() }) }],
        subject: { kind: 'account', id: accountId },
      });
      if (!written.ok) {
        held.unlocked.removeSlot(slot.value.slotId);
        return written;
      }
      await held.writer.seal(actor.personId);
      return ok({ accountId });
    },
    async 'account.close'({ accountId, reason }, { actor, full, now, runChanges }) {
      const no = mayAdminister(actor);
      if (no !== null) return refused(no);
      const account = await full.one('account', accountId);
      if (account === null) return refused(accountBook.say('account/unknown', { field: 'accountId' }));
      if (account.state === 'closed') return refused(accountBook.say('account/closed-for-good'));
      if (account.body.personId === actor.personId) return refused(accountBook.say('account/own'));
      const written = await runChanges({
        act: 'account.closed',
        actor,
        changes: [{ put: accountRecord(account.id, account.scope, 'closed', { ...account.body, closedAt: now(), closedBecause: reason }) }],
        subject: { kind: 'account', id: accountId },
      });
      if (!written.ok) return written;
      const removed = held.unlocked.removeSlot(account.body.slotId);
      if (!removed.ok) return removed;
      await held.writer.seal(actor.personId);
      return ok(null);
    },
    async 'account.change-pass-phrase'({ passPhrase, newPassPhrase }, { actor, full, journalAct }) {
      const account = (await full.many('account', { state: 'open' })).find((one) => one.body.personId === actor.personId);
      if (account === undefined) return refused(accountBook.say('account/unknown'));
      const changed = await held.unlocked.changePassPhrase(account.body.signInName, passPhrase, newPassPhrase);
      const journalled = await journalAct({
        act: changed.ok ? 'account.pass-phrase-changed' : 'account.pass-phrase-refused',
        subject: { kind: 'account', id: account.id },
      });
      if (!changed.ok) return changed;
      return journalled.ok ? ok(null) : journalled;
    },
  };
}
