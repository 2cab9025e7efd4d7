import { type Day, dayOf } from '#shared/base/time.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { type Names, readNames } from '#shared/domain/meeting/people-named.ts';
import { prioritiesInForce } from '#shared/domain/decision/decision-context.ts';
import { spanOn } from '#shared/domain/force/spans.ts';
import type { QueryContext } from '#shared/domain/kit/query.ts';
import type { PersonNamed } from '#shared/domain/meeting/people-named.ts';

export type Requirement = RecordOf<'intelligence-requirement'>;
export type Question = RecordOf<'requirement-question'>;

export interface TitleNamed {
  readonly id: string;
  readonly name: string;
}

/** What forms about a requirement offer. */
export interface RequirementChoices {
  readonly people: readonly PersonNamed[];
  readonly units: readonly TitleNamed[];
  readonly priorities: readonly TitleNamed[];
  readonly gaps: readonly TitleNamed[];
  readonly assessments: readonly TitleNamed[];
}

/** What the forms of a requirement of this place offer, as far as the person may read it. */
export async function requirementChoices(scope: string, names: Names, { reading, now }: QueryContext): Promise<RequirementChoices> {
  const today = dayOf(now);
  const [units, priorities, gaps, assessments] = await Promise.all([
    reading.many('unit'),
    prioritiesInForce(reading, { scope }, now),
    reading.many('intelligence-gap', { scope, state: 'open' }),
    reading.many('strategic-assessment', { scope }),
  ]);
  return {
    people: names.serving.filter((person) => !person.partner),
    units: units.flatMap((unit) => {
      const span = spanOn(unit.body.spans, today);
      return span?.inUse === true && span.unitType !== 'dedicated-source-unit' ? [{ id: unit.id, name: span.name }] : [];
    }),
    priorities: priorities.map((one) => ({ id: one.id, name: `${one.body.reference} ${one.body.title}` })),
    gaps: gaps.map((one) => ({ id: one.id, name: `${one.body.reference} ${one.body.text}` })),
    assessments: assessments.map((one) => ({ id: one.id, name: one.body.title })),
  };
}

/** The force or area a requirement is for, by its name. */
export async function placeName(
  reading: Reading,
  body: { readonly nodeType: string; readonly nodeId: string },
  today: Day,
): Promise<string> {
  if (body.nodeType === 'force') return (await reading.one('force', body.nodeId))?.body.name ?? '';
  const area = await reading.one('area', body.nodeId);
  return area === null ? '' : (spanOn(area.body.spans, today)?.name ?? '');
}

/** One question as lists show it. */
export interface QuestionRow {
  readonly id: string;
  readonly number: number;
  readonly reference: string;
  readonly question: string;
  readonly state: string;
  readonly ownerId: string;
  readonly owner: string;
  /** Whoever answers for it has left the service. */
  readonly ownerLeft: boolean;
  readonly priorityId: string;
  /** Its priority's reference and title, or empty for another key threat. */
  readonly priority: string;
  readonly otherKeyThreat: string;
  readonly urgency: string;
  readonly reviewOn: string;
  readonly reviewOverdue: boolean;
  readonly elements: number;
  readonly elementsAnswered: number;
  readonly answers: number;
}

export interface RowsContext {
  readonly names: Names;
  readonly priorities: ReadonlyMap<string, string>;
  readonly today: Day;
}

/** What making rows of questions needs, read once. */
export async function rowsContext({ reading, now }: QueryContext): Promise<RowsContext> {
  const [names, priorities] = await Promise.all([readNames(reading), reading.many('priority')]);
  return {
    names,
    priorities: new Map(priorities.map((one) => [one.id, `${one.body.reference} ${one.body.title}`])),
    today: dayOf(now),
  };
}

export function questionRow(question: Question, { names, priorities, today }: RowsContext): QuestionRow {
  const { body } = question;
  const open = question.state === 'unanswered' || question.state === 'partly';
  return {
    id: question.id,
    number: question.number,
    reference: body.reference,
    question: body.question,
    state: question.state,
    ownerId: question.owner,
    owner: names.of(question.owner),
    ownerLeft: question.owner !== '' && names.person(question.owner)?.serving === false,
    priorityId: body.priorityId,
    priority: body.priorityId === '' ? '' : (priorities.get(body.priorityId) ?? ''),
    otherKeyThreat: body.otherKeyThreat,
    urgency: body.urgency,
    reviewOn: body.reviewOn,
    reviewOverdue: open && body.reviewOn !== '' && body.reviewOn < today,
    elements: body.elements.length,
    elementsAnswered: body.elements.filter((one) => one.answered).length,
    answers: body.answers.length,
  };
}
