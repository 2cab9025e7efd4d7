import { beforeEach, describe, expect, it } from 'vitest';
import { closedChainOf } from '#electron/engine/journal/closed-chain.ts';
import { openCollections } from '#electron/engine/records/open-collections.ts';
import { textOf } from '#electron/engine/search/text-of.ts';
import { FAST_COST, unlock } from '#electron/engine/vault/header.ts';
import { openVault } from '#electron/engine/vault/open-vault.ts';
import { toWriteRow } from '#electron/engine/vault/write-row.ts';
import { findNoun } from '#shared/domain/registry.ts';
import { type TestEngine, startEngine } from '#test/builders/engine.ts';
import { PASS_PHRASE, type SmallForce, smallForce } from '#test/builders/small-force.ts';

const SECRET = 'kingfisher';
const everything = { actor: '', act: '', subject: '', from: '', to: '', skip: 0, limit: 500 } as const;

let engine: TestEngine;
let force: SmallForce;
let memberId: string;

/** The small force with a dedicated source unit, whose controller has an account, and a director who audits nothing but may read the journal. */
beforeEach(async () => {
  engine = startEngine();
  force = await smallForce(engine);
  await engine.signIn();
  const { client, clock } = engine;
  const from = clock.now().slice(0, 10);
  const { unitId } = await client.run('unit.add', {
    name: 'Source unit',
    unitType: 'dedicated-source-unit',
    areaId: '',
    remit: '',
    from,
    decidedBy: 'Chief Constable',
  });
  const forceId = (await client.look('force-structure', { asAt: from })).force?.id ?? '';
  for (const [givenName, familyName, signInName, where] of [
    ['Colin', 'Strickland', 'strickland', unitId],
    ['Marcus', 'Oyelaran', 'oyelaran', ''],
  ] as const) {
    const { personId } = await client.run('person.add', {
      givenName,
      familyName,
      rank: 'Detective Superintendent',
      unitId: where,
      clearance: 'OFFICIAL-SENSITIVE',
      from,
    });
    await client.get('account.open', { personId, signInName, passPhrase: PASS_PHRASE });
    if (where !== '') memberId = personId;
    else
      await client.run('appointment.give', {
        personId,
        role: 'director-of-intelligence',
        scopeType: 'force',
        scopeId: forceId,
        from,
        givenBy: 'Chief Constable',
      });
  }
  await engine.lock();
});

const signIn = async (who: string): Promise<void> => {
  await engine.signIn(who, PASS_PHRASE);
};

/** Everything inside a compartment that a member does in one session. */
async function workInside(): Promise<{ readonly compartmentId: string; readonly strategyId: string }> {
  const { compartmentId } = await engine.client.run('compartment.open', { name: `${SECRET} room`, takesTasking: true });
  const { strategyId } = await engine.client.run('collection-strategy.add-closed', {
    compartmentId,
    title: `${SECRET} approach`,
    text: `The words of ${SECRET}`,
  });
  await engine.client.run('collection-strategy.change', { strategyId, title: `${SECRET} approach`, text: `More words of ${SECRET}` });
  await engine.client.look('compartment-room', { compartmentId });
  await engine.client.get('record.history', { kind: 'collection-strategy', id: strategyId });
  return { compartmentId, strategyId };
}

const search = (text: string) => engine.client.get('search.find', { text, kinds: [], limit: 50 });

