import type { Refusal } from '#shared/base/result.ts';
import { organisationAccess } from '#shared/domain/force/organisation-record.ts';
import { type Step, defineNoun } from '#shared/domain/kit/noun.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import { same } from '#shared/domain/meeting/meeting.rules.ts';
import { SECTIONS_OF_MODEL, SECTION_WORDS } from './matrix-model.ts';
import { scoringMatrixBook } from './scoring-matrix-refusals.ts';
import { mayKeepMatrices } from './scoring-matrix.policy.ts';
import { SCORING_MATRIX_STATES, type ScoringMatrixBody, scoringMatrixBody } from './scoring-matrix.schema.ts';

/** What is wrong with a matrix, each with the field it is about; the form shows it while a person types. */
export function matrixConcerns(
  matrix: Pick<ScoringMatrixBody, 'name' | 'model' | 'origin' | 'factors' | 'weights' | 'weightsAsOf'>,
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (matrix.origin.trim() === '') refusals.push(scoringMatrixBook.say('scoring-matrix/without-origin', { field: 'origin' }));
  if (/\bofficial\b/i.test(matrix.name)) refusals.push(scoringMatrixBook.say('scoring-matrix/claims-to-be-official', { field: 'name' }));
  refusals.push(...factorConcerns(matrix), ...weightConcerns(matrix));
  return refusals;
}

function factorConcerns({ model, factors }: Pick<ScoringMatrixBody, 'model' | 'factors'>): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const { scored, beside } = SECTIONS_OF_MODEL[model];
  for (const section of scored) {
    if (!factors.some((factor) => factor.section === section))
      refusals.push(
        scoringMatrixBook.say('scoring-matrix/without-factors', { field: 'factors', facts: { section: SECTION_WORDS[section] } }),
      );
  }
  const keys = new Set<string>();
  for (const [index, factor] of factors.entries()) {
    if (keys.has(factor.key))
      refusals.push(scoringMatrixBook.say('scoring-matrix/factor-twice', { field: `factors.${index}.key`, facts: { factor: factor.key } }));
    keys.add(factor.key);
    if (![...scored, ...beside].includes(factor.section))
      refusals.push(
        scoringMatrixBook.say('scoring-matrix/section-not-of-model', {
          field: `factors.${index}.section`,
          facts: { factor: factor.name, section: SECTION_WORDS[factor.section] },
        }),
      );
    if (factor.levels.some((level, place) => place > 0 && level.value <= (factor.levels[place - 1]?.value ?? level.value)))
      refusals.push(
        scoringMatrixBook.say('scoring-matrix/levels-out-of-order', { field: `factors.${index}.levels`, facts: { factor: factor.name } }),
      );
  }
  return refusals;
}

function weightConcerns({ model, weights, weightsAsOf }: Pick<ScoringMatrixBody, 'model' | 'weights' | 'weightsAsOf'>): readonly Refusal[] {
  if (weights.length === 0) return [];
  if (model !== 'crime-harm-index') return [scoringMatrixBook.say('scoring-matrix/weights-not-of-model', { field: 'weights' })];
  const refusals: Refusal[] = [];
  if (weightsAsOf === '') refusals.push(scoringMatrixBook.say('scoring-matrix/weights-without-day', { field: 'weightsAsOf' }));
  const codes = new Set<string>();
  for (const [index, { code }] of weights.entries()) {
    if (codes.has(code))
      refusals.push(scoringMatrixBook.say('scoring-matrix/offence-twice', { field: `weights.${index}`, facts: { code } }));
    codes.add(code);
  }
  return refusals;
}

async function checkMatrix({ before, after, actor, reading }: Step<'scoring-matrix', ScoringMatrixBody>): Promise<readonly Refusal[]> {
  if (after === null) return [scoringMatrixBook.say('scoring-matrix/kept')];
  const refusals: Refusal[] = [];
  const forbidden = mayKeepMatrices(actor);
  if (forbidden !== null) refusals.push(forbidden);
  if (before !== null) {
    if (before.state === 'retired') return [scoringMatrixBook.say('scoring-matrix/retired-already')];
    if (!same(before.body, after.body) || before.scope !== after.scope)
      refusals.push(scoringMatrixBook.say('scoring-matrix/never-changed'));
    return refusals;
  }
  if (after.state !== 'in-use') refusals.push(scoringMatrixBook.say('scoring-matrix/begins-in-use'));
  refusals.push(...matrixConcerns(after.body), ...(await replacementConcerns(after, reading)));
  const named = (await reading.many('scoring-matrix', { state: 'in-use' })).some(
    (other) => other.id !== after.id && sameName(other.body.name, after.body.name),
  );
  if (named) refusals.push(scoringMatrixBook.say('scoring-matrix/name-taken', { field: 'name', facts: { name: after.body.name } }));
  return refusals;
}

const sameName = (one: string, other: string): boolean => one.trim().toLocaleLowerCase('en-GB') === other.trim().toLocaleLowerCase('en-GB');

/** A version follows the one before it, which is retired in the same unit of work; no version is replaced twice. */
async function replacementConcerns(
  after: { readonly id: string; readonly scope: string; readonly body: ScoringMatrixBody },
  reading: Reading,
): Promise<readonly Refusal[]> {
  const { replacesId, version, model } = after.body;
  if (replacesId === '') return version === 1 ? [] : [scoringMatrixBook.say('scoring-matrix/version-out-of-order')];
  const replaced = await reading.one('scoring-matrix', replacesId);
  if (replaced === null || replaced.body.model !== model || replaced.scope !== after.scope)
    return [scoringMatrixBook.say('scoring-matrix/replaced-unknown')];
  const refusals: Refusal[] = [];
  if ((await reading.many('scoring-matrix')).some((other) => other.id !== after.id && other.body.replacesId === replacesId))
    refusals.push(scoringMatrixBook.say('scoring-matrix/replaced-already'));
  if (replaced.state !== 'retired' || version !== replaced.body.version + 1)
    refusals.push(scoringMatrixBook.say('scoring-matrix/version-out-of-order'));
  return refusals;
}

/** A way of scoring issues: reference data of the force, copied on change and never called official (duty 94). */
export const scoringMatrix = defineNoun<'scoring-matrix', ScoringMatrixBody>({
  kind: 'scoring-matrix',
  shape: 1,
  body: scoringMatrixBody,
  states: SCORING_MATRIX_STATES,
  keepsVersions: true,
  accessOf: organisationAccess,
  check: checkMatrix,
  searchText: ({ body }) => ({
    title: body.name,
    text: [body.origin, ...body.factors.map((factor) => `${factor.name} ${factor.help}`)].join('\n'),
  }),
});
