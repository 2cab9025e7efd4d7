import { z } from 'zod';
import { dayOf, daysBetween } from '#shared/base/time.ts';
import { readMeetingDates } from '#shared/domain/governance/meeting-dates.ts';
import { placeName, readOrganisation } from '#shared/domain/governance/organisation.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import { frequencyInWords, nextMeetingDue } from './meeting-due.ts';
import { policyOn } from './tc-policy.rules.ts';

/** How often one group meets by its policy, and how it stands to it. */
export interface PolicyRow {
  /** The group. */
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly groupType: string;
  readonly place: string;
  /** `every 2 weeks`; empty when no approved policy is in force. */
  readonly frequency: string;
  readonly reason: string;
  readonly approvedBy: string;
  readonly from: string;
  readonly interimBeyondMonths: number;
  /** Frequency and first day of an approved policy still to come, or of a draft; empty for none. */
  readonly coming: { readonly frequency: string; readonly from: string; readonly draft: boolean } | null;
  /** False when its meetings are not this person's to read. */
  readonly known: boolean;
  readonly lastHeldOn: string;
  readonly dueOn: string;
  readonly plannedOn: string;
  readonly overdueDays: number;
}

/** The policies of all groups of the force side by side (duties 63-65, 117). */
export const tcPoliciesQuery = defineQuery({
  name: 'tc-policies',
  args: z.object({}),
  followsClock: true,
  read: async (_args, { reading, actor, now }): Promise<{ readonly rows: readonly PolicyRow[] }> => {
    const today = dayOf(now);
    const organisation = await readOrganisation(reading);
    const groups = organisation.groups.filter((group) => group.state === 'in-use');
    const rows = await Promise.all(
      groups.map(async (group): Promise<PolicyRow> => {
        const own = organisation.policies.filter((policy) => policy.body.groupId === group.id);
        const policy = policyOn(own, today);
        const next = own
          .filter((one) => one.state === 'draft' || one.body.from > today)
          .sort((a, b) => (a.body.from < b.body.from ? -1 : 1))
          .at(0);
        const dates = await readMeetingDates(reading, actor, group, today);
        const dueOn = policy === null || !dates.known ? '' : nextMeetingDue(policy.body, dates.lastHeldOn);
        return {
          id: group.id,
          name: group.body.name,
          code: group.body.code,
          groupType: group.body.groupType,
          place: placeName(organisation, group.body.nodeType, group.body.nodeId, today),
          frequency: policy === null ? '' : frequencyInWords(policy.body),
          reason: policy?.body.reason ?? '',
          approvedBy: policy?.body.approvedBy ?? '',
          from: policy?.body.from ?? '',
          interimBeyondMonths: policy?.body.interimBeyondMonths ?? 0,
          coming:
            next === undefined ? null : { frequency: frequencyInWords(next.body), from: next.body.from, draft: next.state === 'draft' },
          known: dates.known,
          lastHeldOn: dates.lastHeldOn,
          dueOn,
          plannedOn: dates.nextPlannedOn,
          overdueDays: dueOn === '' ? 0 : Math.max(0, daysBetween(dueOn, today)),
        };
      }),
    );
    return { rows };
  },
});

export const tcPolicyQueries = [tcPoliciesQuery] as const;
