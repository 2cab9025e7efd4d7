import type { Result } from '#shared/base/result.ts';
import { bareEngine } from '#test/builders/bare-engine.ts';
import type { BridgeClient } from '#test/builders/bridge-client.ts';

/** The person who works in these sessions: administrator, and auditor too, so that the journal can be verified. */
export const WORKER = { signInName: 'admin', passPhrase: 'copper wagon lullaby', givenName: 'Ann', familyName: 'Archer' } as const;

/** Sets up a vault in the folder, ready for the first command of the script. */
export async function prepareVault(folder: string): Promise<void> {
  const engine = bareEngine(folder, raise);
  await engine.client.get('vault.create', {
    workstationName: 'Test workstation',
    forceName: 'Test Force',
    forceCode: 'TF',
    hasAreas: false,
    areas: [],
    rank: 'Police staff',
    serviceNumber: '',
    ...WORKER,
  });
  await signIn(engine.client);
  const actor = (await engine.client.get('session.look', {})).actor;
  const forceId = (await engine.client.look('force-structure', { asAt: '2026-11-24' })).force?.id ?? '';
  await engine.client.run('appointment.give', {
    personId: actor?.personId ?? '',
    role: 'auditor',
    scopeType: 'force',
    scopeId: forceId,
    from: '2026-11-24',
    givenBy: 'Chief',
  });
  await engine.lock();
  engine.abandon();
}

export async function signIn(client: BridgeClient): Promise<void> {
  await client.get('session.sign-in', { signInName: WORKER.signInName, passPhrase: WORKER.passPhrase });
}

const nameOf = (step: number): string => `Person ${String(step).padStart(5, '0')}`;
/** Of four steps one adds a person, two type, and one changes the person: new records, small rewrites, earlier versions kept. */
const adds = (step: number): boolean => step % 4 === 1;
const changes = (step: number): boolean => step % 4 === 0;

/** Runs step `step` of the script, counted from 1. `people` remembers the ids of those added. */
export async function runStep(client: BridgeClient, step: number, people: Map<number, string>): Promise<Result<unknown>> {
  const person = { givenName: 'Number', rank: 'Constable' } as const;
  if (adds(step)) {
    const added = await client.command('person.add', { ...person, familyName: nameOf(step), from: '2026-01-01' });
    if (added.ok) people.set(step, added.value.personId);
    return added;
  }
  if (changes(step)) {
    const personId = people.get(step - 3);
    if (personId === undefined) throw new Error(`step ${step} changes a person whom step ${step - 3} did not add`);
    return client.command('person.change', { ...person, personId, familyName: nameOf(step - 3), jobTitle: `Job of step ${step}` });
  }
  return client.command('draft.keep', {
    id: 'typing',
    parent: '',
    forKind: 'decision',
    itemId: '',
    fields: { step, text: `what was typed up to step ${step}, ${'word '.repeat(step % 40)}` },
  });
}

/** What of the script a vault holds, as text: who was added and how they stand, and what is being typed. */
export async function stateOf(client: BridgeClient): Promise<string> {
  const people = (await client.look('people', { asAt: '2026-11-24' })).rows
    .filter((row) => row.givenName === 'Number')
    .map((row) => `${row.familyName}: ${row.jobTitle}`)
    .sort();
  const [draft] = (await client.look('drafts', { parent: '' })).rows;
  return [...people, `typing: ${Number(draft?.fields['step'] ?? 0)}`].join('\n');
}

/** What the vault holds after the first `steps` steps, by the script alone. */
export function stateAfter(steps: number): string {
  const people: string[] = [];
  let typed = 0;
  for (let step = 1; step <= steps; step += 1) {
    if (adds(step)) people.push(`${nameOf(step)}: ${changes(step + 3) && step + 3 <= steps ? `Job of step ${step + 3}` : ''}`);
    else if (!changes(step)) typed = step;
  }
  return [...people.sort(), `typing: ${typed}`].join('\n');
}

export type Inspected = { readonly steps: number } | { readonly wrong: string };

const CUT_OFF = ['One attempt to sign in did not succeed', 'The last write to the vault before Cordon stopped was not whole'];

/**
 * Opens the vault in the folder as a person would and says what is wrong with it: a notice at sign-in, a broken journal, a search that
 * does not fit the people; or after how many steps of the script, of those allowed, it stands. Leaves the folder changed.
 */
export async function inspect(folder: string, allowed: readonly number[]): Promise<Inspected> {
  const faults: string[] = [];
  const engine = bareEngine(folder, (where, error) => faults.push(`${where}: ${String(error)}`));
  try {
    const { client } = engine;
    const signedIn = await client.ask('session.sign-in', { signInName: WORKER.signInName, passPhrase: WORKER.passPhrase });
    if (!signedIn.ok) return { wrong: `sign-in refused: ${signedIn.refusals.map((one) => one.code).join(', ')}` };
    // What was cut off may be said to be: an attempt to sign in, and a write that nobody was told is stored. Nothing else.
    const notices = signedIn.value.notices.filter((notice) => !CUT_OFF.some((beginning) => notice.startsWith(beginning)));
    if (notices.length > 0) return { wrong: `a notice at sign-in: ${notices.join(' ')}` };
    const state = await stateOf(client);
    const steps = allowed.find((one) => stateAfter(one) === state);
    if (steps === undefined)
      return { wrong: `not the state after ${allowed.join(' or ')} steps: ends in ${state.split('\n').slice(-3).join(' | ')}` };
    const journal = await client.get('journal.verify', {});
    if (!journal.whole) return { wrong: `the journal is not whole: ${JSON.stringify(journal.firstFault)}` };
    const found = await client.get('search.find', { text: 'Number', kinds: ['person'], limit: 100 });
    const people = state.split('\n').length - 1;
    if (found.hits.length !== Math.min(people, 100)) return { wrong: `search finds ${found.hits.length} of ${people} people` };
    if (faults.length > 0) return { wrong: faults.join('; ') };
    return { steps };
  } finally {
    // In good order, so that the file is closed before another takes its place.
    await engine.lock();
    engine.abandon();
  }
}

function raise(where: string, error: unknown): never {
  throw new Error(where, { cause: error });
}
