import { appointmentCommands } from '#shared/domain/appointment/appointment.commands.ts';
import { appointment } from '#shared/domain/appointment/appointment.rules.ts';
import { areaCommands } from '#shared/domain/area/area.commands.ts';
import { area } from '#shared/domain/area/area.rules.ts';
import { forceCommands } from '#shared/domain/force/force.commands.ts';
import { force } from '#shared/domain/force/force.rules.ts';
import { groupCommands } from '#shared/domain/group/group.commands.ts';
import { group } from '#shared/domain/group/group.rules.ts';
import { partnerAgencyCommands } from '#shared/domain/partner-agency/partner-agency.commands.ts';
import { partnerAgency } from '#shared/domain/partner-agency/partner-agency.rules.ts';
import { personCommands } from '#shared/domain/person/person.commands.ts';
import { person } from '#shared/domain/person/person.rules.ts';
import { priorityCommands } from '#shared/domain/priority/priority.commands.ts';
import { priority } from '#shared/domain/priority/priority.rules.ts';
import { tcPolicyCommands } from '#shared/domain/tc-policy/tc-policy.commands.ts';
import { tcPolicy } from '#shared/domain/tc-policy/tc-policy.rules.ts';
import { unitCommands } from '#shared/domain/unit/unit.commands.ts';
import { unit } from '#shared/domain/unit/unit.rules.ts';
import { forceQueries } from '#shared/domain/force/force.queries.ts';
import { groupQueries } from '#shared/domain/group/group.queries.ts';
import { partnerAgencyQueries } from '#shared/domain/partner-agency/partner-agency.queries.ts';
import { personQueries } from '#shared/domain/person/person.queries.ts';
import { priorityQueries } from '#shared/domain/priority/priority.queries.ts';
import { governanceQueries } from './governance.queries.ts';

/** What the organisation adds to the registry. */
export const organisationNouns = [force, area, unit, person, appointment, partnerAgency, group, tcPolicy, priority] as const;
export const organisationCommands = [
  ...forceCommands,
  ...areaCommands,
  ...unitCommands,
  ...personCommands,
  ...appointmentCommands,
  ...partnerAgencyCommands,
  ...groupCommands,
  ...tcPolicyCommands,
  ...priorityCommands,
] as const;
export const organisationQueries = [
  ...forceQueries,
  ...personQueries,
  ...partnerAgencyQueries,
  ...groupQueries,
  ...governanceQueries,
  ...priorityQueries,
] as const;
