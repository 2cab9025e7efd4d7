import { type Day, daysBetween } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import { agreementWarnings } from '#shared/domain/appointment/appointment-warnings.ts';
import { RESPONSIBILITIES } from '#shared/domain/appointment/appointment.schema.ts';
import { ROLE_NAMES } from '#shared/domain/appointment/role-names.ts';
import { DOCTRINE_ROLES } from '#shared/domain/appointment/role-rules.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import { spanOn } from '#shared/domain/force/spans.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { hasMutualConsent } from '#shared/domain/partner-agency/partner-agency.rules.ts';
import { rankAndName } from '#shared/domain/person/person-name.ts';
import { groupGaps } from './group-gaps.ts';
import type { MeetingDates } from './meeting-dates.ts';
import { heldOn, type Organisation, placeName, vacantSince } from './organisation.ts';
import type { Gap } from './warning.ts';

/** An agreement that ends within this many days is worth renewing. */
const ENDS_SOON_DAYS = 60;
/** Duties 10 to 15 ask for the six roles in the order of `DOCTRINE_ROLES`. */
const FIRST_ROLE_DUTY = 10;

const RESPONSIBILITY_SENTENCES: Readonly<Record<(typeof RESPONSIBILITIES)[number], { readonly duty: number; readonly sentence: string }>> =
  {
    'intelligence-led-policing': { duty: 2, sentence: 'No chief officer carries the responsibility for intelligence-led policing.' },
    'intelligence-capability': { duty: 3, sentence: 'No chief officer carries the responsibility for the intelligence capability.' },
  };

/** Everything the organisation lacks on a day, the worst first (duties 1-3, 6, 8, 10-16, 61-68, 71, 117-119, 124). */
export function governanceGaps(organisation: Organisation, datesOf: ReadonlyMap<string, MeetingDates>, on: Day): readonly Gap[] {
  const held = heldOn(organisation, on);
  const gaps = [
    ...leadGaps(organisation, held, on),
    ...roleGaps(organisation, held, on),
    ...unitGaps(organisation, held, on),
    ...agencyGaps(organisation, held, on),
    ...leaverGaps(organisation, on),
    ...organisation.groups
      .filter((group) => countsOn(group.body, on))
      .flatMap((group) => {
        const dates = datesOf.get(group.id);
        return dates === undefined ? [] : groupGaps(organisation, held, group, dates, on);
      }),
  ];
  return inOrderOfGravity(gaps);
}

/** The worst first, and of those the oldest: what nobody knows the age of has been so from the beginning. */
export function inOrderOfGravity(gaps: readonly Gap[]): readonly Gap[] {
  const rank = { red: 0, amber: 1 } as const;
  return [...gaps].sort((a, b) => {
    const [left, right] = [a.since ?? '', b.since ?? ''];
    if (a.severity !== b.severity) return rank[a.severity] - rank[b.severity];
    if (left !== right) return left < right ? -1 : 1;
    return (a.duties[0] ?? 0) - (b.duties[0] ?? 0) || (a.id < b.id ? -1 : 1);
  });
}

function leadGaps(organisation: Organisation, held: readonly RecordOf<'appointment'>[], on: Day): readonly Gap[] {
  const { force } = organisation;
  if (force === null) return [];
  const since = vacantSince(organisation, on, 'chief-officer-lead');
  const subject = { kind: 'force' as const, id: force.id, name: force.body.name };
  const leads = held.filter(({ body }) => body.role === 'chief-officer-lead' && body.deputyForId === '');
  const gaps: Gap[] = [];
  if (leads.length === 0) {
    gaps.push({
      id: 'force/no-lead',
      code: 'force/no-lead',
      severity: 'red',
      duties: [1],
      sentence: 'No officer of chief officer rank is appointed as lead.',
      subject,
      since,
    });
  }
  for (const responsibility of RESPONSIBILITIES) {
    if (leads.some(({ body }) => body.responsibilities.includes(responsibility))) continue;
    const { duty, sentence } = RESPONSIBILITY_SENTENCES[responsibility];
    gaps.push({
      id: `force/unassigned:${responsibility}`,
      code: 'force/responsibility-unassigned',
      severity: 'red',
      duties: [duty],
      sentence,
      subject,
      since: leads.length === 0 ? since : '',
    });
  }
  if (force.body.configuredBecause === '') {
    gaps.push({
      id: 'force/configuration-unexplained',
      code: 'force/configuration-unexplained',
      severity: 'amber',
      duties: [6],
      sentence: 'It is not recorded why the intelligence function is configured as it is.',
      subject,
    });
  }
  return gaps;
}

/** How many hold each of the six roles of the intelligence function (duty 16). */
export function vacancies(
  organisation: Organisation,
  on: Day,
): readonly { readonly role: (typeof DOCTRINE_ROLES)[number]; readonly holders: number }[] {
  const held = heldOn(organisation, on);
  return DOCTRINE_ROLES.map((role) => ({
    role,
    holders: new Set(held.filter(({ body }) => body.role === role).map(({ body }) => body.personId)).size,
  }));
}

