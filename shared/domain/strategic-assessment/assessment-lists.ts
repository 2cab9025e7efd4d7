import { assessmentSectionCommands } from '#shared/domain/assessment-section/assessment-section.commands.ts';
import { assessmentSectionQueries } from '#shared/domain/assessment-section/assessment-section.queries.ts';
import { assessmentSection } from '#shared/domain/assessment-section/assessment-section.rules.ts';
import { figureCommands } from '#shared/domain/assessment-section/figure-commands.ts';
import { recommendationCommands } from '#shared/domain/recommendation/recommendation.commands.ts';
import { recommendation } from '#shared/domain/recommendation/recommendation.rules.ts';
import { assessmentVersionQueries } from './assessment-versions.ts';
import { strategicAssessmentCommands } from './strategic-assessment.commands.ts';
import { strategicAssessmentQueries } from './strategic-assessment.queries.ts';
import { strategicAssessment } from './strategic-assessment.rules.ts';

/** What strategic assessments add to the registry. */
export const assessmentNouns = [strategicAssessment, assessmentSection, recommendation] as const;
export const assessmentCommands = [
  ...strategicAssessmentCommands,
  ...assessmentSectionCommands,
  ...figureCommands,
  ...recommendationCommands,
] as const;
export const assessmentQueries = [...strategicAssessmentQueries, ...assessmentSectionQueries, ...assessmentVersionQueries] as const;
