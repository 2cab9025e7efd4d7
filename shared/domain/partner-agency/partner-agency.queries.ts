import { z } from 'zod';
import { type Day, dayOf, daysBetween } from '#shared/base/time.ts';
import { heldOn, readOrganisation } from '#shared/domain/governance/organisation.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import { rankAndName } from '#shared/domain/person/person-name.ts';
import { hasMutualConsent } from './partner-agency.rules.ts';
import type { PartnerAgencyBody } from './partner-agency.schema.ts';

/** How an agency's agreement stands on a day (duty 67). */
export type AgreementStanding = 'none' | 'not-begun' | 'in-force' | 'ends-soon' | 'expired';

/** An agreement that ends within this many days is shown as ending soon. */
const ENDS_SOON_DAYS = 60;

export function agreementStanding(agreement: PartnerAgencyBody['agreement'], on: Day): AgreementStanding {
  if (agreement === null) return 'none';
  if (on > agreement.to) return 'expired';
  if (on < agreement.from) return 'not-begun';
  return daysBetween(on, agreement.to) <= ENDS_SOON_DAYS ? 'ends-soon' : 'in-force';
}

/** Every partner agency with both consents, its agreement and its people (duties 67, 68). */
export const partnerAgenciesQuery = defineQuery({
  name: 'partner-agencies',
  args: z.object({}),
  followsClock: true,
  read: async (_args, { reading, now }) => {
    const organisation = await readOrganisation(reading);
    const today = dayOf(now);
    const held = heldOn(organisation, today);
    const rows = [...organisation.agencies.values()].map((agency) => {
      const people = [...organisation.people.values()].filter(
        (person) => person.body.partnerAgencyId === agency.id && person.body.to === '',
      );
      return {
        id: agency.id,
        name: agency.body.name,
        agencyType: agency.body.agencyType,
        contact: agency.body.contact,
        inUse: agency.state === 'in-use',
        policeConsent: agency.body.policeConsent,
        partnerConsent: agency.body.partnerConsent,
        agreement: agency.body.agreement,
        mutual: hasMutualConsent(agency.body, today),
        agreementStanding: agreementStanding(agency.body.agreement, today),
        people: people.map((person) => ({
          id: person.id,
          name: rankAndName(person.body),
          groups: held
            .filter(({ body }) => body.personId === person.id && body.role === 'partner-member')
            .map(({ body }) => organisation.groups.find((group) => group.id === body.scopeId)?.body.code ?? ''),
        })),
      };
    });
    return { today, rows };
  },
});

export const partnerAgencyQueries = [partnerAgenciesQuery] as const;
