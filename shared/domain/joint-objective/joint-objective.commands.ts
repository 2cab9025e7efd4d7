import { z } from 'zod';
import { ok, refused } from '#shared/base/result.ts';
import { dayShape, idShape, lineShape, maybeIdShape, typedProseShape } from '#shared/base/shapes.ts';
import { amended, organisationRecord } from '#shared/domain/force/organisation-record.ts';
import { defineCommand } from '#shared/domain/kit/command.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import { jointObjectiveBook } from './joint-objective-refusals.ts';
import { agencyOf, mayAgree, mayPropose } from './joint-objective.policy.ts';
import { agreedByAll } from './joint-objective.rules.ts';

const fields = {
  title: lineShape(200),
  text: typedProseShape(4000).default(''),
  priorityId: maybeIdShape.default(''),
  agencyIds: z.array(idShape).min(1, 'Choose at least one agency.').max(40),
  meetingId: maybeIdShape.default(''),
};

/** Proposes an objective to partner agencies; each then agrees for itself (duty 70). */
export const proposeJointObjective = defineCommand({
  name: 'joint-objective.propose',
  args: z.object({ groupId: idShape, ...fields }),
  may: ({ groupId }, { actor }) => mayPropose(actor, groupId),
  decide: async ({ meetingId, ...args }, { reading, newId, actor, now }) => {
    const group = await reading.one('group', args.groupId);
    if (group === null) return refused(jointObjectiveBook.say('joint-objective/group-unknown', { field: 'groupId' }));
    const id = newId();
    const put = organisationRecord({
      kind: 'joint-objective',
      id,
      scope: group.body.nodeId,
      state: 'proposed',
      sortAt: now,
      owner: actor.personId,
      parent: meetingId,
      body: { ...args, agreements: [], agencyNames: await namesOf(reading, args.agencyIds), endedBecause: '' },
    });
    return ok({ changes: [{ put }], subject: { kind: 'joint-objective', id }, out: { objectiveId: id } });
  },
});

/** Changes the words of an objective nobody has agreed to yet, or whom it is put to (duty 70). */
export const changeJointObjective = defineCommand({
  name: 'joint-objective.change',
  args: z.object({ objectiveId: idShape, ...fields }),
  may: async ({ objectiveId }, { actor, reading }) =>
    mayPropose(actor, (await reading.one('joint-objective', objectiveId))?.body.groupId ?? ''),
  decide: async ({ objectiveId, meetingId, ...args }, { reading }) => {
    const before = await reading.one('joint-objective', objectiveId);
    if (before === null) return refused(jointObjectiveBook.say('joint-objective/unknown', { field: 'objectiveId' }));
    const put = {
      ...amended(before, { body: { ...before.body, ...args, agencyNames: await namesOf(reading, args.agencyIds) } }),
      parent: meetingId === '' ? before.parent : meetingId,
    };
    return ok({ changes: [{ put }], subject: { kind: 'joint-objective', id: objectiveId }, out: null });
  },
});

/** Records that one agency agreed, when, and who said so for it; it is agreed when all have (duty 70). A partner leaves the agency empty: it is theirs. */
export const agreeJointObjective = defineCommand({
  name: 'joint-objective.agree',
  args: z.object({ objectiveId: idShape, agencyId: maybeIdShape.default(''), on: dayShape, by: lineShape(200) }),
  may: ({ objectiveId, agencyId }, { actor, reading }) => mayAgree(actor, objectiveId, agencyId, reading),
  decide: async ({ objectiveId, agencyId, on, by }, { reading, actor }) => {
    const before = await reading.one('joint-objective', objectiveId);
    if (before === null) return refused(jointObjectiveBook.say('joint-objective/unknown', { field: 'objectiveId' }));
    const agreement = { agencyId: agencyId === '' ? await agencyOf(actor, reading) : agencyId, on, by };
    if (agreement.agencyId === '') return refused(jointObjectiveBook.say('joint-objective/agency-not-asked', { field: 'agencyId' }));
    const body = { ...before.body, agreements: [...before.body.agreements, agreement] };
    const state = before.state === 'proposed' && agreedByAll(body) ? 'agreed' : before.state;
    return ok({
      changes: [{ put: amended(before, { state, body }) }],
      subject: { kind: 'joint-objective', id: objectiveId },
      facts: { agreements: body.agreements.length, of: body.agencyIds.length },
      out: { agreedByAll: state === 'agreed' },
    });
  },
});

/** Ends a joint objective, with the reason. */
export const endJointObjective = defineCommand({
  name: 'joint-objective.end',
  args: z.object({ objectiveId: idShape, because: typedProseShape(2000) }),
  may: async ({ objectiveId }, { actor, reading }) =>
    mayPropose(actor, (await reading.one('joint-objective', objectiveId))?.body.groupId ?? ''),
  decide: async ({ objectiveId, because }, { reading }) => {
    const before = await reading.one('joint-objective', objectiveId);
    if (before === null) return refused(jointObjectiveBook.say('joint-objective/unknown', { field: 'objectiveId' }));
    const put = amended(before, { state: 'ended', body: { ...before.body, endedBecause: because } });
    return ok({ changes: [{ put }], subject: { kind: 'joint-objective', id: objectiveId }, out: null });
  },
});

async function namesOf(reading: Reading, agencyIds: readonly string[]): Promise<{ readonly agencyId: string; readonly name: string }[]> {
  return (await reading.some('partner-agency', agencyIds)).map((agency) => ({ agencyId: agency.id, name: agency.body.name }));
}

export const jointObjectiveCommands = [proposeJointObjective, changeJointObjective, agreeJointObjective, endJointObjective] as const;
