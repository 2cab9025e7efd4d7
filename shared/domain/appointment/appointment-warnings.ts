import type { Day } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import type { Warning } from '#shared/domain/governance/warning.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { rankAndName } from '#shared/domain/person/person-name.ts';
import { isBelowSenior, isChiefConstableOrDeputy } from '#shared/domain/person/rank.ts';
import type { AppointmentBody } from './appointment.schema.ts';

interface Given {
  readonly body: Pick<AppointmentBody, 'role' | 'scopeType' | 'from' | 'to'>;
  readonly person: RecordOf<'person'>;
  readonly group: RecordOf<'group'> | null;
  readonly agency: RecordOf<'partner-agency'> | null;
}

/** What is allowed but worth knowing about someone's place in a group (duties 66, 67, 72). `on` is the day asked about. */
export function membershipWarnings({ body, person, group, agency }: Given, on: Day): readonly Warning[] {
  if (group === null) return [];
  const warnings: Warning[] = [];
  const name = rankAndName(person.body);
  const strategic = group.body.groupType === 'stcg';
  if (strategic && ['chair', 'deputy-chair', 'member'].includes(body.role) && isBelowSenior(person.body.rank)) {
    warnings.push({
      code: 'appointment/not-senior',
      duties: [66],
      sentence: `${name} is not a senior police manager: a strategic group is for superintending ranks and above.`,
    });
  }
  if (strategic && group.body.nodeType === 'force' && body.role === 'chair' && !isChiefConstableOrDeputy(person.body.rank)) {
    warnings.push({
      code: 'appointment/not-usual-chair',
      duties: [72],
      sentence: `A force's strategic group is usually chaired by the chief constable or the deputy; ${name} is neither.`,
    });
  }
  if (body.role === 'partner-member' && agency !== null) warnings.push(...agreementWarnings(agency, on));
  return warnings;
}

/** Whether an agency's sharing agreement covers a day (duty 67). */
export function agreementWarnings(agency: RecordOf<'partner-agency'>, on: Day): readonly Warning[] {
  const { agreement, name } = agency.body;
  if (agreement === null) return [{ code: 'partner-agency/no-agreement', duties: [67], sentence: `${name} has no agreement on record.` }];
  if (on > agreement.to)
    return [
      {
        code: 'partner-agency/agreement-expired',
        duties: [67],
        sentence: `The agreement with ${name} (${agreement.reference}) ended on ${dayText(agreement.to)}.`,
      },
    ];
  if (on < agreement.from)
    return [
      {
        code: 'partner-agency/agreement-not-begun',
        duties: [67],
        sentence: `The agreement with ${name} (${agreement.reference}) begins on ${dayText(agreement.from)}.`,
      },
    ];
  return [];
}
