import type { z } from 'zod';
import { account } from './account/account.rules.ts';
import { accountQueries } from './account/account.queries.ts';
import { draft } from './draft/draft.rules.ts';
import { draftCommands } from './draft/draft.commands.ts';
import { draftQueries } from './draft/draft.queries.ts';
import type { Command, Decided } from './kit/command.ts';
import type { Noun } from './kit/noun.ts';
import type { Query } from './kit/query.ts';
import { organisationCommands, organisationNouns, organisationQueries } from './governance/organisation-lists.ts';
import { governanceSideCommands, governanceSideNouns, governanceSideQueries } from './governance/governance-lists.ts';
import {
  controlStrategyNouns,
  controlStrategySideCommands,
  controlStrategySideQueries,
} from './control-strategy/control-strategy-lists.ts';
import { requirementCommands, requirementNouns, requirementQueries } from './intelligence-requirement/requirement-lists.ts';
import { meetingSideCommands, meetingSideNouns, meetingSideQueries } from './meeting/meeting-lists.ts';
import { taskingCommands, taskingNouns, taskingQueries } from './meeting/tasking-lists.ts';
import { prioritisationNouns, prioritisationSideCommands, prioritisationSideQueries } from './prioritisation/prioritisation-lists.ts';
import { assessmentCommands, assessmentNouns, assessmentQueries } from './strategic-assessment/assessment-lists.ts';
import { publicationNouns, publicationSideCommands, publicationSideQueries } from './publication/publication-lists.ts';
import type { Result } from '#shared/base/result.ts';
import { workstation } from './workstation/workstation.rules.ts';
import { workstationCommands } from './workstation/workstation.commands.ts';
import { workstationQueries } from './workstation/workstation.queries.ts';

/** Every noun, command and query there is. The machines read these lists and nothing else of the domain. */
export const nouns = [
  ...organisationNouns,
  ...meetingSideNouns,
  ...taskingNouns,
  ...requirementNouns,
  ...assessmentNouns,
  ...controlStrategyNouns,
  ...publicationNouns,
  ...prioritisationNouns,
  ...governanceSideNouns,
  draft,
  account,
  workstation,
] as const;
export const commands = [
  ...organisationCommands,
  ...meetingSideCommands,
  ...taskingCommands,
  ...requirementCommands,
  ...assessmentCommands,
  ...controlStrategySideCommands,
  ...publicationSideCommands,
  ...prioritisationSideCommands,
  ...governanceSideCommands,
  ...draftCommands,
  ...workstationCommands,
] as const;
export const queries = [
  ...organisationQueries,
  ...meetingSideQueries,
  ...taskingQueries,
  ...requirementQueries,
  ...assessmentQueries,
  ...publicationSideQueries,
  ...prioritisationSideQueries,
  ...governanceSideQueries,
  ...controlStrategySideQueries,
  ...draftQueries,
  ...accountQueries,
  ...workstationQueries,
] as const;

type AnyCommand = (typeof commands)[number];
type AnyQuery = (typeof queries)[number];
type CommandByName = { [One in AnyCommand as One['name']]: One };
type QueryByName = { [One in AnyQuery as One['name']]: One };

export type CommandName = keyof CommandByName;
/** What the window sends: the arguments before parsing. */
export type CommandArgs<Name extends CommandName> = CommandByName[Name]['args'] extends infer Shape extends z.ZodType
  ? z.input<Shape>
  : never;
type DecidedBy<Returned> =
  Awaited<Returned> extends infer Outcome
    ? Outcome extends Result<infer Value>
      ? Value extends Decided<infer Out>
        ? Out
        : never
      : never
    : never;
export type CommandOut<Name extends CommandName> = DecidedBy<ReturnType<CommandByName[Name]['decide']>>;

export type QueryName = keyof QueryByName;
export type QueryArgs<Name extends QueryName> = QueryByName[Name]['args'] extends infer Shape extends z.ZodType ? z.input<Shape> : never;
export type QueryView<Name extends QueryName> = Awaited<ReturnType<QueryByName[Name]['read']>>;

const commandsByName = new Map((commands as readonly unknown[] as readonly Command[]).map((command) => [command.name, command]));
const queriesByName = new Map((queries as readonly unknown[] as readonly Query[]).map((query) => [query.name, query]));
const nounsByKind = new Map((nouns as readonly unknown[] as readonly Noun[]).map((noun) => [noun.kind, noun]));

/** By name, for machines that receive a name from outside. */
export function findCommand(name: string): Command | undefined {
  return commandsByName.get(name);
}
export function findQuery(name: string): Query | undefined {
  return queriesByName.get(name);
}
export function findNoun(kind: string): Noun | undefined {
  return nounsByKind.get(kind);
}
