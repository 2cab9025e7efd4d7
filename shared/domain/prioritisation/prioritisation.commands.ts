import { z } from 'zod';
import { type Refusal, ok, refused } from '#shared/base/result.ts';
import { idShape, lineShape, maybeIdShape } from '#shared/base/shapes.ts';
import { type Instant, dayOf } from '#shared/base/time.ts';
import { MARKINGS } from '#shared/contracts/record/record.ts';
import { preparesStrategy } from '#shared/domain/access/strategy-access.ts';
import { faultInWords, strategicDecisionFault } from '#shared/domain/decision/strategic-decision.ts';
import { digestsOf } from '#shared/domain/issue/issue-digest.ts';
import { type Change, type CommandContext, defineCommand } from '#shared/domain/kit/command.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { freezeConcerns } from './freezing.ts';
import { matrixToKeep } from './matrix-copy.ts';
import { prioritisationBook } from './prioritisation-refusals.ts';
import { streamSeed } from './simulation.ts';

const mayPrepare = async (args: { readonly prioritisationId: string }, { actor, reading }: CommandContext): Promise<Refusal | null> => {
  const found = await reading.one('prioritisation', args.prioritisationId);
  return found !== null && preparesStrategy(actor, found.body.groupId)
    ? null
    : prioritisationBook.say('prioritisation/not-yours-to-prepare');
};

async function found(prioritisationId: string, reading: Reading): Promise<RecordOf<'prioritisation'>> {
  const record = await reading.one('prioritisation', prioritisationId);
  if (record === null) throw new Error('a prioritisation vanished between the policy and the decision');
  return record;
}

const figures = { top: z.int().min(1).max(20), runs: z.int().min(500).max(20_000) };

/** Opens a prioritisation with a copy of a matrix; with `fromId` it begins with the issues of an earlier one, unscored (duty 94). */
export const openPrioritisation = defineCommand({
  name: 'prioritisation.open',
  args: z.object({
    groupId: idShape,
    title: lineShape(200),
    matrixId: idShape,
    assessmentId: maybeIdShape.default(''),
    fromId: maybeIdShape.default(''),
    marking: z.enum(MARKINGS).default('OFFICIAL'),
    top: figures.top.default(5),
    runs: figures.runs.default(5000),
  }),
  may: (args, { actor }) => (preparesStrategy(actor, args.groupId) ? null : prioritisationBook.say('prioritisation/not-yours-to-prepare')),
  decide: async ({ groupId, title, matrixId, assessmentId, fromId, marking, top, runs }, { reading, newId, now }) => {
    const [group, matrix, from] = await Promise.all([
      reading.one('group', groupId),
      reading.one('scoring-matrix', matrixId),
      fromId === '' ? null : reading.one('prioritisation', fromId),
    ]);
    if (group?.body.groupType !== 'stcg' || group.body.nodeType === 'unit')
      return refused(prioritisationBook.say('prioritisation/group-not-strategic', { field: 'groupId' }));
    if (matrix === null) return refused(prioritisationBook.say('prioritisation/matrix-unknown', { field: 'matrixId' }));
    if (fromId !== '' && from?.body.groupId !== groupId)
      return refused(prioritisationBook.say('prioritisation/not-yours-to-prepare', { field: 'fromId' }));
    const id = newId();
    const { nodeType, nodeId } = group.body;
    const envelope = { scope: nodeId, marking, handling: '', compartment: '', owner: '', dueAt: '' };
    const earlier = from === null ? [] : await reading.many('issue', { parent: from.id }, { by: 'number' });
    const issues = earlier.map((issue, index) => ({
      ...envelope,
      kind: 'issue' as const,
      id: newId(),
      state: 'scoring',
      parent: id,
      number: index + 1,
      sortAt: now,
      body: {
        ...issue.body,
        sectionId: '' as const,
        scores: [],
        offences: [],
        outcomeReason: '' as const,
        decisionId: '' as const,
        on: dayOf(now),
      },
    }));
    const put = {
      ...envelope,
      kind: 'prioritisation' as const,
      id,
      state: 'open',
      parent: assessmentId,
      number: 0,
      sortAt: now,
      body: {
        groupId,
        nodeType,
        nodeId,
        title,
        matrixId,
        matrix: matrixToKeep(matrix.body, []),
        // From its id, so that the same prioritisation has the same figures everywhere.
        seed: streamSeed(id) & 0x7fff_ffff,
        runs,
        top,
        issues: digestsOf(issues),
        frozenAt: '' as const,
        decisionId: '' as const,
      },
    };
    return ok({
      changes: [{ put }, ...issues.map((issue) => ({ put: issue }))],
      subject: { kind: 'prioritisation', id },
      facts: { issues: issues.length },
      out: { prioritisationId: id },
    });
  },
});

