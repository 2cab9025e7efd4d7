import { businessObjectiveCommands } from '#shared/domain/business-objective/business-objective.commands.ts';
import { businessObjectiveQueries } from '#shared/domain/business-objective/business-objective.queries.ts';
import { businessObjective } from '#shared/domain/business-objective/business-objective.rules.ts';
import { capabilityCommands } from '#shared/domain/capability/capability.commands.ts';
import { capabilityQueries } from '#shared/domain/capability/capability.queries.ts';
import { capability } from '#shared/domain/capability/capability.rules.ts';
import { dutyQueries } from '#shared/domain/duty/duty.queries.ts';
import { governanceElementCommands } from '#shared/domain/governance-element/governance-element.commands.ts';
import { governanceElementQueries } from '#shared/domain/governance-element/governance-element.queries.ts';
import { governanceElement } from '#shared/domain/governance-element/governance-element.rules.ts';
import { jointObjectiveCommands } from '#shared/domain/joint-objective/joint-objective.commands.ts';
import { jointObjectiveQueries } from '#shared/domain/joint-objective/joint-objective.queries.ts';
import { jointObjective } from '#shared/domain/joint-objective/joint-objective.rules.ts';

/** What governance of the force adds to the registry: capabilities, elements, objectives. */
export const governanceSideNouns = [capability, governanceElement, businessObjective, jointObjective] as const;
export const governanceSideCommands = [
  ...capabilityCommands,
  ...governanceElementCommands,
  ...businessObjectiveCommands,
  ...jointObjectiveCommands,
] as const;
export const governanceSideQueries = [
  ...capabilityQueries,
  ...governanceElementQueries,
  ...businessObjectiveQueries,
  ...jointObjectiveQueries,
  ...dutyQueries,
] as const;
