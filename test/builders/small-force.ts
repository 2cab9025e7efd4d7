import { instant } from '#shared/base/time.ts';
import type { CommandArgs, CommandOut } from '#shared/domain/registry.ts';
import type { TestEngine } from './engine.ts';

/** Everyone of the small force who can sign in, by what they are. */
export const PEOPLE = {
  chair: { givenName: 'Moira', familyName: 'Dunbar', rank: 'Superintendent', signInName: 'dunbar' },
  secretary: { givenName: 'Janet', familyName: 'Holroyd', rank: 'Police staff', signInName: 'holroyd' },
  actionManager: { givenName: 'Stephen', familyName: 'Garside', rank: 'Inspector', signInName: 'garside' },
  member: { givenName: 'Yvonne', familyName: 'Baptiste', rank: 'Chief Inspector', signInName: 'baptiste' },
  auditor: { givenName: 'Eleanor', familyName: 'Vance', rank: 'Police staff', signInName: 'vance' },
  outsider: { givenName: 'Graham', familyName: 'Tattersall', rank: 'Superintendent', signInName: 'tattersall' },
} as const;
export type Somebody = keyof typeof PEOPLE;
export const PASS_PHRASE = 'thistle barrel gondola';

export interface SmallForce {
  readonly people: Readonly<Record<Somebody, string>>;
  readonly appointments: Readonly<Record<Exclude<Somebody, 'outsider'>, string>>;
  readonly areaId: string;
  readonly groupId: string;
  /** Signs in as one of them; locks first when somebody is. */
  signInAs(somebody: Somebody): Promise<void>;
  /** Schedules a meeting of the group as the secretary, who must be signed in. */
  scheduleMeeting(): Promise<{ readonly meetingId: string; readonly firstItemId: string }>;
  /** Starts the meeting and opens its first item, as the secretary. */
  startMeeting(meetingId: string, firstItemId: string): Promise<void>;
  /** Records a decision that has everything a decision needs, as the secretary. */
  recordDecision(
    meetingId: string,
    itemId: string,
    fields?: Partial<CommandArgs<'decision.record'>>,
  ): Promise<CommandOut<'decision.record'>>;
}

/** A force with one area, its tactical group, six people with accounts and their roles. Nobody is signed in afterwards. */
export async function smallForce(engine: TestEngine): Promise<SmallForce> {
  await engine.setUp({ areas: [{ name: 'East', code: 'E' }] });
  await engine.signIn();
  const { client, clock } = engine;
  const from = clock.now().slice(0, 10);
  const structure = await client.look('force-structure', { asAt: from });
  const areaId = structure.nodes.find((node) => node.kind === 'area')?.id ?? '';
  const forceId = structure.force?.id ?? '';
  const { groupId } = await client.run('group.add', {
    groupType: 'ttcg',
    name: 'East tactical group',
    code: 'TTCG-E',
    nodeType: 'area',
    nodeId: areaId,
    from,
  });

  const people: Record<string, string> = {};
  for (const [key, { signInName, ...person }] of Object.entries(PEOPLE)) {
    const { personId } = await client.run('person.add', { ...person, from });
    people[key] = personId;
    await client.get('account.open', { personId, signInName, passPhrase: PASS_PHRASE });
  }
  const ids = people as Record<Somebody, string>;
  const give = async (somebody: Somebody, args: Omit<CommandArgs<'appointment.give'>, 'personId' | 'from' | 'givenBy'>): Promise<string> =>
    (await client.run('appointment.give', { personId: ids[somebody], from, givenBy: 'Chief Officer Group', ...args })).appointmentId;
  const inGroup = { scopeType: 'group', scopeId: groupId } as const;
  const appointments = {
    chair: await give('chair', { role: 'chair', ...inGroup, authority: 'Resources of the East area' }),
    secretary: await give('secretary', { role: 'secretary', ...inGroup }),
    actionManager: await give('actionManager', {
      role: 'action-manager',
      ...inGroup,
      delegation: 'Oversees all actions of the group',
      delegatedById: ids.chair,
    }),
    member: await give('member', { role: 'member', ...inGroup, memberFunction: 'response' }),
    auditor: await give('auditor', { role: 'auditor', scopeType: 'force', scopeId: forceId }),
  };
  await engine.lock();

  let signedIn = false;
  return {
    people: ids,
    appointments,
    areaId,
    groupId,
    async signInAs(somebody) {
      if (signedIn) await engine.lock();
      await engine.signIn(PEOPLE[somebody].signInName, PASS_PHRASE);
      signedIn = true;
    },
    async scheduleMeeting() {
      const { meetingId } = await engine.client.run('meeting.schedule', { groupId, startsAt: instant(clock.now()) });
      const { itemId } = await engine.client.run('agenda-item.add', { meetingId, title: 'Burglary in the harbour wards' });
      return { meetingId, firstItemId: itemId };
    },
    async startMeeting(meetingId, firstItemId) {
      for (const somebody of ['chair', 'secretary', 'actionManager', 'member'] as const)
        await engine.client.run('meeting.set-attendance', { meetingId, personId: ids[somebody], status: 'present' });
      await engine.client.run('meeting.start', { meetingId, chairId: ids.chair, secretaryId: ids.secretary });
      await engine.client.run('agenda-item.open', { itemId: firstItemId });
    },
    recordDecision: (meetingId, itemId, fields = {}) =>
      engine.client.run('decision.record', {
        meetingId,
        itemId,
        text: 'Deploy the neighbourhood team to the harbour wards for four weeks.',
        rationale: 'Burglary there doubled since the last meeting.',
        options: [
          { text: 'Deploy the team', chosen: true },
          { text: 'Wait for the problem profile', chosen: false, rejectedBecause: 'The harm is now.' },
        ],
        evidence: [],
        noEvidenceReason: 'The assessment is due on Thursday.',
        outsideStrategyReason: 'No control strategy has been set yet.',
        decidedById: ids.chair,
        ...fields,
      }),
  };
}
