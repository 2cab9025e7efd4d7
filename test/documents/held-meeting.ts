import { documentAsks } from '#electron/engine/documents/document-asks.ts';
import { findDocument } from '#shared/domain/documents.ts';
import { addDays, day } from '#shared/base/time.ts';
import { ADMIN, type TestEngine, startEngine } from '#test/builders/engine.ts';

export const CHAIR = { signInName: 'j.hale', passPhrase: 'harbour violin thimble' } as const;
export const SECRETARY = { signInName: 'o.marsh', passPhrase: 'orchard pewter signal' } as const;
export const AUDITOR = { signInName: 'a.dunn', passPhrase: 'lantern gravel compass' } as const;
const TODAY = '2026-11-24';

/** Words that are only in what is police only in the held meeting. */
export const HELD_POLICE_ONLY_WORDS = ['Kestrel', 'Heron Street', 'observation van'] as const;

export interface HeldMeeting {
  readonly engine: TestEngine;
  readonly meetingId: string;
  readonly groupId: string;
  readonly agencyId: string;
  readonly chairId: string;
  readonly secretaryId: string;
}

/** A real engine with a tactical meeting held and closed by its secretary, who is signed in; the chair has an account of their own. */
export async function holdMeeting(
  options: { readonly close?: boolean; readonly verifierPage?: Uint8Array | null } = {},
): Promise<HeldMeeting> {
  const page =
    options.verifierPage === undefined ? new TextEncoder().encode('<!doctype html><title>Verifier</title>') : options.verifierPage;
  const engine = startEngine({ documents: documentAsks({ verifierPage: async () => page, findDocument }) });
  await engine.setUp({ areas: [{ name: 'East', code: 'E' }] });
  await engine.signIn(ADMIN.signInName, ADMIN.passPhrase);
  const { client } = engine;
  const structure = await client.look('force-structure', { asAt: TODAY });
  const areaId = structure.nodes.find((node) => node.kind === 'area')?.id ?? '';
  const person = async (
    rank: 'Superintendent' | 'Police staff' | 'Inspector' | 'Partner',
    givenName: string,
    familyName: string,
    more: object = {},
  ): Promise<string> => (await client.run('person.add', { rank, givenName, familyName, from: TODAY, ...more })).personId;
  const [chairId, secretaryId, officerId] = [
    await person('Superintendent', 'Jane', 'Hale'),
    await person('Police staff', 'Oliver', 'Marsh'),
    await person('Inspector', 'Colin', 'Frost'),
  ];
  const { agencyId } = await client.run('partner-agency.add', { name: 'Easton Council', agencyType: 'local-authority' });
  const { groupId } = await client.run('group.add', {
    groupType: 'ttcg',
    name: 'East tactical group',
    code: 'TTCG-E',
    nodeType: 'area',
    nodeId: areaId,
    keyFunctions: [],
    from: TODAY,
  });
  const give = (personId: string, role: 'chair' | 'secretary' | 'member', more: object = {}) =>
    client.run('appointment.give', {
      personId,
      role,
      scopeType: 'group',
      scopeId: groupId,
      from: TODAY,
      givenBy: 'Director of intelligence',
      ...more,
    });
  await give(chairId, 'chair', { authority: 'All resources of East' });
  await give(secretaryId, 'secretary');
  await give(officerId, 'member', { memberFunction: 'response' });
  const auditorId = await person('Police staff', 'Alice', 'Dunn');
  await client.run('appointment.give', {
    personId: auditorId,
    role: 'auditor',
    scopeType: 'force',
    scopeId: structure.force?.id ?? '',
    from: TODAY,
    givenBy: 'Chief Constable',
  });
  await client.get('account.open', { personId: auditorId, ...AUDITOR });
  await client.get('account.open', { personId: chairId, ...CHAIR });
  await client.get('account.open', { personId: secretaryId, ...SECRETARY });
  await engine.lock();
  await engine.signIn(SECRETARY.signInName, SECRETARY.passPhrase);

  const { meetingId } = await client.run('meeting.schedule', { groupId, startsAt: '2026-11-24T14:05:00.000Z', place: 'Easton' });
  for (const one of [chairId, secretaryId, officerId])
    await client.run('meeting.set-attendance', { meetingId, personId: one, status: 'present' });
  await client.run('meeting.start', { meetingId, chairId, secretaryId });
  await client.run('agenda-item.add', { meetingId, title: 'Kestrel: nominal of interest', policeOnly: true });
  const items = (await client.look('minutes-content', { meetingId }))?.items ?? [];
  const [first, secret] = [items[0], items.find((item) => item.body.policeOnly)];
  if (first === undefined || secret === undefined) throw new Error('the agenda is not as the test needs it');
  const decide = (itemId: string, text: string, more: object = {}) =>
    client.run('decision.record', {
      meetingId,
      itemId,
      text,
      rationale: 'The forecast is of high confidence',
      decidedById: chairId,
      outsideStrategyReason: 'Emerging issue',
      options: [
        { text: 'Patrol', chosen: true },
        { text: 'Wait', chosen: false, rejectedBecause: 'the risk is now' },
      ],
      evidence: [{ title: 'Tactical assessment' }],
      ...more,
    });
  await client.run('agenda-item.open', { itemId: first.id });
  const { decisionId } = await decide(first.id, 'Patrol the four streets from Monday');
  await client.run('decision.correct', {
    meetingId,
    itemId: first.id,
    decisionId,
    text: 'Patrol the four streets from Friday',
    rationale: 'Leave was cancelled',
    decidedById: chairId,
    outsideStrategyReason: 'Emerging issue',
    options: [
      { text: 'Patrol', chosen: true },
      { text: 'Wait', chosen: false, rejectedBecause: 'the risk is now' },
    ],
    evidence: [{ title: 'Tactical assessment' }],
    correctionReason: 'The day was misheard',
  });
  await client.run('minute-entry.write', {
    meetingId,
    itemId: first.id,
    entryType: 'note',
    text: 'The observation van is free',
    policeOnly: true,
  });
  await client.run('minute-entry.write', { meetingId, itemId: first.id, entryType: 'note', text: 'The council was thanked' });
  await client.run('action.raise', {
    meetingId,
    itemId: first.id,
    text: 'Brief the patrol teams',
    strand: 'prevention',
    ownerId: officerId,
    dueOn: addDays(day(TODAY), 14),
  });
  await client.run('agenda-item.open', { itemId: secret.id });
  await decide(secret.id, 'Watch Heron Street');
  for (const item of items) {
    const decided = item.id === first.id || item.id === secret.id;
    await client.run('agenda-item.conclude', {
      itemId: item.id,
      outcome: decided ? 'decided' : 'no-decision',
      reason: decided ? '' : 'Noted',
    });
  }
  if (options.close !== false) await client.run('meeting.close', { meetingId, closingNote: 'The chair closed the meeting.' });
  return { engine, meetingId, groupId, agencyId, chairId, secretaryId };
}
