import { type Day, daysBetween } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import { membershipWarnings } from '#shared/domain/appointment/appointment-warnings.ts';
import type { Role } from '#shared/domain/appointment/appointment.schema.ts';
import { FUNCTION_NAMES } from '#shared/domain/appointment/role-names.ts';
import { spanOn } from '#shared/domain/force/spans.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { hasMutualConsent } from '#shared/domain/partner-agency/partner-agency.rules.ts';
import { rankAndName } from '#shared/domain/person/person-name.ts';
import { interimReviewsProposed, nextMeetingDue } from '#shared/domain/tc-policy/meeting-due.ts';
import { policyOn } from '#shared/domain/tc-policy/tc-policy.rules.ts';
import type { MeetingDates } from './meeting-dates.ts';
import { type Organisation, vacantSince } from './organisation.ts';
import type { Gap, Warning } from './warning.ts';

/** A meeting due within this many days with none planned is worth a word. */
const DUE_SOON_DAYS = 14;

/** What a group lacks on a day: its officers, functions, policy, consents and meetings (duties 62-68, 71, 117-119, 124). */
export function groupGaps(
  organisation: Organisation,
  held: readonly RecordOf<'appointment'>[],
  group: RecordOf<'group'>,
  dates: MeetingDates,
  on: Day,
): readonly Gap[] {
  const here = held.filter(({ body }) => body.scopeId === group.id);
  const subject = { kind: 'group' as const, id: group.id, name: group.body.name };
  const gap = (
    severity: Gap['severity'],
    code: string,
    duties: readonly number[],
    sentence: string,
    about: Gap['subject'] = subject,
    since: Day | '' = '',
  ): Gap => ({
    id: `${code}:${group.id}:${about.id}`,
    severity,
    code,
    duties,
    sentence,
    subject: about,
    since,
  });
  const gaps: Gap[] = [];
  const place = placeGap(organisation, group, on);
  if (place !== null) gaps.push(gap('amber', place.code, place.duties, place.sentence));

  const has = (role: string): boolean => here.some(({ body }) => body.role === role && body.deputyForId === '');
  const empty = (role: Role): Day | '' => vacantSince(organisation, on, role, group.id) || group.body.from;
  if (!has('chair')) gaps.push(gap('red', 'group/no-chair', [71, 120], 'No chair.', subject, empty('chair')));
  if (!has('secretary'))
    gaps.push(gap('amber', 'group/no-secretary', [54, 121], 'No secretary to record its decisions.', subject, empty('secretary')));
  if (isTasking(group) && !has('action-manager'))
    gaps.push(gap('amber', 'group/no-action-manager', [124], 'No action manager.', subject, empty('action-manager')));
  gaps.push(...delegationGaps(here, organisation, gap));

  const brought = new Set(here.map(({ body }) => body.memberFunction).filter((one) => one !== ''));
  const missing = group.body.keyFunctions.filter((one) => !brought.has(one));
  if (missing.length > 0)
    gaps.push(gap('amber', 'group/missing-functions', [118], `Nobody for ${missing.map((one) => FUNCTION_NAMES[one]).join(', ')}.`));

  for (const appointment of here) {
    const person = organisation.people.get(appointment.body.personId);
    if (person === undefined) continue;
    const agency = organisation.agencies.get(person.body.partnerAgencyId) ?? null;
    const about = { kind: 'person' as const, id: person.id, name: rankAndName(person.body) };
    for (const warning of membershipWarnings({ body: appointment.body, person, group, agency }, on)) {
      if (warning.code.startsWith('partner-agency/')) continue;
      gaps.push(gap('amber', warning.code, warning.duties, warning.sentence, about));
    }
    if (appointment.body.role === 'partner-member' && agency !== null && !hasMutualConsent(agency.body, on)) {
      gaps.push(
        gap(
          'red',
          'group/member-without-consent',
          [68, 119],
          `${rankAndName(person.body)} of ${agency.body.name} is a member without the consent of both sides.`,
          about,
        ),
      );
    }
  }
  gaps.push(...policyGaps(organisation, group, dates, on, gap));
  return gaps;
}

type MakeGap = (
  severity: Gap['severity'],
  code: string,
  duties: readonly number[],
  sentence: string,
  about?: Gap['subject'],
  since?: Day | '',
) => Gap;

function isTasking(group: RecordOf<'group'>): boolean {
  return group.body.groupType === 'stcg' || group.body.groupType === 'ttcg';
}

