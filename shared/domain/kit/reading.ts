import type { Bodies, Kind } from '#shared/domain/bodies.ts';
import type { CordonRecord } from '#shared/contracts/record/record.ts';

export type RecordOf<K extends Kind> = CordonRecord<K, Bodies[K]>;

/** What to look for, in terms of the envelope's indexed fields only. All given conditions must hold. */
export interface Where {
  readonly parent?: string;
  readonly state?: string | readonly string[];
  readonly owner?: string;
  readonly scope?: string;
  /** `sortAt` at or after / before this text. */
  readonly sortFrom?: string;
  readonly sortBefore?: string;
  /** Due on or before this day (records without a due day are left out). */
  readonly dueBy?: string;
}

export interface Order {
  readonly by: 'sortAt' | 'number' | 'dueAt';
  readonly direction?: 'up' | 'down';
  readonly limit?: number;
  readonly skip?: number;
}

/**
 * How rules, commands and queries look at the records. In a command and a rule it sees everything
 * (numbering must not depend on who asks); in a query only what the person may read.
 */
export interface Reading {
  one<K extends Kind>(kind: K, id: string): Promise<RecordOf<K> | null>;
  some<K extends Kind>(kind: K, ids: readonly string[]): Promise<readonly RecordOf<K>[]>;
  /** Default order: by `sortAt` upwards. */
  many<K extends Kind>(kind: K, where?: Where, order?: Order): Promise<readonly RecordOf<K>[]>;
  count<K extends Kind>(kind: K, where?: Where): Promise<number>;
  /** Earlier versions of one record, oldest first, without the current one. */
  versions<K extends Kind>(kind: K, id: string): Promise<readonly RecordOf<K>[]>;
}
