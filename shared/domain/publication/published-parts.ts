import type { Day } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import type { Marking } from '#shared/contracts/record/record.ts';
import {
  type ControlStrategyBody,
  DEFAULT_POLICE_ONLY_PARTS,
  type StrategyPart,
  type StrategyPriority,
} from '#shared/domain/control-strategy/control-strategy.schema.ts';
import type { IntelligenceRequirementBody } from '#shared/domain/intelligence-requirement/intelligence-requirement.schema.ts';
import type { RequirementQuestionBody } from '#shared/domain/requirement-question/requirement-question.schema.ts';
import type { PublicationBody, PublishedPart } from './publication.schema.ts';

export type Audience = PublicationBody['audience'];

export interface QuestionToPublish {
  readonly id: string;
  readonly state: string;
  readonly number: number;
  readonly body: RequirementQuestionBody;
}
/** What is put into words: the records as the strategic group left them, and how they are marked and dated. */
export interface ToPublish {
  readonly strategy: ControlStrategyBody | null;
  readonly requirement: IntelligenceRequirementBody | null;
  readonly questions: readonly QuestionToPublish[];
  readonly marking: Marking;
  readonly publishedOn: Day;
  readonly nameOf: (personId: string) => string;
}

/** A priority as one audience is given it: a part that is kept from it has no text here, so that nothing after this could show it. */
interface PriorityGiven {
  readonly reference: string;
  readonly title: string;
  readonly summary: string;
  readonly includedBecause: string;
  readonly parts: Readonly<Partial<Record<StrategyPart, string>>>;
}
interface QuestionGiven {
  readonly reference: string;
  readonly question: string;
  readonly urgency: RequirementQuestionBody['urgency'];
  readonly whyItMatters: string;
  readonly elements: readonly string[];
}
interface Given {
  readonly strategy: { readonly body: ControlStrategyBody; readonly priorities: readonly PriorityGiven[] } | null;
  readonly requirement: {
    readonly title: string;
    readonly version: number;
    readonly introduction: string;
    readonly questions: readonly QuestionGiven[];
  } | null;
}

const PART_TITLES: Readonly<Record<StrategyPart, string>> = {
  prevention: 'Prevention',
  intelligence: 'Intelligence',
  enforcement: 'Enforcement',
  reassurance: 'Reassurance',
  measures: 'Measures',
  owner: 'Owner',
  resources: 'Resources',
};
const IN_ORDER = ['owner', 'prevention', 'intelligence', 'enforcement', 'reassurance', 'measures', 'resources'] as const;
const URGENCY_WORDS = { high: 'High urgency.', medium: 'Medium urgency.', low: 'Low urgency.' } as const;
/** What one part holds at most; longer text goes on in a further part. */
const LONGEST_PART = 20_000;

/**
 * What is sent, word for word and in reading order, marked and dated (duties 83, 99, 100, 107). Staff are given all of it. Partners are given title, summary and
 * direction, and of each priority the parts that the control strategy does not keep from them; no reason for inclusion, no priority that is police only; of the
 * requirement only the questions that are put to partners, without its introduction and without why they matter.
 */
export function publishedParts(from: ToPublish, audience: Audience): PublishedPart[] {
  const given = audience === 'staff' ? givenToStaff(from) : givenToPartners(from);
  const version = audience === 'staff' ? 'Staff version' : 'Partner version';
  return [
    ...part(1, '', `${version}. ${from.marking}. Published ${dayText(from.publishedOn)}.`),
    ...(given.strategy === null ? [] : strategyParts(given.strategy)),
    ...(given.requirement === null ? [] : requirementParts(given.requirement)),
  ];
}

function givenToStaff({ strategy, requirement, questions, nameOf }: ToPublish): Given {
  return {
    strategy: strategy && {
      body: strategy,
      priorities: strategy.priorities.map((row) => priorityGiven(row, IN_ORDER, row.includedBecause, strategy, nameOf)),
    },
    requirement: requirement && {
      title: requirement.title,
      version: requirement.version,
      introduction: requirement.introduction,
      questions: standing(questions).map(({ body }) => ({
        reference: body.reference,
        question: body.question,
        urgency: body.urgency,
        whyItMatters: body.whyItMatters,
        elements: body.elements.map((element) => element.text),
      })),
    },
  };
}

