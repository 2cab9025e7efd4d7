import { describe, expect, test, vi } from 'vitest';
import type { QueryArgs, QueryName } from '#shared/domain/registry.ts';
import { queries } from '#shared/domain/registry.ts';
import { VaultFile } from '#electron/engine/vault/vault-file.ts';
import { startEngine } from '#test/builders/engine.ts';
import { smallForce } from '#test/builders/small-force.ts';

type ArgsOfEvery = { readonly [Name in QueryName]: QueryArgs<Name> };

/** Every statement the vault is asked for while `work` runs, with the file it is asked of. */
async function statementsDuring(work: () => Promise<unknown>): Promise<ReadonlyMap<string, VaultFile>> {
  const asked = new Map<string, VaultFile>();
  const listener = vi.spyOn(VaultFile.prototype, 'statement');
  try {
    await work();
    for (const [call, [sql]] of listener.mock.calls.entries()) asked.set(sql, listener.mock.contexts[call] as VaultFile);
  } finally {
    listener.mockRestore();
  }
  return asked;
}

const TABLE_OF_COLLECTION = /\bFROM c\d+\b/;

function planOf(file: VaultFile, sql: string): readonly string[] {
  const params = Array.from(sql.matchAll(/\?/g), () => null);
  return file.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, params).map((step) => step.detail);
}

/** A walk over a whole table or a whole index, which takes longer with every record there is. */
const scansOf = (plan: readonly string[]): readonly string[] => plan.filter((step) => /^SCAN c\d+/.test(step));

describe('everything people look up is answered from an index, however many records there are', () => {
  test('no query of the registry, nor the questions it asks on the way, walks over a table', async () => {
    const engine = startEngine();
    const force = await smallForce(engine);
    await force.signInAs('secretary');
    const { meetingId, firstItemId } = await force.scheduleMeeting();
    await force.startMeeting(meetingId, firstItemId);
    const { decisionId } = await force.recordDecision(meetingId, firstItemId);
    const personId = (await engine.client.look('people', { asAt: '2026-11-03' })).rows[0]?.id ?? '';
    const groupId = (await engine.client.look('groups', { asAt: '2026-11-03' })).rows[0]?.id ?? '';
    expect([personId, groupId]).not.toContain('');
    // The type asks for the arguments of every query there is: a new one cannot be forgotten here.
    const args: ArgsOfEvery = {
      accounts: {},
      alignment: {},
      'business-objectives': {},
      capabilities: {},
      'capability-history': { capabilityId: decisionId },
      action: { actionId: decisionId },
      'actions-board': { groupId },
      commissions: {},
      'collection-tasks': {},
      'compartment-room': { compartmentId: decisionId },
      'assessment-section': { sectionId: decisionId },
      'assessment-section-compared': { sectionId: decisionId, left: 'a:1', right: 'a:2' },
      'strategic-assessment-compared': { assessmentId: decisionId, left: '2026-11-03T10:00:00.000Z', right: '2026-11-03T11:00:00.000Z' },
      'strategic-assessment-versions': { assessmentId: decisionId },
      'records-to-cite': { sectionId: decisionId },
      'strategic-assessment': { assessmentId: decisionId },
      'strategic-assessments': {},
      'control-strategy': { strategyId: decisionId },
      decision: { decisionId },
      decisions: { groupId, from: '2026-01-01', to: '2026-12-31', text: 'neighbourhood' },
      drafts: { parent: meetingId },
      'duty-coverage': {},
      force: {},
      'force-structure': { asAt: '2026-11-03' },
      'golden-thread': { priorityId: decisionId },
      governance: { asAt: '2026-11-03' },
      'governance-elements': {},
      group: { groupId, asAt: '2026-11-03' },
      groups: { asAt: '2026-11-03' },
      'issue-register': { text: 'burglary' },
      'joint-objectives': {},
      'intelligence-gaps': {},
      'intelligence-requirement': { requirementId: decisionId },
      'intelligence-requirements': {},
      meeting: { meetingId },
      'meeting-console': { meetingId },
      'meeting-strategy': { meetingId },
      meetings: { from: '2026-01-01', to: '2026-12-31' },
      'minutes-content': { meetingId },
      'my-compartments': {},
      'new-plan': { decisionId },
      'other-key-threats': {},
      'partner-agencies': {},
      people: { asAt: '2026-11-03' },
      'people-to-choose': {},
      person: { personId },
      plan: { planId: decisionId },
      plans: { groupId },
      'planning-calendar': { from: '2026-11-03' },
      priorities: {},
      'resource-bids': {},
      prioritisation: { prioritisationId: decisionId },
      prioritisations: {},
      'scoring-matrices': {},
      'scoring-matrix': { matrixId: decisionId },
      'requirement-history': { requirementId: decisionId },
      'requirement-question': { questionId: decisionId },
      publication: { publicationId: decisionId },
      publications: {},
      'tc-policies': {},
      'strategy-allocation': { groupId },
      'strategy-difference': { oneId: decisionId, otherId: decisionId },
      'strategy-page': { nodeId: decisionId },
      'strategy-places': {},
      'strategy-tasks': {},
      today: {},
      vacancies: {},
      workstation: {},
    };
    const seen = new Map<string, readonly string[]>();
    const names: readonly QueryName[] = queries.map((query) => query.name);
    const ofAuditors = names.filter((name): boolean => name === 'duty-coverage' || name === 'golden-thread');
    const ofAdministrators = names.filter((name): boolean => name === 'accounts');
    const ofOthers = names.filter((one) => !ofAuditors.includes(one) && !ofAdministrators.includes(one));
    for (const name of [...ofOthers, ...ofAuditors, ...ofAdministrators]) {
      if (name === ofAuditors[0]) await force.signInAs('auditor');
      if (name === ofAdministrators[0]) {
        await engine.lock();
        await engine.signIn();
      }
      const asked = await statementsDuring(() => engine.client.look(name, args[name] as never));
      const read = [...asked].filter(([sql]) => sql.startsWith('SELECT') && TABLE_OF_COLLECTION.test(sql));
      expect(read.length, `${name} reads something`).toBeGreaterThan(0);
      for (const [sql, file] of read) {
        const plan = planOf(file, sql);
        seen.set(sql, plan);
        expect(scansOf(plan), `${name}: ${sql}`).toEqual([]);
      }
    }
    // Otherwise nothing but single records would have been judged.
    expect([...seen.keys()].filter((sql) => sql.includes('ORDER BY')).length).toBeGreaterThan(10);
    const [file] = [...(await statementsDuring(() => engine.client.look('today', {}))).values()];
    expect(scansOf(planOf(file as VaultFile, 'SELECT json FROM c1 WHERE json = ?'))).toHaveLength(1);
  });
});
