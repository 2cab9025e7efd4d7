import { ok, refused, type Refusal, type Result } from '#shared/base/result.ts';
import { instantFromMs } from '#shared/base/time.ts';
import type { KeysView } from '#shared/contracts/bridge/asks.ts';
import { mayAdminister } from '#shared/domain/access/access.policy.ts';
import { accountBook } from '#shared/domain/account/account.rules.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import type { AskContext, AskHandlers } from '../bridge/ask-handler.ts';
import { notYetSealable } from '../vault/generations.ts';
import type { HeaderContent } from '../vault/header-format.ts';
import { costsAsMuch, STANDARD_COST, STRONG_COST, wipe } from '../vault/key-box.ts';
import { bindToKeychain, keychainTrouble, releaseFromKeychain } from '../vault/keychain-binding.ts';
import { newRecoveryKey } from '../vault/recovery.ts';
import { cutIntoShares } from '../vault/recovery-shares.ts';
import { keyBook } from '../vault/refusals.ts';
import type { UnlockedHeader } from '../vault/unlocked-header.ts';
import type { HeldVault } from './held-vault.ts';

type KeyAsk = Extract<keyof AskHandlers, `keys.${string}`>;

const momentOf = (milliseconds: number | undefined): string => (milliseconds === undefined ? '' : instantFromMs(milliseconds));

/** What an administrator does with the keys of the vault itself (duty 32). The keys never leave the engine; new recovery words do, once. */
export function keyAsks({ held }: { readonly held: HeldVault }): AskHandlers<KeyAsk> {
  const { unlocked, rekey } = held;
  return {
    async 'keys.look'(_args, { actor, full }) {
      const no = mayAdminister(actor);
      return no === null ? ok(await keysView(held, full)) : refused(no);
    },
    async 'keys.begin-rekey'(_args, { actor, journalAct }) {
      const no = mayAdminister(actor);
      if (no !== null) return refused(no);
      const begun = rekey.begin();
      if (!begun.ok) return begun;
      return nothing(await journalAct({ act: 'keys.rekey-begun', subject: null, facts: { generation: generationOf(unlocked) + 1 } }));
    },
    async 'keys.give-up-rekey'(_args, { actor, journalAct }) {
      const no = mayAdminister(actor);
      if (no !== null) return refused(no);
      if (!(await rekey.giveUp())) return refused(keyBook.say('vault/rekey-too-late'));
      return nothing(await journalAct({ act: 'keys.rekey-given-up', subject: null }));
    },
    async 'keys.set-cost'({ cost }, { actor, journalAct }) {
      const no = mayAdminister(actor);
      if (no !== null) return refused(no);
      unlocked.write({ costPolicy: cost === 'strong' ? STRONG_COST : STANDARD_COST });
      return nothing(await journalAct({ act: 'keys.cost-set', subject: null, facts: { cost } }));
    },
    async 'keys.renew-recovery'({ passPhrase, needed, shares }, context) {
      const no = mayAdminister(context.actor) ?? makesNoSense(needed, shares) ?? (await mistyped(unlocked, passPhrase, context));
      if (no !== null) return refused(no);
      const recoveryKey = newRecoveryKey();
      try {
        const cut = shares === 1 ? null : await cutIntoShares(recoveryKey, needed, shares);
        const words = cut === null ? unlocked.renewRecovery() : null;
        if (cut !== null) unlocked.keepRecovery(recoveryKey, { set: cut.set, needed, made: shares });
        const journalled = await context.journalAct({ act: 'keys.recovery-renewed', subject: null, facts: { needed, shares } });
        if (!journalled.ok) return journalled;
        await held.writer.seal(context.actor.personId);
        return ok({ sheets: cut?.sheets ?? [words ?? []], needed });
      } finally {
        wipe(recoveryKey);
      }
    },
    async 'keys.bind-keychain'({ passPhrase, bound }, context) {
      const no = mayAdminister(context.actor) ?? (await mistyped(unlocked, passPhrase, context));
      if (no !== null) return refused(no);
      const done = bound ? await bindToKeychain(unlocked) : releaseFromKeychain(unlocked);
      if (!done.ok) return done;
      return nothing(await context.journalAct({ act: bound ? 'keys.keychain-bound' : 'keys.keychain-released', subject: null }));
    },
  };
}

const nothing = (written: Result<unknown>): Result<null> => (written.ok ? ok(null) : written);
const generationOf = (unlocked: UnlockedHeader): number => unlocked.content.generation ?? 1;

function makesNoSense(needed: number, shares: number): Refusal | null {
  const whole = needed === 1 && shares === 1;
  return whole || (needed >= 2 && needed <= shares) ? null : keyBook.say('vault/shares-make-no-sense', { field: 'needed' });
}

/** Before a step that cannot be undone the administrator types their pass phrase again; a wrong one waits and is journalled as at the door. */
export async function mistyped(
  unlocked: UnlockedHeader,
  passPhrase: string,
  { actor, full, journalAct }: Pick<AskContext, 'actor' | 'full' | 'journalAct'>,
): Promise<Refusal | null> {
  const account = (await full.many('account', { state: 'open' })).find((one) => one.body.personId === actor.personId);
  if (account === undefined) return accountBook.say('account/unknown');
  const confirmed = await unlocked.confirm(account.body.signInName, passPhrase);
  if (confirmed.ok) return null;
  await journalAct({ act: 'keys.confirmation-refused', subject: null, facts: { why: confirmed.refusals[0].code } });
  return confirmed.refusals[0];
}

async function keysView({ unlocked, rekey }: HeldVault, full: Reading): Promise<KeysView> {
  const content: HeaderContent = unlocked.content;
  const accounts = await full.many('account', { state: 'open' });
  const waiting = notYetSealable(content);
  const names = await Promise.all(
    accounts
      .filter((account) => waiting.slotIds.includes(account.body.slotId))
      .map(async (account) => {
        const person = await full.one('person', account.body.personId);
        return person === null ? account.body.signInName : `${person.body.givenName} ${person.body.familyName}`;
      }),
  );
  const { split, madeAt } = content.recovery;
  const state = rekey.state();
  const cost = content.costPolicy ?? STANDARD_COST;
  return {
    generation: generationOf(unlocked),
    since: momentOf(content.generationSince),
    rekey: {
      state: state.running ? 'running' : content.rekey?.stage === undefined ? 'none' : 'waiting',
      done: state.done,
      total: state.total,
      trouble: state.trouble,
    },
    notYet: { people: names, recovery: waiting.recovery },
    recovery: {
      madeAt: momentOf(madeAt),
      split: split === null || split === undefined ? null : { needed: split.needed, made: split.made },
    },
    keychain: {
      bound: content.keychain !== null && content.keychain !== undefined,
      since: momentOf(content.keychain?.since),
      trouble: await keychainTrouble(unlocked.settings),
    },
    cost: costsAsMuch(cost, STRONG_COST) ? 'strong' : 'standard',
    belowCost: content.slots.filter((slot) => !costsAsMuch(slot.cost, cost)).length,
    people: content.slots.length,
  };
}
