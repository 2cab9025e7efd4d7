import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  commands,
  type CommandArgs,
  type CommandOut,
  type QueryView,
  findCommand,
  findNoun,
  findQuery,
  nouns,
  queries,
} from './registry.ts';

const repeated = (names: readonly string[]): readonly string[] => names.filter((name, index) => names.indexOf(name) !== index);

describe('the registry', () => {
  it('lists no kind, command or query twice, so a name from the window means one thing', () => {
    expect(repeated(nouns.map((noun) => noun.kind))).toEqual([]);
    expect(repeated(commands.map((command) => command.name))).toEqual([]);
    expect(repeated(queries.map((query) => query.name))).toEqual([]);
  });

  it('names commands noun.verb and gives every noun at least one state', () => {
    for (const command of commands) expect(command.name).toMatch(/^[a-z][a-z-]*\.[a-z][a-z-]*$/);
    for (const noun of nouns) expect(noun.states.length, noun.kind).toBeGreaterThan(0);
  });

  it('finds by name and knows nothing else', () => {
    expect(findCommand('draft.keep')?.name).toBe('draft.keep');
    expect(findQuery('drafts')?.name).toBe('drafts');
    expect(findNoun('draft')?.kind).toBe('draft');
    expect(findCommand('constructor')).toBeUndefined();
    expect(findQuery('')).toBeUndefined();
    expect(findNoun('version')).toBeUndefined();
  });

  it('tells the window the exact types of arguments, outcomes and views', () => {
    expectTypeOf<CommandArgs<'draft.keep'>['forKind']>().toEqualTypeOf<string>();
    expectTypeOf<CommandOut<'draft.discard'>>().toEqualTypeOf<null>();
    expectTypeOf<CommandOut<'draft.keep'>['keptAt']>().toMatchTypeOf<string>();
    expectTypeOf<QueryView<'drafts'>['rows'][number]['forKind']>().toEqualTypeOf<string>();
    // @ts-expect-error there is no such command
    expectTypeOf<CommandArgs<'draft.forge'>>().toEqualTypeOf<never>();
  });
});