function givenToPartners({ strategy, requirement, questions, nameOf }: ToPublish): Given {
  const kept = strategy?.policeOnlyParts ?? DEFAULT_POLICE_ONLY_PARTS;
  const parts = IN_ORDER.filter((one) => !kept.includes(one));
  return {
    strategy: strategy && {
      body: strategy,
      priorities: strategy.priorities
        .filter((row) => row.policeOnly !== true)
        .map((row) => priorityGiven(row, parts, '', strategy, nameOf)),
    },
    requirement: requirement && {
      title: requirement.title,
      version: requirement.version,
      introduction: '',
      questions: standing(questions)
        .filter(({ body }) => body.askPartners === true)
        .map(({ body }) => ({
          reference: body.reference,
          question: body.question,
          urgency: body.urgency,
          whyItMatters: '',
          elements: body.elements.map((element) => element.text),
        })),
    },
  };
}

/** Questions that are asked, in their order. */
function standing(questions: readonly QuestionToPublish[]): readonly QuestionToPublish[] {
  return questions
    .filter((question) => question.state !== 'withdrawn')
    .sort((a, b) => a.number - b.number || (a.body.reference < b.body.reference ? -1 : 1));
}

function priorityGiven(
  row: StrategyPriority,
  parts: readonly StrategyPart[],
  includedBecause: string,
  strategy: ControlStrategyBody,
  nameOf: ToPublish['nameOf'],
): PriorityGiven {
  const texts: Readonly<Record<StrategyPart, () => string>> = {
    prevention: () => row.prevention,
    intelligence: () => row.intelligence,
    enforcement: () => row.enforcement,
    reassurance: () => (strategy.withReassurance ? row.reassurance : ''),
    measures: () => row.measures.map(measureInWords).join('\n'),
    owner: () => (row.ownerId === '' ? '' : nameOf(row.ownerId)),
    resources: () => resourcesInWords(row),
  };
  return {
    reference: row.reference,
    title: row.title,
    summary: row.summary,
    includedBecause,
    parts: Object.fromEntries(parts.map((one) => [one, texts[one]()])),
  };
}

function measureInWords({ name, baseline, target }: StrategyPriority['measures'][number]): string {
  const ends = [baseline === '' ? '' : `now ${baseline}`, target === '' ? '' : `target ${target}`].filter((text) => text !== '');
  return `- ${name}${ends.length === 0 ? '' : `: ${ends.join(', ')}`}`;
}

function resourcesInWords({ hours, officers, budget }: StrategyPriority): string {
  const number = (amount: number): string => amount.toLocaleString('en-GB');
  return [
    hours === 0 ? '' : `${number(hours)} hours`,
    officers === 0 ? '' : `${number(officers)} ${officers === 1 ? 'officer' : 'officers'}`,
    budget === 0 ? '' : `£${number(budget)}`,
  ]
    .filter((text) => text !== '')
    .join(', ');
}

function strategyParts({ body, priorities }: NonNullable<Given['strategy']>): PublishedPart[] {
  const review = body.reviewOn === '' ? '' : ` Reviewed by ${dayText(body.reviewOn)}.`;
  return [
    ...part(1, body.title, `Control strategy, version ${body.version}, in force from ${dayText(body.from)}.${review}`),
    ...part(3, 'Strategic direction', body.direction),
    ...priorities.flatMap((row) => [
      ...part(2, `${row.reference} ${row.title}`, row.summary),
      ...part(3, 'Why it is included', row.includedBecause),
      ...IN_ORDER.flatMap((one) => part(3, PART_TITLES[one], row.parts[one] ?? '')),
    ]),
  ];
}

function requirementParts({ title, version, introduction, questions }: NonNullable<Given['requirement']>): PublishedPart[] {
  return [
    ...part(1, title, `Strategic intelligence requirement, version ${version}.`),
    ...part(3, 'Introduction', introduction),
    ...questions.flatMap((one) => [
      ...part(2, one.reference, `${one.question}\n${URGENCY_WORDS[one.urgency]}`),
      ...part(3, 'Why it matters', one.whyItMatters),
      ...part(3, 'What has to be known', one.elements.map((text) => `- ${text}`).join('\n')),
    ]),
  ];
}

/** One part, or none where there is nothing to say; text too long for one goes on in the next, cut between lines. */
function part(level: 1 | 2 | 3, heading: string, text: string): PublishedPart[] {
  const said = text.trim();
  if (said === '' && level === 3) return [];
  const pieces: string[] = [];
  for (const line of said.split('\n')) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + line.length < LONGEST_PART) pieces[pieces.length - 1] = `${last}\n${line}`;
    else pieces.push(line);
  }
  return pieces.map((piece, index) => ({ heading: index === 0 ? heading.slice(0, 300) : '', text: piece.trim(), level }));
}
