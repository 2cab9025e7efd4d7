import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time.ts';
import { organisationAccess } from '#shared/domain/force/organisation-record.ts';
import { defineNoun } from '#shared/domain/kit/noun.ts';
import { PARTNER_AGENCY_STATES, partnerAgencyBody, type PartnerAgencyBody } from './partner-agency.schema.ts';

export const partnerAgencyBook = refusalBook({
  'partner-agency/unknown': { duties: [67], message: 'There is no such partner agency.', remedy: 'Add the agency first.' },
  'partner-agency/kept': {
    duties: [67, 122],
    message: 'A partner agency is closed, never removed: minutes speak of it.',
    remedy: 'Close it instead.',
  },
  'partner-agency/name-taken': { duties: [67], message: 'There already is a partner agency called {name}.', remedy: 'Open that one.' },
  'partner-agency/agreement-days-out-of-order': {
    duties: [67],
    message: 'The agreement cannot end before it begins.',
    remedy: 'Check the two days.',
  },
  'partner-agency/consent-not-given': {
    duties: [68],
    message: 'That side has not consented, so there is nothing to withdraw.',
    remedy: '',
  },
  'partner-agency/consent-in-future': {
    duties: [68],
    message: 'A consent is recorded when it has been given, not before.',
    remedy: 'Record it on or after its day.',
  },
  'partner-agency/has-members': {
    duties: [67],
    message: 'People of this agency still are partner members: {names}.',
    remedy: 'End those appointments first.',
  },
  'partner-agency/closed': { duties: [67], message: 'This agency is closed.', remedy: 'Add it anew.' },
});

/** An agency outside the police, with the consent of both sides (duties 67, 68, 119). */
export const partnerAgency = defineNoun<'partner-agency', PartnerAgencyBody>({
  kind: 'partner-agency',
  shape: 1,
  body: partnerAgencyBody,
  states: PARTNER_AGENCY_STATES,
  keepsVersions: true,
  accessOf: organisationAccess,
  check: async ({ before, after, reading }) => {
    if (after === null) return [partnerAgencyBook.say('partner-agency/kept')];
    const refusals: Refusal[] = [];
    if (before?.state === 'closed') refusals.push(partnerAgencyBook.say('partner-agency/closed'));
    const { agreement, name } = after.body;
    if (agreement !== null && agreement.to < agreement.from)
      refusals.push(partnerAgencyBook.say('partner-agency/agreement-days-out-of-order', { field: 'to' }));
    if (after.state === 'in-use') {
      const others = (await reading.many('partner-agency', { state: 'in-use' })).filter((other) => other.id !== after.id);
      if (others.some((other) => other.body.name.toLowerCase() === name.toLowerCase()))
        refusals.push(partnerAgencyBook.say('partner-agency/name-taken', { field: 'name', facts: { name } }));
    }
    return refusals;
  },
  searchText: ({ body }) => ({
    title: body.name,
    text: `${body.contact} ${body.agreement?.reference ?? ''} ${body.agreement?.purpose ?? ''}`,
  }),
});

/** Whether police and agency have both consented by a day: only then can its people be members (duty 68). */
export function hasMutualConsent(body: PartnerAgencyBody, on: Day): boolean {
  return body.policeConsent !== null && body.policeConsent.on <= on && body.partnerConsent !== null && body.partnerConsent.on <= on;
}
