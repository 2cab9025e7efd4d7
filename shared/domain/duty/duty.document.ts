import { z } from 'zod';
import { ok, refused } from '#shared/base/result.ts';
import { idShape } from '#shared/base/shapes.ts';
import { dayOf } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import { MARKINGS, type Marking } from '#shared/contracts/record/record.ts';
import type { Block } from '#shared/contracts/document/print-document.ts';
import { forceBook } from '#shared/domain/force/force.rules.ts';
import { defineDocument } from '#shared/domain/kit/document.ts';
import { DUTY_PARTS } from './duties.ts';
import { maySeeDuties, seesAllMeetings } from './duty.policy.ts';
import { type DutyStanding, dutyStandings } from './duty-standings.ts';
import { readForceRecords } from './force-records.ts';
import { type GoldenThread, goldenThreads, type ThreadStep } from './golden-thread.ts';
import type { Colour } from './judging.ts';

const COLOUR_WORDS: Readonly<Record<Colour, string>> = { green: 'Green', amber: 'Amber', red: 'Red' };
export const STEP_WORDS: Readonly<Record<ThreadStep, string>> = {
  assessment: 'Assessment',
  score: 'Score',
  priority: 'Priority',
  requirement: 'Requirement',
  decision: 'Decision',
  plan: 'Plan',
  result: 'Result',
};
/** So many pieces of evidence are named in a cell; the rest is counted. */
const NAMED_IN_A_CELL = 3;
/** So many records of one link of a thread are listed; the rest is counted. */
const LISTED_IN_A_LINK = 5;
const PARTIAL = 'Counts and evidence are of what the person who made this document may see; there may be more.';

/** The table of duties with how each stands and what shows it, and the golden thread of each priority, for those who inspect the force. */
export const inspectionPack = defineDocument({
  name: 'inspection-pack',
  args: z.object({ forceId: idShape }),
  may: (_args, actor) => maySeeDuties(actor),
  subject: ({ forceId }) => ({ kind: 'force', id: forceId }),
  read: async (_args, { reading, actor, now }) => {
    const today = dayOf(now);
    const records = await readForceRecords(reading, actor, today);
    const { force } = records.organisation;
    if (force === null) return refused(forceBook.say('force/none-yet'));
    const standings = dutyStandings(records);
    const threads = goldenThreads(records);
    const markings = [
      ...standings.flatMap((one) => one.evidence),
      ...threads.flatMap((thread) => thread.steps.flatMap((step) => step.nodes)),
    ];
    return ok({
      title: 'Inspection pack',
      subtitle: `How ${force.body.name} meets its duties, ${dayText(today)}`,
      reference: `${force.body.code}/INSPECTION/${today}`,
      marking: highest(markings.map((one) => one.marking)),
      handling: '',
      policeOnly: true,
      layout: 'landscape',
      onePage: false,
      blocks: [
        {
          type: 'facts',
          rows: [
            ...(['green', 'amber', 'red'] as const).map((colour) => ({
              label: COLOUR_WORDS[colour],
              text: `${standings.filter((one) => one.colour === colour).length} of ${standings.length} duties`,
            })),
            {
              label: 'Not kept in Cordon',
              text: `${standings.filter((one) => !one.kept).length} of the red ones are to be shown elsewhere`,
            },
          ],
        },
        ...(seesAllMeetings(actor) ? [] : [{ type: 'notice' as const, text: PARTIAL }]),
        { type: 'heading', level: 1, text: 'The golden thread of each priority' },
        ...(threads.length === 0 ? [{ type: 'prose' as const, text: 'No priority is in force.' }] : threads.flatMap(threadBlocks)),
        { type: 'page-break' },
        { type: 'heading', level: 1, text: 'The duties' },
        ...DUTY_PARTS.flatMap((part) =>
          partBlocks(
            part,
            standings.filter((one) => one.duty.part === part),
          ),
        ),
      ],
    });
  },
});

function highest(markings: readonly Marking[]): Marking {
  return MARKINGS.findLast((marking) => markings.includes(marking)) ?? 'OFFICIAL';
}

function threadBlocks(thread: GoldenThread): readonly Block[] {
  return [
    { type: 'heading', level: 2, text: `${thread.reference} ${thread.title}` },
    {
      type: 'table',
      caption: thread.whole === thread.steps.length ? 'Every link is there.' : `${thread.whole} of ${thread.steps.length} links are there.`,
      columns: [
        { title: 'Link', share: 2 },
        { title: 'Record', share: 6 },
        { title: 'What it says', share: 8 },
      ],
      rows: thread.steps.flatMap(({ step, nodes, missing }) =>
        nodes.length === 0
          ? [[STEP_WORDS[step], 'Missing', missing]]
          : [
              ...nodes.slice(0, LISTED_IN_A_LINK).map((node, index) => [index === 0 ? STEP_WORDS[step] : '', node.title, node.detail]),
              ...(nodes.length > LISTED_IN_A_LINK ? [['', `and ${nodes.length - LISTED_IN_A_LINK} more`, '']] : []),
            ],
      ),
    },
  ];
}

function partBlocks(part: string, standings: readonly DutyStanding[]): readonly Block[] {
  return [
    { type: 'heading', level: 2, text: part },
    {
      type: 'table',
      caption: `${standings.filter((one) => one.colour === 'green').length} of ${standings.length} green`,
      columns: [
        { title: 'Duty', share: 1, align: 'end' },
        { title: 'What it asks', share: 5 },
        { title: 'Stands', share: 2 },
        { title: 'How', share: 7 },
        { title: 'Evidence', share: 6 },
        { title: 'Rules', share: 5 },
      ],
      rows: standings.map((one) => [
        String(one.duty.number),
        `“${one.duty.quote}”: ${one.duty.mustLet}`,
        COLOUR_WORDS[one.colour],
        one.sentence,
        someOf(one.evidence.map(({ title }) => title)),
        someOf(one.rules.map(({ code }) => code)),
      ]),
    },
  ];
}

/** The first few, each on its line, and how many more there are. */
function someOf(names: readonly string[]): string {
  const shown = names.slice(0, NAMED_IN_A_CELL).map((name) => (name.length > 80 ? `${name.slice(0, 79)}…` : name));
  const rest = names.length - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n');
}
