import { z } from 'zod';
import { type Result, ok, refused } from '#shared/base/result.ts';
import { idShape } from '#shared/base/shapes.ts';
import { dayText, timeText } from '#shared/base/time-text.ts';
import { type Day, type Instant, dayOf } from '#shared/base/time.ts';
import type { Block, PrintDocument } from '#shared/contracts/document/print-document.ts';
import { defineDocument } from '#shared/domain/kit/document.ts';
import { type QuestionRow, placeName, questionRow, rowsContext } from './requirement-parts.ts';
import { requirementBook } from './requirement-refusals.ts';

const URGENCIES: Readonly<Record<string, string>> = { high: 'High', medium: 'Medium', low: 'Low' };
const STATES: Readonly<Record<string, string>> = { unanswered: 'Unanswered', partly: 'Partly answered', answered: 'Answered' };

/** The requirement as staff are given it: its questions under their priorities and other key threats, nothing of collection and nothing of any compartment (duties 103, 106). */
export const intelligenceRequirementDocument = defineDocument({
  name: 'intelligence-requirement',
  args: z.object({ requirementId: idShape }),
  subject: ({ requirementId }) => ({ kind: 'intelligence-requirement', id: requirementId }),
  read: async ({ requirementId }, context): Promise<Result<PrintDocument>> => {
    const { reading, now } = context;
    const requirement = await reading.one('intelligence-requirement', requirementId);
    if (requirement === null) return refused(requirementBook.say('intelligence-requirement/not-yours'));
    const { body } = requirement;
    const rows = await rowsContext(context);
    const questions = (await reading.many('requirement-question', { parent: requirementId }, { by: 'number' })).filter(
      (one) => one.state !== 'withdrawn',
    );
    const elementsOf = new Map(questions.map((one) => [one.id, one.body.elements]));
    const decision = body.approvedByDecisionId === '' ? null : await reading.one('decision', body.approvedByDecisionId);
    const place = await placeName(reading, body, dayOf(now));
    return ok({
      title: body.title,
      subtitle: `${place}, version ${body.version}`,
      reference: decision?.body.reference ?? '',
      marking: requirement.marking,
      handling: requirement.handling,
      policeOnly: false,
      layout: 'landscape',
      onePage: false,
      blocks: [
        ...(requirement.state === 'approved'
          ? []
          : [{ type: 'notice', text: `Not in force: this version is ${requirement.state}.` } as const]),
        {
          type: 'facts',
          rows: [
            ...(body.approvedAt === '' ? [] : [{ label: 'Approved', text: timeText(body.approvedAt as Instant) }]),
            ...(decision === null ? [] : [{ label: 'By decision', text: decision.body.reference }]),
            ...(body.reviewOn === '' ? [] : [{ label: 'Next review', text: dayText(body.reviewOn as Day) }]),
          ],
        },
        ...(body.introduction === '' ? [] : [{ type: 'prose', text: body.introduction } as const]),
        ...questionBlocks(
          questions.map((one) => questionRow(one, rows)),
          (id) => (elementsOf.get(id) ?? []).map((element) => element.text),
        ),
      ],
    });
  },
});

function questionBlocks(rows: readonly QuestionRow[], elementsOf: (id: string) => readonly string[]): readonly Block[] {
  if (rows.length === 0) return [{ type: 'notice', text: 'It asks no questions yet.' }];
  const titleOf = (row: QuestionRow): string => (row.priorityId === '' ? 'Other key threats' : row.priority);
  const titles = [...new Set(rows.map(titleOf))].sort(
    (a, b) => Number(a === 'Other key threats') - Number(b === 'Other key threats') || a.localeCompare(b, 'en-GB', { numeric: true }),
  );
  return titles.flatMap((title): readonly Block[] => [
    { type: 'heading', level: 2, text: title },
    {
      type: 'table',
      caption: '',
      columns: [
        { title: 'No.', share: 1 },
        { title: 'Question', share: 6 },
        { title: 'What exactly', share: 5 },
        { title: 'Owner', share: 3 },
        { title: 'Urgency', share: 1 },
        { title: 'State', share: 2 },
      ],
      rows: rows
        .filter((row) => titleOf(row) === title)
        .map((row) => [
          row.reference,
          row.otherKeyThreat === '' ? row.question : `${row.question} (${row.otherKeyThreat})`,
          elementsOf(row.id).join('; '),
          row.owner,
          URGENCIES[row.urgency] ?? '',
          STATES[row.state] ?? '',
        ]),
    },
  ]);
}
