import { z } from 'zod';
import type { Refusal } from '#shared/base/result.ts';
import { idShape } from '#shared/base/shapes.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { MATRIX_PRESETS, PRESET_KEYS, type PresetKey } from './matrix-presets.ts';
import { mayKeepMatrices } from './scoring-matrix.policy.ts';
import type { MatrixFactor, OffenceWeight, ScoringMatrixBody } from './scoring-matrix.schema.ts';

/** One line of the list of matrices. */
export interface MatrixRow {
  readonly id: string;
  readonly name: string;
  readonly model: ScoringMatrixBody['model'];
  readonly version: number;
  readonly state: string;
  readonly origin: string;
  readonly factors: number;
  readonly weights: number;
  readonly weightsAsOf: string;
  readonly madeAt: string;
}
export interface MatricesView {
  /** Those in use by name, then retired ones, newest version first. */
  readonly rows: readonly MatrixRow[];
  readonly presets: readonly { readonly id: PresetKey; readonly name: string; readonly origin: string; readonly adopted: boolean }[];
  readonly keep: Refusal | null;
}

function matrixRow({ id, state, createdAt, body }: RecordOf<'scoring-matrix'>): MatrixRow {
  return {
    id,
    name: body.name,
    model: body.model,
    version: body.version,
    state,
    origin: body.origin,
    factors: body.factors.length,
    weights: body.weights.length,
    weightsAsOf: body.weightsAsOf,
    madeAt: createdAt,
  };
}

/** Every matrix of the force and the presets that can be taken in (duty 94). */
export const matricesQuery = defineQuery({
  name: 'scoring-matrices',
  args: z.object({}),
  read: async (_args, { reading, actor }): Promise<MatricesView> => {
    const found = (await reading.many('scoring-matrix')).map(matrixRow);
    const byVersion = (one: MatrixRow, other: MatrixRow): number =>
      one.name === other.name ? other.version - one.version : one.name < other.name ? -1 : 1;
    const rows = [
      ...found.filter((row) => row.state === 'in-use').sort(byVersion),
      ...found.filter((row) => row.state !== 'in-use').sort(byVersion),
    ];
    return {
      rows,
      presets: PRESET_KEYS.map((id) => ({
        id,
        name: MATRIX_PRESETS[id].name,
        origin: MATRIX_PRESETS[id].origin,
        adopted: found.some((row) => row.state === 'in-use' && row.name === MATRIX_PRESETS[id].name),
      })),
      keep: mayKeepMatrices(actor),
    };
  },
});

export interface MatrixPage extends MatrixRow {
  readonly factorList: readonly MatrixFactor[];
  readonly weightList: readonly OffenceWeight[];
  readonly replacesId: string;
  /** Prioritisations made with it that this person may see. */
  readonly usedBy: readonly { readonly id: string; readonly title: string; readonly state: string }[];
  readonly keep: Refusal | null;
}

/** One version of a matrix with all its factors and weights; null when there is none. */
export const matrixQuery = defineQuery({
  name: 'scoring-matrix',
  args: z.object({ matrixId: idShape }),
  read: async ({ matrixId }, { reading, actor }): Promise<MatrixPage | null> => {
    const record = await reading.one('scoring-matrix', matrixId);
    if (record === null) return null;
    const used = (await reading.many('prioritisation')).filter((one) => one.body.matrixId === matrixId);
    return {
      ...matrixRow(record),
      factorList: record.body.factors,
      weightList: record.body.weights,
      replacesId: record.body.replacesId,
      usedBy: used.map((one) => ({ id: one.id, title: one.body.title, state: one.state })),
      keep: mayKeepMatrices(actor),
    };
  },
});

export const scoringMatrixQueries = [matricesQuery, matrixQuery] as const;