function roleGaps(organisation: Organisation, held: readonly RecordOf<'appointment'>[], on: Day): readonly Gap[] {
  const { force } = organisation;
  if (force === null) return [];
  return DOCTRINE_ROLES.filter((role) => !held.some(({ body }) => body.role === role)).map((role) => ({
    id: `force/role-vacant:${role}`,
    code: 'force/role-vacant',
    severity: 'red' as const,
    duties: [FIRST_ROLE_DUTY + DOCTRINE_ROLES.indexOf(role), 16],
    sentence: `Nobody is ${ROLE_NAMES[role]}.`,
    subject: { kind: 'force' as const, id: force.id, name: force.body.name },
    since: vacantSince(organisation, on, role),
  }));
}

function unitGaps(organisation: Organisation, held: readonly RecordOf<'appointment'>[], on: Day): readonly Gap[] {
  return organisation.units.flatMap((unit): readonly Gap[] => {
    const span = spanOn(unit.body.spans, on);
    if (span === null || !span.inUse) return [];
    const subject = { kind: 'unit' as const, id: unit.id, name: span.name };
    const gaps: Gap[] = [];
    if (!held.some(({ body }) => body.role === 'unit-head' && body.scopeId === unit.id)) {
      gaps.push({
        id: `unit/no-head:${unit.id}`,
        code: 'unit/no-head',
        severity: 'red',
        duties: [8],
        sentence: 'No head.',
        subject,
        since: vacantSince(organisation, on, 'unit-head', unit.id) || (unit.body.spans[0]?.from ?? ''),
      });
    }
    if (span.remit === '')
      gaps.push({
        id: `unit/no-remit:${unit.id}`,
        code: 'unit/no-remit',
        severity: 'amber',
        duties: [8],
        sentence: 'No remit is written down.',
        subject,
      });
    return gaps;
  });
}

function agencyGaps({ agencies, people }: Organisation, held: readonly RecordOf<'appointment'>[], on: Day): readonly Gap[] {
  const gaps: Gap[] = [];
  for (const agency of agencies.values()) {
    if (agency.state !== 'in-use') continue;
    const subject = { kind: 'partner-agency' as const, id: agency.id, name: agency.body.name };
    const { policeConsent, partnerConsent, agreement, name } = agency.body;
    const sits = held.some(({ body }) => body.role === 'partner-member' && people.get(body.personId)?.body.partnerAgencyId === agency.id);
    if (!hasMutualConsent(agency.body, on)) {
      const missing =
        policeConsent === null && partnerConsent === null
          ? 'Neither the police nor the agency has consented'
          : policeConsent === null
            ? 'The police have not consented'
            : 'The agency has not consented';
      const oneSided = (policeConsent === null) !== (partnerConsent === null);
      gaps.push({
        id: `partner-agency/consent:${agency.id}`,
        code: oneSided ? 'partner-agency/consent-one-sided' : 'partner-agency/consent-missing',
        severity: sits ? 'red' : 'amber',
        duties: [68],
        sentence: `${missing} to its membership.`,
        subject,
      });
    }
    for (const warning of agreementWarnings(agency, on)) {
      gaps.push({
        ...warning,
        id: `${warning.code}:${agency.id}`,
        severity: sits ? 'red' : 'amber',
        subject,
        since: agreement !== null && agreement.to < on ? agreement.to : '',
      });
    }
    if (agreement !== null && agreement.to >= on && agreement.from <= on && daysBetween(on, agreement.to) <= ENDS_SOON_DAYS) {
      gaps.push({
        id: `partner-agency/agreement-ends-soon:${agency.id}`,
        code: 'partner-agency/agreement-ends-soon',
        severity: 'amber',
        duties: [67],
        sentence: `The agreement with ${name} (${agreement.reference}) ends on ${dayText(agreement.to)}.`,
        subject,
      });
    }
  }
  return gaps;
}

/** Appointments that go on although their holder has left (duties 7, 16). */
function leaverGaps(organisation: Organisation, on: Day): readonly Gap[] {
  return organisation.appointments.flatMap((appointment): readonly Gap[] => {
    const { body } = appointment;
    const holder = organisation.people.get(body.personId);
    if (holder === undefined || holder.body.to === '' || holder.body.to >= on || !countsOn(body, on)) return [];
    const name = rankAndName(holder.body);
    return [
      {
        id: `appointment/holder-left:${appointment.id}`,
        code: 'appointment/holder-left',
        severity: 'amber',
        duties: [7, 16],
        sentence: `${name} left on ${dayText(holder.body.to)} but still is ${ROLE_NAMES[body.role]} of ${placeName(organisation, body.scopeType, body.scopeId, on)}.`,
        subject: { kind: 'person', id: holder.id, name },
        since: holder.body.to,
      },
    ];
  });
}
