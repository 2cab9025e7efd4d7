import { z } from 'zod';
import { idShape, lineShape, maybeDayShape, maybeProseShape, typedProseShape } from '#shared/base/shapes.ts';
import { ok, refused } from '#shared/base/result.ts';
import { forceBook, theForce } from '#shared/domain/force/force.rules.ts';
import { amended, organisationRecord } from '#shared/domain/force/organisation-record.ts';
import { defineCommand } from '#shared/domain/kit/command.ts';
import { MATRIX_PRESETS, PRESET_KEYS } from './matrix-presets.ts';
import { scoringMatrixBook } from './scoring-matrix-refusals.ts';
import { mayKeepMatrices } from './scoring-matrix.policy.ts';
import { matrixConcerns } from './scoring-matrix.rules.ts';
import { FACTOR_SECTIONS, type ScoringMatrixBody } from './scoring-matrix.schema.ts';

/** Takes one of the presets into the force's matrices as version 1. */
export const adoptMatrix = defineCommand({
  name: 'scoring-matrix.adopt',
  args: z.object({ preset: z.enum(PRESET_KEYS) }),
  may: (_args, { actor }) => mayKeepMatrices(actor),
  decide: async ({ preset }, { reading, newId }) => {
    const force = await theForce(reading);
    if (force === null) return refused(forceBook.say('force/none-yet'));
    const id = newId();
    const body: ScoringMatrixBody = { ...MATRIX_PRESETS[preset], version: 1, weights: [], weightsAsOf: '', replacesId: '' };
    return ok({
      changes: [{ put: organisationRecord({ kind: 'scoring-matrix', id, scope: force.id, state: 'in-use', sortAt: body.name, body }) }],
      subject: { kind: 'scoring-matrix', id },
      facts: { preset },
      out: { matrixId: id },
    });
  },
});

const factorArgs = z.object({
  key: z.string().trim().max(40),
  section: z.enum(FACTOR_SECTIONS),
  name: lineShape(100),
  help: maybeProseShape(1000).default(''),
  levels: z
    .array(z.object({ value: z.int().min(0).max(10), meaning: lineShape(200) }))
    .min(2)
    .max(11),
});

/** Makes the next version of a matrix: what is given is changed, the rest is copied. The version before is retired and stays readable. */
export const changeMatrix = defineCommand({
  name: 'scoring-matrix.change',
  args: z.object({
    matrixId: idShape,
    name: lineShape(160).optional(),
    origin: typedProseShape(2000).optional(),
    factors: z.array(factorArgs).max(40).optional(),
    weights: z
      .array(z.object({ code: lineShape(40), offence: lineShape(200), days: z.number().min(0).max(100_000) }))
      .max(3000)
      .optional(),
    weightsAsOf: maybeDayShape.optional(),
  }),
  may: (_args, { actor }) => mayKeepMatrices(actor),
  decide: async ({ matrixId, ...given }, { reading, newId }) => {
    const before = await reading.one('scoring-matrix', matrixId);
    if (before === null) return refused(scoringMatrixBook.say('scoring-matrix/unknown', { field: 'matrixId' }));
    if (before.state === 'retired') return refused(scoringMatrixBook.say('scoring-matrix/replaced-already', { field: 'matrixId' }));
    const changed = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<ScoringMatrixBody>;
    const body: ScoringMatrixBody = { ...before.body, ...changed, version: before.body.version + 1, replacesId: matrixId };
    const [first, ...rest] = matrixConcerns(body);
    if (first !== undefined) return refused(first, ...rest);
    const id = newId();
    return ok({
      changes: [
        { put: amended(before, { state: 'retired', body: before.body }) },
        { put: organisationRecord({ kind: 'scoring-matrix', id, scope: before.scope, state: 'in-use', sortAt: body.name, body }) },
      ],
      subject: { kind: 'scoring-matrix', id },
      facts: { version: body.version, factors: body.factors.length, weights: body.weights.length },
      out: { matrixId: id, version: body.version },
    });
  },
});

/** Retires a matrix, so that no new prioritisation uses it. */
export const retireMatrix = defineCommand({
  name: 'scoring-matrix.retire',
  args: z.object({ matrixId: idShape }),
  may: (_args, { actor }) => mayKeepMatrices(actor),
  decide: async ({ matrixId }, { reading }) => {
    const before = await reading.one('scoring-matrix', matrixId);
    if (before === null) return refused(scoringMatrixBook.say('scoring-matrix/unknown', { field: 'matrixId' }));
    return ok({
      changes: [{ put: amended(before, { state: 'retired', body: before.body }) }],
      subject: { kind: 'scoring-matrix', id: matrixId },
      out: null,
    });
  },
});

export const scoringMatrixCommands = [adoptMatrix, changeMatrix, retireMatrix] as const;