/** Why the place of a group no longer runs it: the area level is off, the area closed, or its process switched off. */
function placeGap(organisation: Organisation, group: RecordOf<'group'>, on: Day): Warning | null {
  if (group.body.nodeType !== 'area') return null;
  if (organisation.force?.body.hasAreas === false) {
    return {
      code: 'group/level-off',
      duties: [62, 116],
      sentence: 'Stands at an area, but this force runs the process at force level only. What it recorded stays readable.',
    };
  }
  const home = organisation.areas.find((one) => one.id === group.body.nodeId);
  const span = home === undefined ? null : spanOn(home.body.spans, on);
  if (span === null || !span.inUse)
    return { code: 'group/area-closed', duties: [7, 61], sentence: 'Stands at an area that is not in use.' };
  const runs = group.body.groupType === 'stcg' ? span.runsStrategic : group.body.groupType === 'ttcg' ? span.runsTactical : true;
  return runs
    ? null
    : { code: 'group/process-off', duties: [61, 116], sentence: `${span.name} no longer runs the process this group belongs to.` };
}

function delegationGaps(here: readonly RecordOf<'appointment'>[], organisation: Organisation, gap: MakeGap): readonly Gap[] {
  const chairs = here.filter(({ body }) => body.role === 'chair').map(({ body }) => body.personId);
  return here
    .filter(({ body }) => body.role === 'action-manager' && chairs.length > 0 && !chairs.includes(body.delegatedById))
    .map(({ body }) => {
      const person = organisation.people.get(body.personId);
      const name = person === undefined ? 'The action manager' : rankAndName(person.body);
      return gap(
        'amber',
        'group/delegation-by-former-chair',
        [124],
        `${name} acts as action manager with the delegation of a former chair. Have the present chair delegate anew.`,
      );
    });
}

function policyGaps(organisation: Organisation, group: RecordOf<'group'>, dates: MeetingDates, on: Day, gap: MakeGap): readonly Gap[] {
  const duty = group.body.groupType === 'stcg' ? 63 : 117;
  const own = organisation.policies.filter((one) => one.body.groupId === group.id);
  const gaps: Gap[] = [];
  if (own.some((one) => one.state === 'draft' && one.body.reason === '')) {
    gaps.push(
      gap('amber', 'tc-policy/draft-without-reason', [64], 'The draft policy gives no reason for its frequency, so it cannot be approved.'),
    );
  }
  const policy = policyOn(own, on);
  if (policy === null) {
    if (isTasking(group))
      gaps.push(
        gap('red', 'group/no-policy', [duty, 64], 'No approved policy says how often it meets and why.', undefined, group.body.from),
      );
    return gaps;
  }
  if (!dates.known) return gaps;
  const due = nextMeetingDue(policy.body, dates.lastHeldOn);
  const late = daysBetween(due, on);
  const coming = dates.nextPlannedOn === '' ? 'None is planned.' : `One is planned for ${dayText(dates.nextPlannedOn)}.`;
  if (late > 0) {
    gaps.push(
      gap(
        'red',
        'group/meeting-overdue',
        [duty],
        `${late} ${late === 1 ? 'day' : 'days'} late: due to meet by ${dayText(due)}. ${coming}`,
        undefined,
        due,
      ),
    );
  } else if (dates.nextPlannedOn === '' && -late <= DUE_SOON_DAYS) {
    gaps.push(gap('amber', 'group/meeting-not-planned', [duty], `Due to meet by ${dayText(due)}, and no meeting is planned.`));
  } else if (dates.nextPlannedOn !== '' && dates.nextPlannedOn > due) {
    gaps.push(
      gap(
        'amber',
        'group/meeting-planned-late',
        [duty],
        `Due to meet by ${dayText(due)}, but its next meeting is planned for ${dayText(dates.nextPlannedOn)}.`,
      ),
    );
  }
  const interim = interimReviewsProposed(policy.body, dates.lastHeldOn).find(
    (day) => dates.lastInterimOn === '' || dates.lastInterimOn < day,
  );
  if (interim !== undefined && group.body.groupType === 'stcg') {
    gaps.push(
      gap(
        'amber',
        'group/interim-review-proposed',
        [65],
        `Meets more rarely than its policy allows without an interim review. Hold one by ${dayText(interim)}.`,
      ),
    );
  }
  return gaps;
}
