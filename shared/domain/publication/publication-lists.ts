import { planningDateCommands } from '#shared/domain/planning-date/planning-date.commands.ts';
import { planningDateQueries } from '#shared/domain/planning-date/planning-date.queries.ts';
import { planningDate } from '#shared/domain/planning-date/planning-date.rules.ts';
import { readReceiptCommands } from '#shared/domain/read-receipt/read-receipt.commands.ts';
import { readReceipt } from '#shared/domain/read-receipt/read-receipt.rules.ts';
import { tcPolicyQueries } from '#shared/domain/tc-policy/tc-policy.queries.ts';
import { publicationCommands } from './publication.commands.ts';
import { publicationQueries } from './publication.queries.ts';
import { publication } from './publication.rules.ts';

/** What communication and the planning calendar add to the registry. */
export const publicationNouns = [publication, readReceipt, planningDate] as const;
export const publicationSideCommands = [...publicationCommands, ...readReceiptCommands, ...planningDateCommands] as const;
export const publicationSideQueries = [...publicationQueries, ...planningDateQueries, ...tcPolicyQueries] as const;
