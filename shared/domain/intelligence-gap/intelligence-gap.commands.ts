import { z } from 'zod';
import { type Refusal, ok, refused } from '#shared/base/result.ts';
import { idShape, lineShape, maybeIdShape, typedProseShape } from '#shared/base/shapes.ts';
import { type Actor, holdsRole, holdsRoleIn } from '#shared/domain/access/access.ts';
import { preparesStrategy } from '#shared/domain/access/strategy-access.ts';
import { type AnyRecordToWrite, type CommandContext, defineCommand } from '#shared/domain/kit/command.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { intelligenceGapBook } from './intelligence-gap.rules.ts';

/** Whether the person raises and closes gaps of a group: those who prepare its strategy, its members, the intelligence managers. Partners never do. */
export function mayKeepGaps(actor: Actor, groupId: string): boolean {
  if (actor.partner) return false;
  return (
    preparesStrategy(actor, groupId) || holdsRole(actor, 'intelligence-manager') || holdsRoleIn(actor, groupId, 'member', 'action-manager')
  );
}

interface GapToRaise {
  readonly group: RecordOf<'group'>;
  readonly text: string;
  readonly whyItMatters: string;
  readonly sectionId: string;
}

/** A gap to be written with whatever else is written; its number follows those of its place. */
export async function gapToRaise(
  gap: GapToRaise,
  { actor, now, newId, reading }: CommandContext,
  already = 0,
): Promise<{ readonly put: AnyRecordToWrite; readonly id: string; readonly reference: string }> {
  const number = (await reading.count('intelligence-gap', { scope: gap.group.body.nodeId })) + 1 + already;
  const section = gap.sectionId === '' ? null : await reading.one('assessment-section', gap.sectionId);
  const id = newId();
  const reference = `GAP-${number}`;
  return {
    id,
    reference,
    put: {
      id,
      kind: 'intelligence-gap',
      scope: gap.group.body.nodeId,
      marking: section?.marking ?? 'OFFICIAL-SENSITIVE',
      handling: '',
      compartment: '',
      state: 'open',
      owner: '',
      parent: section?.parent ?? '',
      number,
      dueAt: '',
      sortAt: now,
      body: {
        reference,
        text: gap.text,
        whyItMatters: gap.whyItMatters,
        sectionId: gap.sectionId,
        raisedById: actor.personId,
        groupId: gap.group.id,
        closedBecause: '',
      },
    },
  };
}

const mayChange = async (args: { readonly gapId: string }, { actor, reading }: CommandContext): Promise<Refusal | null> => {
  const gap = await reading.one('intelligence-gap', args.gapId);
  return gap !== null && mayKeepGaps(actor, gap.body.groupId) ? null : intelligenceGapBook.say('intelligence-gap/not-yours');
};
async function found(gapId: string, reading: Reading): Promise<RecordOf<'intelligence-gap'>> {
  const gap = await reading.one('intelligence-gap', gapId);
  if (gap === null) throw new Error('a gap vanished between the policy and the decision');
  return gap;
}

/** Raises a gap, in a section of an assessment or elsewhere (duty 104). */
export const raiseGap = defineCommand({
  name: 'intelligence-gap.raise',
  args: z.object({
    groupId: idShape,
    text: lineShape(500),
    whyItMatters: typedProseShape(4000).default(''),
    sectionId: maybeIdShape.default(''),
  }),
  may: ({ groupId }, { actor }) => (mayKeepGaps(actor, groupId) ? null : intelligenceGapBook.say('intelligence-gap/not-yours')),
  decide: async ({ groupId, ...fields }, context) => {
    const group = await context.reading.one('group', groupId);
    if (group === null) return refused(intelligenceGapBook.say('intelligence-gap/group-unknown', { field: 'groupId' }));
    if (fields.sectionId !== '' && (await context.reading.one('assessment-section', fields.sectionId)) === null)
      return refused(intelligenceGapBook.say('intelligence-gap/section-unknown', { field: 'sectionId' }));
    const { put, id, reference } = await gapToRaise({ group, ...fields }, context);
    return ok({ changes: [{ put }], subject: { kind: 'intelligence-gap', id }, out: { gapId: id, reference } });
  },
});

/** Rewords an open gap. */
export const changeGap = defineCommand({
  name: 'intelligence-gap.change',
  args: z.object({ gapId: idShape, text: lineShape(500), whyItMatters: typedProseShape(4000).default('') }),
  may: mayChange,
  decide: async ({ gapId, ...fields }, { reading }) => {
    const gap = await found(gapId, reading);
    if (gap.state === 'closed') return refused(intelligenceGapBook.say('intelligence-gap/closed'));
    return ok({ changes: [{ put: rewritten(gap, { body: fields }) }], subject: { kind: 'intelligence-gap', id: gapId }, out: { gapId } });
  },
});

/** Closes a gap with the reason (duty 104). */
export const closeGap = defineCommand({
  name: 'intelligence-gap.close',
  args: z.object({ gapId: idShape, because: typedProseShape(2000) }),
  may: mayChange,
  decide: async ({ gapId, because }, { reading }) => {
    const gap = await found(gapId, reading);
    if (gap.state === 'closed') return refused(intelligenceGapBook.say('intelligence-gap/closed'));
    if (because === '') return refused(intelligenceGapBook.say('intelligence-gap/closed-without-reason', { field: 'because' }));
    return ok({
      changes: [{ put: rewritten(gap, { state: 'closed', body: { closedBecause: because } }) }],
      subject: { kind: 'intelligence-gap', id: gapId },
      out: { gapId },
    });
  },
});

/** Opens a closed gap again: what filled it did not. */
export const reopenGap = defineCommand({
  name: 'intelligence-gap.reopen',
  args: z.object({ gapId: idShape }),
  may: mayChange,
  decide: async ({ gapId }, { reading }) => {
    const gap = await found(gapId, reading);
    if (gap.state === 'open') return refused(intelligenceGapBook.say('intelligence-gap/open'));
    return ok({
      changes: [{ put: rewritten(gap, { state: 'open', body: { closedBecause: '' } }) }],
      subject: { kind: 'intelligence-gap', id: gapId },
      out: { gapId },
    });
  },
});

export const intelligenceGapCommands = [raiseGap, changeGap, closeGap, reopenGap] as const;
