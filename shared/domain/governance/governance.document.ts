import { z } from 'zod';
import { ok } from '#shared/base/result.ts';
import { dayShape, idShape } from '#shared/base/shapes.ts';
import { dayOf } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import type { Refusal } from '#shared/base/result.ts';
import { defineDocument } from '#shared/domain/kit/document.ts';
import { organisationBook } from '#shared/domain/force/force.policy.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import { readGovernance } from './governance.queries.ts';

function policeOnly(actor: Actor): Refusal | null {
  return actor.partner ? organisationBook.say('organisation/not-yours-to-change') : null;
}

/** The list of what is amiss in governance, as it stands on the page. */
export const governanceReport = defineDocument({
  name: 'governance-report',
  args: z.object({ forceId: idShape, asAt: dayShape }),
  may: (_args, actor) => policeOnly(actor),
  subject: ({ forceId }) => ({ kind: 'force', id: forceId }),
  read: async ({ asAt }, { reading, actor, now }) => {
    const view = await readGovernance(reading, actor, asAt, dayOf(now));
    return ok({
      title: 'Governance',
      subtitle: `${view.force}, as at ${dayText(asAt)}`,
      reference: `GOVERNANCE/${asAt}`,
      marking: 'OFFICIAL',
      handling: '',
      policeOnly: true,
      layout: 'landscape',
      onePage: false,
      blocks: [
        {
          type: 'facts',
          rows: [
            { label: 'Chief-officer lead', text: view.leads.map((lead) => lead.name).join(', ') || 'Nobody' },
            { label: 'Red', text: String(view.red) },
            { label: 'Amber', text: String(view.amber) },
          ],
        },
        ...(view.meetingsKnown
          ? []
          : [{ type: 'notice' as const, text: 'Some groups’ meetings are not shown to the person who made this list.' }]),
        {
          type: 'table',
          caption: 'What is amiss, the worst and oldest first',
          columns: [
            { title: 'Gravity', share: 2 },
            { title: 'Where', share: 5 },
            { title: 'What', share: 10 },
            { title: 'Since', share: 3 },
            { title: 'Duty', share: 2 },
          ],
          rows: view.gaps.map((gap) => [
            gap.severity === 'red' ? 'Red' : 'Amber',
            gap.subject.name,
            gap.sentence,
            gap.since === '' ? '' : dayText(gap.since),
            gap.duties.join(', '),
          ]),
        },
      ],
    });
  },
});
