import { collectionStrategyCommands } from '#shared/domain/collection-strategy/collection-strategy.commands.ts';
import { collectionStrategy } from '#shared/domain/collection-strategy/collection-strategy.rules.ts';
import { collectionTaskCommands } from '#shared/domain/collection-task/collection-task.commands.ts';
import { collectionTaskQueries } from '#shared/domain/collection-task/collection-task.queries.ts';
import { collectionTask } from '#shared/domain/collection-task/collection-task.rules.ts';
import { compartmentCommands } from '#shared/domain/compartment/compartment.commands.ts';
import { compartmentQueries } from '#shared/domain/compartment/compartment.queries.ts';
import { compartment } from '#shared/domain/compartment/compartment.rules.ts';
import { intelligenceGapCommands } from '#shared/domain/intelligence-gap/intelligence-gap.commands.ts';
import { intelligenceGapQueries } from '#shared/domain/intelligence-gap/intelligence-gap.queries.ts';
import { intelligenceGap } from '#shared/domain/intelligence-gap/intelligence-gap.rules.ts';
import { requirementQuestionCommands } from '#shared/domain/requirement-question/requirement-question.commands.ts';
import { requirementQuestionQueries } from '#shared/domain/requirement-question/requirement-question.queries.ts';
import { requirementQuestion } from '#shared/domain/requirement-question/requirement-question.rules.ts';
import { intelligenceRequirementCommands } from './intelligence-requirement.commands.ts';
import { intelligenceRequirementQueries } from './intelligence-requirement.queries.ts';
import { intelligenceRequirement } from './intelligence-requirement.rules.ts';

/** What the strategic intelligence requirement and collection add to the registry. */
export const requirementNouns = [
  intelligenceGap,
  intelligenceRequirement,
  requirementQuestion,
  collectionStrategy,
  collectionTask,
  compartment,
] as const;
export const requirementCommands = [
  ...intelligenceGapCommands,
  ...intelligenceRequirementCommands,
  ...requirementQuestionCommands,
  ...collectionStrategyCommands,
  ...collectionTaskCommands,
  ...compartmentCommands,
] as const;
export const requirementQueries = [
  ...intelligenceGapQueries,
  ...intelligenceRequirementQueries,
  ...requirementQuestionQueries,
  ...collectionTaskQueries,
  ...compartmentQueries,
] as const;
