import type { RecordToWrite } from '#shared/contracts/record/record.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { answerStateOf } from './answer-state.ts';
import type { RequirementQuestionBody } from './requirement-question.schema.ts';

/** The questions still open in the requirement in force, as those of the next draft: same number, answers so far, and where they come from. */
export async function carriedQuestions(
  inForce: RecordOf<'intelligence-requirement'>,
  draft: Pick<RecordToWrite, 'id' | 'scope' | 'marking' | 'handling' | 'compartment'> & { readonly groupId: string },
  newId: () => string,
  reading: Reading,
): Promise<readonly RecordToWrite<'requirement-question', RequirementQuestionBody>[]> {
  const open = await reading.many('requirement-question', { parent: inForce.id, state: ['unanswered', 'partly'] }, { by: 'number' });
  return open.map((one) => ({
    id: newId(),
    kind: 'requirement-question',
    scope: draft.scope,
    marking: draft.marking,
    handling: draft.handling,
    compartment: draft.compartment,
    state: one.state,
    owner: one.owner,
    parent: draft.id,
    number: one.number,
    dueAt: one.dueAt,
    sortAt: one.sortAt,
    body: {
      ...one.body,
      groupId: draft.groupId,
      inForce: false,
      changedBecause: '',
      changedAt: '',
      continuesIds: [...(one.body.continuesIds ?? []), one.id],
    },
  }));
}

/** The questions of a draft as they come into force: with the answers their forerunners were given while the draft was written. */
export async function broughtUpToDate(
  questions: readonly RecordOf<'requirement-question'>[],
  reading: Reading,
): Promise<readonly RecordToWrite<'requirement-question', RequirementQuestionBody>[]> {
  const ids = questions.flatMap((one) => (one.body.continuesIds ?? []).slice(-1));
  const earlier = new Map((await reading.some('requirement-question', ids)).map((one) => [one.id, one]));
  return questions.map((one) => {
    const from = earlier.get((one.body.continuesIds ?? []).at(-1) ?? '');
    const ticked = new Set((from?.body.elements ?? []).filter((element) => element.answered).map((element) => element.id));
    const body = {
      inForce: true,
      answers: from?.body.answers ?? one.body.answers,
      elements: one.body.elements.map((element) => ({ ...element, answered: ticked.has(element.id) })),
      ...(from?.body.reopenedAt === undefined ? {} : { reopenedAt: from.body.reopenedAt }),
    };
    return rewritten(one, { state: answerStateOf({ ...one.body, ...body }), body });
  });
}