/** Changes the title, how many count as the top, how many runs, and the assessment it belongs to. */
export const changePrioritisation = defineCommand({
  name: 'prioritisation.change',
  args: z.object({ prioritisationId: idShape, title: lineShape(200), assessmentId: maybeIdShape.default(''), ...figures }),
  may: mayPrepare,
  decide: async ({ prioritisationId, title, assessmentId, top, runs }, { reading }) => {
    const before = await found(prioritisationId, reading);
    if (before.state === 'frozen') return refused(prioritisationBook.say('prioritisation/frozen'));
    return ok({
      changes: [{ put: { ...rewritten(before, { body: { title, top, runs } }), parent: assessmentId } }],
      subject: { kind: 'prioritisation', id: prioritisationId },
      out: null,
    });
  },
});

/** Takes another matrix, or a newer version of it; refused when issues are scored in what it does not have (duty 94). */
export const takeMatrix = defineCommand({
  name: 'prioritisation.take-matrix',
  args: z.object({ prioritisationId: idShape, matrixId: idShape }),
  may: mayPrepare,
  decide: async ({ prioritisationId, matrixId }, { reading }) => {
    const [before, matrix, issues] = await Promise.all([
      found(prioritisationId, reading),
      reading.one('scoring-matrix', matrixId),
      reading.many('issue', { parent: prioritisationId }),
    ]);
    if (before.state === 'frozen') return refused(prioritisationBook.say('prioritisation/frozen'));
    if (matrix === null) return refused(prioritisationBook.say('prioritisation/matrix-unknown', { field: 'matrixId' }));
    return ok({
      changes: [{ put: rewritten(before, { body: { matrixId, matrix: matrixToKeep(matrix.body, issues) } }) }],
      subject: { kind: 'prioritisation', id: prioritisationId },
      facts: { version: matrix.body.version },
      out: null,
    });
  },
});

/** Freezes a prioritisation and its issues by the decision of the strategic group that names it, exactly as it stood then (duties 94-96). */
export const freezePrioritisation = defineCommand({
  name: 'prioritisation.freeze',
  args: z.object({ prioritisationId: idShape, decisionId: idShape }),
  may: mayPrepare,
  decide: async ({ prioritisationId, decisionId }, { reading, now }) => {
    const [before, issues, decision] = await Promise.all([
      found(prioritisationId, reading),
      reading.many('issue', { parent: prioritisationId }, { by: 'number' }),
      reading.one('decision', decisionId),
    ]);
    if (before.state === 'frozen') return refused(prioritisationBook.say('prioritisation/frozen'));
    const { nodeType, nodeId } = before.body;
    const fault = await strategicDecisionFault(reading, {
      decisionId,
      kind: 'prioritisation',
      id: prioritisationId,
      nodeType,
      nodeId,
      record: before,
    });
    const refusals: Refusal[] = [...freezeConcerns(before.body.matrix, issues)];
    if (fault !== null) {
      const { message, remedy } = faultInWords(fault);
      refusals.push(
        prioritisationBook.say('prioritisation/decision-does-not-freeze', {
          field: 'decisionId',
          facts: { fault: message, wayOut: remedy },
        }),
      );
    }
    const [first, ...rest] = refusals;
    if (first !== undefined || decision === null)
      return refused(first ?? prioritisationBook.say('prioritisation/step-not-in-order'), ...rest);
    const on = dayOf(decision.body.decidedAt as Instant);
    const changes: Change[] = [
      { put: rewritten(before, { state: 'frozen', body: { frozenAt: now, decisionId } }) },
      ...issues.map((issue) => ({ put: rewritten(issue, { sortAt: on, body: { decisionId, on } }) })),
    ];
    return ok({
      changes,
      subject: { kind: 'prioritisation', id: prioritisationId },
      facts: { issues: issues.length, included: issues.filter((issue) => issue.state === 'included').length },
      out: null,
    });
  },
});

export const prioritisationCommands = [openPrioritisation, changePrioritisation, takeMatrix, freezePrioritisation] as const;
