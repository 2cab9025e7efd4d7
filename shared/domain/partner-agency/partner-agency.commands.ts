import { z } from 'zod';
import { dayShape, idShape, lineShape, maybeLineShape } from '#shared/base/shapes.ts';
import { ok, refused } from '#shared/base/result.ts';
import { dayOf } from '#shared/base/time.ts';
import { isLiveOrComing } from '#shared/domain/appointment/appointment-days.ts';
import { forceBook, theForce } from '#shared/domain/force/force.rules.ts';
import { mayOrganise } from '#shared/domain/force/force.policy.ts';
import { amended, organisationRecord } from '#shared/domain/force/organisation-record.ts';
import type { Warning } from '#shared/domain/governance/warning.ts';
import { defineCommand } from '#shared/domain/kit/command.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import { rankAndName } from '#shared/domain/person/person-name.ts';
import { partnerAgencyBook } from './partner-agency.rules.ts';
import { AGENCY_TYPES } from './partner-agency.schema.ts';

const particulars = z.object({ name: lineShape(160), agencyType: z.enum(AGENCY_TYPES), contact: maybeLineShape(300).default('') });
const side = z.enum(['police', 'partner']);
const consentField = { police: 'policeConsent', partner: 'partnerConsent' } as const;

/** Adds a partner agency, as yet without consent or agreement (duty 67). */
export const addPartnerAgency = defineCommand({
  name: 'partner-agency.add',
  args: particulars,
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async (args, { reading, newId }) => {
    const force = await theForce(reading);
    if (force === null) return refused(forceBook.say('force/none-yet'));
    const id = newId();
    const body = { ...args, policeConsent: null, partnerConsent: null, agreement: null };
    return ok({
      changes: [{ put: organisationRecord({ kind: 'partner-agency', id, scope: force.id, state: 'in-use', sortAt: args.name, body }) }],
      subject: { kind: 'partner-agency', id },
      out: { agencyId: id },
    });
  },
});

/** Changes name, type or contact. */
export const changePartnerAgency = defineCommand({
  name: 'partner-agency.change',
  args: particulars.extend({ agencyId: idShape }),
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async ({ agencyId, ...args }, { reading }) => {
    const before = await reading.one('partner-agency', agencyId);
    if (before === null) return refused(partnerAgencyBook.say('partner-agency/unknown', { field: 'agencyId' }));
    return ok({
      changes: [{ put: amended(before, { sortAt: args.name, body: { ...before.body, ...args } }) }],
      subject: { kind: 'partner-agency', id: agencyId },
      out: null,
    });
  },
});

/** Records the consent of one side, with its day and who gave it (duty 68). */
export const consentPartnerAgency = defineCommand({
  name: 'partner-agency.consent',
  args: z.object({ agencyId: idShape, side, on: dayShape, by: lineShape(200), reference: maybeLineShape(200).default('') }),
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async ({ agencyId, side: which, ...consent }, { reading, now }) => {
    const before = await reading.one('partner-agency', agencyId);
    if (before === null) return refused(partnerAgencyBook.say('partner-agency/unknown', { field: 'agencyId' }));
    if (consent.on > dayOf(now)) return refused(partnerAgencyBook.say('partner-agency/consent-in-future', { field: 'on' }));
    return ok({
      changes: [{ put: amended(before, { body: { ...before.body, [consentField[which]]: consent } }) }],
      subject: { kind: 'partner-agency', id: agencyId },
      facts: { side: which },
      out: null,
    });
  },
});

/** Withdraws the consent of one side; its people's memberships then stand without consent, which is said (duty 68). */
export const withdrawConsent = defineCommand({
  name: 'partner-agency.withdraw-consent',
  args: z.object({ agencyId: idShape, side }),
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async ({ agencyId, side: which }, { reading, now }) => {
    const before = await reading.one('partner-agency', agencyId);
    if (before === null) return refused(partnerAgencyBook.say('partner-agency/unknown', { field: 'agencyId' }));
    if (before.body[consentField[which]] === null)
      return refused(partnerAgencyBook.say('partner-agency/consent-not-given', { field: 'side' }));
    const names = await partnerMembers(reading, agencyId, dayOf(now));
    const warnings: Warning[] =
      names.length === 0
        ? []
        : [
            {
              code: 'partner-agency/members-without-consent',
              duties: [68, 119],
              sentence: `Still partner members without mutual consent: ${names.join(', ')}. End those appointments or renew the consent.`,
            },
          ];
    return ok({
      changes: [{ put: amended(before, { body: { ...before.body, [consentField[which]]: null } }) }],
      subject: { kind: 'partner-agency', id: agencyId },
      facts: { side: which },
      out: { warnings },
    });
  },
});

/** Records the sharing agreement and the days it covers (duty 67). */
export const agreePartnerAgency = defineCommand({
  name: 'partner-agency.agree',
  args: z.object({ agencyId: idShape, reference: lineShape(200), from: dayShape, to: dayShape, purpose: maybeLineShape(1000).default('') }),
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async ({ agencyId, ...agreement }, { reading }) => {
    const before = await reading.one('partner-agency', agencyId);
    if (before === null) return refused(partnerAgencyBook.say('partner-agency/unknown', { field: 'agencyId' }));
    return ok({
      changes: [{ put: amended(before, { body: { ...before.body, agreement } }) }],
      subject: { kind: 'partner-agency', id: agencyId },
      out: null,
    });
  },
});

/** Closes an agency that no group has members of any more. */
export const closePartnerAgency = defineCommand({
  name: 'partner-agency.close',
  args: z.object({ agencyId: idShape }),
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async ({ agencyId }, { reading, now }) => {
    const before = await reading.one('partner-agency', agencyId);
    if (before === null) return refused(partnerAgencyBook.say('partner-agency/unknown', { field: 'agencyId' }));
    const names = await partnerMembers(reading, agencyId, dayOf(now));
    if (names.length > 0) return refused(partnerAgencyBook.say('partner-agency/has-members', { facts: { names: names.join(', ') } }));
    return ok({
      changes: [{ put: amended(before, { state: 'closed', body: before.body }) }],
      subject: { kind: 'partner-agency', id: agencyId },
      out: null,
    });
  },
});

/** Names of the agency's people who are or will be partner members. */
async function partnerMembers(reading: Reading, agencyId: string, today: ReturnType<typeof dayOf>): Promise<readonly string[]> {
  const people = (await reading.many('person')).filter((person) => person.body.partnerAgencyId === agencyId);
  const names: string[] = [];
  for (const person of people) {
    const held = await reading.many('appointment', { owner: person.id });
    if (held.some((one) => one.body.role === 'partner-member' && isLiveOrComing(one.body, today))) names.push(rankAndName(person.body));
  }
  return names;
}

export const partnerAgencyCommands = [
  addPartnerAgency,
  changePartnerAgency,
  consentPartnerAgency,
  withdrawConsent,
  agreePartnerAgency,
  closePartnerAgency,
] as const;
