import { z } from 'zod';
import type { Refusal } from '#shared/base/result.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import { readNames } from '#shared/domain/meeting/people-named.ts';
import { mayKeepGaps } from './intelligence-gap.commands.ts';
import { intelligenceGapBook } from './intelligence-gap.rules.ts';

/** One line of the register of gaps. */
export interface GapRow {
  readonly id: string;
  readonly reference: string;
  readonly text: string;
  readonly whyItMatters: string;
  readonly state: string;
  /** What its questions have brought: nobody asks, or how far they are answered. */
  readonly answered: 'not-asked' | 'unanswered' | 'partly' | 'answered' | 'closed';
  readonly questions: readonly {
    readonly id: string;
    readonly reference: string;
    readonly requirementId: string;
    readonly state: string;
  }[];
  readonly raisedBy: string;
  readonly raisedAt: string;
  /** Where it was raised, by the assessment's title; empty when elsewhere. */
  readonly raisedIn: string;
  readonly assessmentId: string;
  readonly closedBecause: string;
  readonly groupId: string;
  readonly group: string;
  readonly change: Refusal | null;
}

/** The register of gaps, those nobody has answered first (duty 104), and the groups this person may raise one for. */
export interface GapsPage {
  readonly rows: readonly GapRow[];
  readonly raiseFor: readonly { readonly id: string; readonly name: string }[];
}

const ORDER = ['not-asked', 'unanswered', 'partly', 'answered', 'closed'] as const;

function answeredBy(state: string, questions: GapRow['questions']): GapRow['answered'] {
  if (state === 'closed') return 'closed';
  const asked = questions.filter((one) => one.state !== 'withdrawn');
  if (asked.length === 0) return 'not-asked';
  if (asked.every((one) => one.state === 'answered')) return 'answered';
  return asked.some((one) => one.state !== 'unanswered') ? 'partly' : 'unanswered';
}

export const gapsQuery = defineQuery({
  name: 'intelligence-gaps',
  args: z.object({}),
  read: async (_args, { reading, actor }): Promise<GapsPage> => {
    const [gaps, requirements, questions, groups, assessments, names] = await Promise.all([
      reading.many('intelligence-gap'),
      reading.many('intelligence-requirement', { state: ['draft', 'approved'] }),
      reading.many('requirement-question'),
      reading.many('group', { state: 'in-use' }),
      reading.many('strategic-assessment'),
      readNames(reading),
    ]);
    // A question is asked by the version in force; a draft's counts only while the one in force does not ask it.
    const current = new Set(requirements.map((one) => one.id));
    const taken = new Set(questions.filter((one) => one.body.inForce === true).map((one) => one.id));
    const asked = questions.filter(
      (one) =>
        current.has(one.parent) &&
        !(one.body.continuesIds ?? []).some((id) => taken.has(id) && current.has(questions.find((other) => other.id === id)?.parent ?? '')),
    );
    const rows = gaps.map((gap): GapRow => {
      const its = asked
        .filter((one) => one.body.gapId === gap.id)
        .map((one) => ({ id: one.id, reference: one.body.reference, requirementId: one.parent, state: one.state }));
      return {
        id: gap.id,
        reference: gap.body.reference,
        text: gap.body.text,
        whyItMatters: gap.body.whyItMatters,
        state: gap.state,
        answered: answeredBy(gap.state, its),
        questions: its,
        raisedBy: names.of(gap.body.raisedById),
        raisedAt: gap.createdAt,
        raisedIn: assessments.find((one) => one.id === gap.parent)?.body.title ?? '',
        assessmentId: gap.parent,
        closedBecause: gap.body.closedBecause,
        groupId: gap.body.groupId,
        group: groups.find((one) => one.id === gap.body.groupId)?.body.name ?? '',
        change: mayKeepGaps(actor, gap.body.groupId) ? null : intelligenceGapBook.say('intelligence-gap/not-yours'),
      };
    });
    return {
      rows: rows.sort((a, b) => ORDER.indexOf(a.answered) - ORDER.indexOf(b.answered) || (a.raisedAt < b.raisedAt ? -1 : 1)),
      raiseFor: groups
        .filter((group) => (group.body.groupType === 'stcg' || group.body.groupType === 'ttcg') && mayKeepGaps(actor, group.id))
        .sort((a, b) => Number(a.body.groupType !== 'stcg') - Number(b.body.groupType !== 'stcg'))
        .map((group) => ({ id: group.id, name: group.body.name })),
    };
  },
});

export const intelligenceGapQueries = [gapsQuery] as const;