describe('a compartment on the workstation', () => {
  it('leaves no hit, no record, no entry and no number for an auditor, the director or an administrator (duties 111, 112)', async () => {
    await signIn('oyelaran');
    const before = await engine.client.get('journal.page', everything);
    const listed = await engine.client.look('collection-tasks', {});
    await engine.lock();
    await signIn('strickland');
    const { compartmentId, strategyId } = await workInside();
    expect((await search(SECRET)).hits.map((hit) => hit.id)).toEqual(expect.arrayContaining([compartmentId, strategyId]));
    await engine.lock();

    await signIn('oyelaran');
    await engine.client.run('collection-task.pass-on', { what: `Find ${SECRET}` });
    expect(await search(SECRET)).toMatchObject({ hits: [], more: false });
    expect(await engine.client.look('collection-tasks', {})).toEqual(listed);
    for (const [kind, id] of [
      ['collection-strategy', strategyId],
      ['compartment', compartmentId],
    ] as const)
      expect((await engine.client.ask('record.history', { kind, id })).ok).toBe(false);
    const after = await engine.client.get('journal.page', everything);
    // Every number from the first to the last is there, and nothing is said of what was done inside.
    expect(after.entries.map((entry) => entry.seq)).toEqual(Array.from({ length: after.total }, (_unused, index) => after.total - index));
    const said = JSON.stringify(after.entries);
    for (const word of ['compartment', 'collection-', strategyId, compartmentId, SECRET]) expect(said).not.toContain(word);
    const acts = (entries: typeof after.entries) => entries.map((entry) => entry.act);
    const since = acts(after.entries).slice(0, after.total - before.total);
    expect(new Set(since)).toEqual(new Set(['session.locked', 'session.signed-in', 'journal.sealed', 'search.made']));
    // Not even the number of hits that a member had.
    expect(after.entries.filter((entry) => entry.act === 'search.made').map((entry) => entry.facts['hits'])).toEqual([0, 0]);
    for (const subject of [strategyId, compartmentId])
      expect(await engine.client.get('journal.page', { ...everything, subject })).toEqual({ entries: [], total: 0 });
    expect((await engine.client.get('journal.page', { ...everything, actor: memberId, act: 'collection' })).total).toBe(0);
    const report = await engine.client.get('journal.verify', {});
    expect(report.whole).toBe(true);
    expect(report.entries).toBe(after.total);
    await engine.lock();
    await engine.signIn();
    expect((await search(SECRET)).hits).toEqual([]);
    await engine.lock();
    await force.signInAs('auditor');
    expect((await search(SECRET)).hits).toEqual([]);
  });

  it('keeps its own chain, which verifying the journal follows: an altered entry, record or a chain cut short is found (duties 111, 122)', async () => {
    await signIn('strickland');
    const { strategyId } = await workInside();
    await engine.lock();
    await force.signInAs('auditor');
    expect((await engine.client.get('journal.verify', {})).whole).toBe(true);
    await engine.lock();

    const thief = async (work: (vault: ReturnType<typeof openVault>, token: string, device: string) => unknown): Promise<void> => {
      const unlocked = await unlock(
        { folder: engine.folder, cost: FAST_COST, now: () => Date.parse(engine.clock.now()) },
        'vance',
        PASS_PHRASE,
      );
      if (!unlocked.ok) throw new Error('the thief could not get in');
      const vault = openVault({
        folder: engine.folder,
        rawKeyHex: unlocked.value.rawKeyHex(),
        expect: 'existing',
        textOf: textOf(findNoun),
      });
      const { database, close } = await openCollections(vault);
      await work(vault, database.token, unlocked.value.deviceId);
      await close();
      vault.close();
      unlocked.value.lock();
    };
    const rewrite = (collection: 'journal' | 'records', idOf: (device: string) => string, change: object, deleted = false): Promise<void> =>
      thief(async (vault, token, device) => {
        const before = vault.stored(collection, [idOf(device)])[0];
        if (before === undefined) throw new Error('nothing to alter');
        const { _deleted, _attachments, _meta, _rev, ...row } = before;
        await vault.writeUnit(
          { [collection]: [toWriteRow(before, { ...row, ...change } as never, vault.stamp(token), deleted)] },
          'tamper',
        );
      });
    const fault = async (): Promise<string> => {
      await force.signInAs('auditor');
      const report = await engine.client.get('journal.verify', {});
      await engine.lock();
      return report.firstFault?.says ?? '';
    };
    await rewrite('records', () => strategyId, { state: 'ended' });
    expect(await fault()).toContain('altered after it was written');
    await rewrite('records', () => strategyId, { state: 'in-use' });
    expect(await fault()).toBe('');
    await rewrite('journal', (device) => `${closedChainOf(device)}:2`, { act: 'collection-strategy.end' });
    expect(await fault()).toContain('kept closed');
    await rewrite('journal', (device) => `${closedChainOf(device)}:2`, { act: 'collection-strategy.add-closed' });
    expect(await fault()).toBe('');
    // The last entry is taken out: the seal made on locking knew of it.
    await rewrite('journal', (device) => `${closedChainOf(device)}:5`, {}, true);
    expect(await fault()).toContain('kept closed');
  });

  it('tells nobody by a backup how much lies in it, in the report or in the manifest that is read without the key (duty 111)', async () => {
    const drill = async () => {
      await engine.signIn();
      const { id, entries } = await engine.client.get('backup.make', {});
      const { proof } = await engine.client.get('backup.drill', { backupId: id });
      await engine.lock();
      expect(proof.checks.filter((check) => check.fault !== '')).toEqual([]);
      const facts = (name: string) => proof.checks.find((check) => check.name === name)?.facts ?? {};
      return { entries, contents: facts('contents'), journal: facts('journal'), records: facts('records') };
    };
    await signIn('strickland');
    await engine.lock();
    const before = await drill();
    await signIn('strickland');
    await workInside();
    await engine.lock();
    const after = await drill();
    expect(after.contents).toMatchObject({ records: before.contents['records'], journal: after.entries });
    expect(after.records).toEqual(before.records);
    expect(after.journal['entries']).toBe(after.entries);
  });

  it('survives the end of the process (duty 111)', async () => {
    await signIn('strickland');
    const { compartmentId } = await workInside();
    engine = await engine.crash();
    await signIn('strickland');
    expect((await engine.client.look('compartment-room', { compartmentId }))?.strategies).toMatchObject([{ title: `${SECRET} approach` }]);
    await engine.client.run('compartment.change', { compartmentId, name: 'Another name', takesTasking: true });
    await engine.lock();
    await engine.signIn('vance', PASS_PHRASE);
    expect((await engine.client.get('journal.verify', {})).whole).toBe(true);
  });
});
