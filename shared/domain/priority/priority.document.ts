import { z } from 'zod';
import { ok, refused, type Result } from '#shared/base/result.ts';
import { idShape } from '#shared/base/shapes.ts';
import { dayText } from '#shared/base/time-text.ts';
import { type Day, dayOf } from '#shared/base/time.ts';
import type { PrintDocument } from '#shared/contracts/document/print-document.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import { spanOn } from '#shared/domain/force/spans.ts';
import { defineDocument } from '#shared/domain/kit/document.ts';
import type { QueryContext } from '#shared/domain/kit/query.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { readNames } from '#shared/domain/meeting/people-named.ts';
import { priorityBook } from './priority.rules.ts';

/** The priorities of a force or area in force today on one page, each with the decision that set it and the approved plans that serve it (duties 80, 83, 129). */
export const prioritiesInForceDocument = defineDocument({
  name: 'priorities-in-force',
  args: z.object({ nodeType: z.enum(['force', 'area']), nodeId: idShape }),
  subject: ({ nodeType, nodeId }) => ({ kind: nodeType, id: nodeId }),
  read: async ({ nodeType, nodeId }, context): Promise<Result<PrintDocument>> => {
    const { reading, now } = context;
    const today = dayOf(now);
    const place = await placeName(nodeType, nodeId, context);
    if (place === null) return refused(priorityBook.say('priority/place-unknown'));
    const priorities = (await reading.many('priority', { scope: nodeId }))
      .filter((one) => countsOn(one.body, today))
      .sort((a, b) => a.body.reference.localeCompare(b.body.reference, 'en-GB', { numeric: true }));
    const plans = (await reading.many('delivery-plan', { state: 'approved' })).filter((plan) =>
      priorities.some((priority) => priority.id === plan.body.priorityId),
    );
    const names = await readNames(reading);
    const decisions = new Map(
      (
        await reading.some(
          'decision',
          priorities.map((one) => one.body.setByDecisionId),
        )
      ).map((one) => [one.id, one]),
    );
    // A plan is marked as the decision it comes from; the page is marked as the highest thing it names.
    const named = [...priorities, ...plans];
    return ok({
      title: 'Priorities in force',
      subtitle: `${place}, on ${dayText(today)}`,
      reference: '',
      marking: named.some((one) => one.marking === 'OFFICIAL-SENSITIVE') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
      handling: [...new Set(named.map((one) => one.handling).filter((text) => text !== ''))].join(', '),
      policeOnly: plans.some((plan) => plan.body.policeOnly),
      layout: 'landscape',
      onePage: true,
      blocks:
        priorities.length === 0
          ? [{ type: 'notice', text: 'No priority is in force here.' }]
          : [
              {
                type: 'table',
                caption: '',
                columns: [
                  { title: 'No.', share: 1 },
                  { title: 'Priority', share: 5 },
                  { title: 'In force since', share: 2 },
                  { title: 'Set by decision', share: 2.5 },
                  { title: 'Approved plans, their owners and when each is looked at', share: 5.5 },
                ],
                rows: priorities.map((priority) => [
                  priority.body.reference,
                  priority.body.summary === '' ? priority.body.title : `${priority.body.title}\n\n${priority.body.summary}`,
                  dayText(priority.body.from as Day),
                  decisions.get(priority.body.setByDecisionId)?.body.reference ?? '',
                  plans
                    .filter((plan) => plan.body.priorityId === priority.id)
                    .map((plan) => planLine(plan, names.of(plan.owner)))
                    .join('\n\n') || 'No approved plan serves this priority.',
                ]),
              },
            ],
    });
  },
});

function planLine({ body, dueAt }: RecordOf<'delivery-plan'>, owner: string): string {
  return [`${body.reference} ${body.title}`, owner, dueAt === '' ? '' : `to be looked at by ${dayText(dueAt as Day)}`]
    .filter((text) => text !== '')
    .join('; ');
}

async function placeName(nodeType: 'force' | 'area', nodeId: string, { reading, now }: QueryContext): Promise<string | null> {
  if (nodeType === 'force') return (await reading.one('force', nodeId))?.body.name ?? null;
  const area = await reading.one('area', nodeId);
  return area === null ? null : (spanOn(area.body.spans, dayOf(now))?.name ?? area.body.spans.at(-1)?.name ?? null);
}
