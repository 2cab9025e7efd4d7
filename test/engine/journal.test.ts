import { beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '#shared/base/result.ts';
import { findNoun } from '#shared/domain/registry.ts';
import { openCollections } from '#electron/engine/records/open-collections.ts';
import { textOf } from '#electron/engine/search/text-of.ts';
import { FAST_COST, unlock } from '#electron/engine/vault/header.ts';
import { openVault } from '#electron/engine/vault/open-vault.ts';
import { toWriteRow } from '#electron/engine/vault/write-row.ts';
import type { CollectionName, Vault } from '#electron/engine/vault/vault.ts';
import { startEngine, type TestEngine } from '#test/builders/engine.ts';
import { PASS_PHRASE, type SmallForce, smallForce } from '#test/builders/small-force.ts';

const codes = (result: Result<unknown>): readonly string[] => (result.ok ? [] : result.refusals.map((one) => one.code));
const everything = { actor: '', act: '', subject: '', from: '', to: '', skip: 0, limit: 500 } as const;

let engine: TestEngine;
let force: SmallForce;
let decisionId: string;
beforeEach(async () => {
  engine = startEngine();
  force = await smallForce(engine);
  await force.signInAs('secretary');
  const { meetingId, firstItemId } = await force.scheduleMeeting();
  await force.startMeeting(meetingId, firstItemId);
  ({ decisionId } = await force.recordDecision(meetingId, firstItemId));
});

/** Works on the vault behind the engine's back, as someone who had stolen the key could. */
async function asThief(work: (vault: Vault, token: string) => unknown): Promise<void> {
  const unlocked = await unlock(
    { folder: engine.folder, cost: FAST_COST, now: () => Date.parse(engine.clock.now()) },
    'vance',
    PASS_PHRASE,
  );
  if (!unlocked.ok) throw new Error('the thief could not get in');
  const vault = openVault({ folder: engine.folder, rawKeyHex: unlocked.value.rawKeyHex(), expect: 'existing', textOf: textOf(findNoun) });
  const { database, close } = await openCollections(vault);
  await work(vault, database.token);
  await close();
  vault.close();
  unlocked.value.lock();
}

/** Changes one stored row. */
function tamper(collection: CollectionName, id: string, change: (row: Record<string, unknown>) => Record<string, unknown>): Promise<void> {
  return asThief(async (vault, token) => {
    const before = vault.stored(collection, [id])[0];
    if (before === undefined) throw new Error(`there is no ${id}`);
    const { _deleted, _attachments, _meta, _rev, ...row } = before;
    await vault.writeUnit({ [collection]: [toWriteRow(before, change(row) as never, vault.stamp(token))] }, 'tamper');
  });
}

describe('the journal', () => {
  it('says who did what to which record, when, and which fields changed, and never what was in them (duty 122)', async () => {
    await force.signInAs('auditor');
    const page = await engine.client.get('journal.page', { ...everything, act: 'decision.record' });
    expect(page.total).toBe(1);
    expect(page.entries[0]).toMatchObject({
      actor: force.people.secretary,
      actorName: 'Janet Holroyd',
      subject: decisionId,
      subjectKind: 'decision',
      records: [{ id: decisionId, kind: 'decision', revBefore: '', fields: [] }],
    });
    const all = await engine.client.get('journal.page', everything);
    expect(JSON.stringify(all.entries.map(({ subjectName: _name, actorName: _actor, ...entry }) => entry))).not.toMatch(
      /neighbourhood team|harbour wards|Holroyd|thistle/,
    );
    expect(all.entries.map((entry) => entry.seq)).toEqual(Array.from({ length: all.total }, (_unused, index) => all.total - index));
    const started = all.entries.find((entry) => entry.act === 'meeting.start');
    expect(started?.records.find((one) => one.kind === 'meeting')?.fields).toEqual(expect.arrayContaining(['body.startedAt', 'state']));
  });

  it('is found by person, act, record and time', async () => {
    await force.signInAs('auditor');
    const bySecretary = await engine.client.get('journal.page', { ...everything, actor: force.people.secretary });
    expect(new Set(bySecretary.entries.map((entry) => entry.actor))).toEqual(new Set([force.people.secretary]));
    const sessions = await engine.client.get('journal.page', { ...everything, act: 'session' });
    expect(new Set(sessions.entries.map((entry) => entry.act))).toEqual(new Set(['session.signed-in', 'session.locked']));
    const aboutDecision = await engine.client.get('journal.page', { ...everything, subject: decisionId });
    expect(aboutDecision.entries.map((entry) => entry.act)).toEqual(['decision.record']);
    expect((await engine.client.get('journal.page', { ...everything, from: '2026-11-25T00:00:00.000Z' })).total).toBe(0);
    const twoOfAll = await engine.client.get('journal.page', { ...everything, skip: 3, limit: 2 });
    expect(twoOfAll.entries.map((entry) => entry.seq)).toEqual([twoOfAll.total - 3, twoOfAll.total - 4]);
  });

  it('is shown to the auditor, not to the secretary or the administrator (duty 122)', async () => {
    expect(codes(await engine.client.ask('journal.page', everything))).toEqual(['access/journal-not-yours']);
    expect(codes(await engine.client.ask('journal.verify', {}))).toEqual(['access/journal-not-yours']);
    await engine.lock();
    await engine.signIn();
    expect(codes(await engine.client.ask('journal.page', everything))).toEqual(['access/journal-not-yours']);
  });

  it('says what a person was shown, once a session and record', async () => {
    await engine.client.look('decision', { decisionId });
    await force.signInAs('member');
    for (let times = 0; times < 2; times += 1) await engine.client.look('decision', { decisionId });
    await force.signInAs('outsider');
    await engine.client.look('decision', { decisionId });
    await force.signInAs('auditor');
    const seen = await engine.client.get('journal.page', { ...everything, act: 'record.seen', subject: decisionId });
    expect(seen.entries.map((entry) => entry.actor)).toEqual([force.people.member, force.people.secretary]);
    expect(seen.entries[0]?.subjectName).toContain('TTCG-E/2026-11-24/D1');
  });

  it('says how many things a search found, and not what was looked for', async () => {
    await engine.client.get('search.find', { text: 'neighbourhood', kinds: [], limit: 20 });
    await force.signInAs('auditor');
    const [search] = (await engine.client.get('journal.page', { ...everything, act: 'search.made' })).entries;
    expect(search?.facts).toEqual({ hits: 1, more: false });
  });
});

describe('verifying the journal', () => {
  it('seals by itself when it has been quiet for a while, and after every 200 entries', async () => {
    await force.signInAs('auditor');
    const seals = async (): Promise<number> => (await engine.client.get('journal.page', { ...everything, act: 'journal.sealed' })).total;
    const before = await seals();
    engine.clock.advance({ minutes: 3 });
    await expect.poll(seals, { timeout: 20_000 }).toBeGreaterThan(before);
    // What the engine does by itself after a sign-in, a first backup among it, is journalled and sealed as well; then it is quiet.
    let quiet = await seals();
    for (let last = -1; last !== quiet; ) {
      last = quiet;
      engine.clock.advance({ minutes: 3 });
      await new Promise((done) => setImmediate(done));
      quiet = await seals();
    }
    engine.clock.advance({ minutes: 3 });
    expect(await seals()).toBe(quiet);
    for (let search = 0; search < 201; search += 1) await engine.client.get('search.find', { text: 'harbour', kinds: [], limit: 1 });
    expect(await seals()).toBe(quiet + 1);
    expect(await engine.client.get('journal.verify', {})).toMatchObject({ whole: true, headMatches: true });
  });

  it('finds it whole, seals and records included, while somebody goes on working', async () => {
    await force.signInAs('auditor');
    const report = await engine.client.get('journal.verify', {});
    expect(report).toMatchObject({ whole: true, firstFault: null, headMatches: true });
    expect(report.seals).toBeGreaterThan(0);
    expect(engine.client.heard.some((message) => message.t === 'progress')).toBe(true);
  });

  it('says when search does not fit the records, and makes it anew until it does (duty 40)', async () => {
    const harbours = async () => (await engine.client.get('search.find', { text: 'harbour', kinds: [], limit: 50 })).hits.length;
    await force.signInAs('auditor');
    const before = await harbours();
    expect(before).toBeGreaterThan(0);
    expect((await engine.client.get('journal.verify', {})).search).toEqual({ state: 'fits', wrong: 0 });
    await engine.lock();
    await asThief((vault) => vault.file.exec('DELETE FROM text_words'));
    await engine.signIn('vance', PASS_PHRASE);
    expect(await harbours()).toBe(0);
    const report = await engine.client.get('journal.verify', {});
    expect(report).toMatchObject({ whole: true, search: { state: 'did-not-fit' } });
    expect(report.search.wrong).toBeGreaterThan(before);
    let after = await engine.client.get('journal.verify', {});
    while (after.search.state === 'being-made-anew') after = await engine.client.get('journal.verify', {});
    expect(after.search).toEqual({ state: 'fits', wrong: 0 });
    expect(await harbours()).toBe(before);
  });

  it('names the entry of which one letter was altered (duty 122)', async () => {
    await engine.lock();
    const device = (await journalOf(engine)).entries.find((entry) => entry.act === 'decision.record');
    if (device === undefined) throw new Error('no such entry');
    await tamper('journal', device.id, (row) => ({ ...row, actor: force.people.chair }));
    await engine.signIn('vance', PASS_PHRASE);
    const report = await engine.client.get('journal.verify', {});
    expect(report).toMatchObject({ whole: false, firstFault: { seq: device.seq, at: device.at } });
    expect(report.firstFault?.says).toContain('altered');
  });

  it('names an entry that was given more to say than entries have', async () => {
    await engine.lock();
    const entry = (await journalOf(engine)).entries.find((one) => one.act === 'meeting.start');
    await tamper('journal', entry?.id ?? '', (row) => ({ ...row, facts: { ...(row['facts'] as object), forged: true } }));
    await engine.signIn('vance', PASS_PHRASE);
    expect((await engine.client.get('journal.verify', {})).firstFault?.seq).toBe(entry?.seq);
  });

  it('names the entry of a record that was altered behind its back', async () => {
    await engine.lock();
    await tamper('records', decisionId, (row) => ({ ...row, body: { ...(row['body'] as object), text: 'Something nobody decided.' } }));
    await engine.signIn('vance', PASS_PHRASE);
    const report = await engine.client.get('journal.verify', {});
    const entry = (await engine.client.get('journal.page', { ...everything, subject: decisionId })).entries[0];
    expect(report).toMatchObject({
      whole: false,
      firstFault: { seq: entry?.seq, says: 'A record it speaks of was altered after it was written.' },
    });
  });

  it('tells whoever signs in when the vault is older than what was sealed', async () => {
    const { copyFileSync } = await import('node:fs');
    await engine.lock();
    copyFileSync(`${engine.folder}/vault.db`, `${engine.folder}/older.db`);
    await engine.signIn('vance', PASS_PHRASE);
    await engine.lock();
    copyFileSync(`${engine.folder}/older.db`, `${engine.folder}/vault.db`);
    const state = await engine.signIn('vance', PASS_PHRASE);
    expect(state.notices).toEqual([expect.stringContaining('older than it should be')]);
    expect((await engine.client.get('journal.verify', {})).headMatches).toBe(false);
  });
});

async function journalOf(engine: TestEngine) {
  await engine.signIn('vance', PASS_PHRASE);
  const page = await engine.client.get('journal.page', everything);
  await engine.lock();
  return page;
}
