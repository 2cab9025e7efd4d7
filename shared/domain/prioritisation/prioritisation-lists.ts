import { issueCommands } from '#shared/domain/issue/issue.commands.ts';
import { issueQueries } from '#shared/domain/issue/issue.queries.ts';
import { issue } from '#shared/domain/issue/issue.rules.ts';
import { scoringMatrixCommands } from '#shared/domain/scoring-matrix/scoring-matrix.commands.ts';
import { scoringMatrixQueries } from '#shared/domain/scoring-matrix/scoring-matrix.queries.ts';
import { scoringMatrix } from '#shared/domain/scoring-matrix/scoring-matrix.rules.ts';
import { prioritisationCommands } from './prioritisation.commands.ts';
import { prioritisationQueries } from './prioritisation.queries.ts';
import { prioritisation } from './prioritisation.rules.ts';

/** What prioritisation adds to the registry. */
export const prioritisationNouns = [scoringMatrix, prioritisation, issue] as const;
export const prioritisationSideCommands = [...scoringMatrixCommands, ...prioritisationCommands, ...issueCommands] as const;
export const prioritisationSideQueries = [...scoringMatrixQueries, ...prioritisationQueries, ...issueQueries] as const;
