import type { z } from 'zod';
import type { Command } from './kit/command.ts';
import type { Noun } from './kit/noun.ts';
import type { Query } from './kit/query.ts';

/** Every noun, command and query there is. The machines read these lists and nothing else of the domain. */
export const nouns = [] as const;
export const commands = [] as const;
export const queries = [] as const;

type AnyCommand = (typeof commands)[number];
type AnyQuery = (typeof queries)[number];

export type CommandName = AnyCommand extends { name: infer Name } ? Name : never;
export type CommandArgs<Name extends CommandName> = Extract<AnyCommand, { name: Name }> extends Command<string, infer Shape, unknown> ? z.input<Shape> : never;
export type CommandOut<Name extends CommandName> = Extract<AnyCommand, { name: Name }> extends Command<string, z.ZodType, infer Out> ? Out : never;

export type QueryName = AnyQuery extends { name: infer Name } ? Name : never;
export type QueryArgs<Name extends QueryName> = Extract<AnyQuery, { name: Name }> extends Query<string, infer Shape, unknown> ? z.input<Shape> : never;
export type QueryView<Name extends QueryName> = Extract<AnyQuery, { name: Name }> extends { read: (...args: never[]) => Promise<infer View> } ? View : never;

/** By name, for machines that receive a name from outside. */
export function findCommand(name: string): Command | undefined {
  return (commands as readonly unknown[] as readonly Command[]).find((command) => command.name === name);
}
export function findQuery(name: string): Query | undefined {
  return (queries as readonly unknown[] as readonly Query[]).find((query) => query.name === name);
}
export function findNoun(kind: string): Noun | undefined {
  return (nouns as readonly unknown[] as readonly Noun[]).find((noun) => noun.kind === kind);
}
