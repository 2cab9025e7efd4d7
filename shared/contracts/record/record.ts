import { z } from 'zod';

/** Protective markings Cordon may hold, lowest first. SECRET and above are refused: only a pointer to where they are held. */
export const MARKINGS = ['OFFICIAL', 'OFFICIAL-SENSITIVE'] as const;
export type Marking = (typeof MARKINGS)[number];

/**
 * The one envelope every record of every kind is stored in. Text fields are never null: empty means none.
 * `body` is the noun's own shape (`<noun>.schema.ts`); unknown fields in it survive.
 */
export interface CordonRecord<Kind extends string = string, Body = unknown> {
  readonly id: string;
  readonly kind: Kind;
  /** `<device>:<n>`, stamped by the engine on every write. */
  readonly rev: string;
  /** Version of the body's shape, so that an older app can refuse newer data. */
  readonly shape: number;
  /** Key of the access class (`accessKey`), worked out by the noun from the record itself. */
  readonly access: string;
  /** Id of the force, area or unit it belongs to. */
  readonly scope: string;
  readonly marking: Marking;
  /** Handling instruction in words, or empty. */
  readonly handling: string;
  /** Compartment id, or empty for none. */
  readonly compartment: string;
  /** Where it is in its life, one of the noun's states. */
  readonly state: string;
  /** Id of the person answerable for it, or empty. */
  readonly owner: string;
  /** Id of the record it is part of (agenda item -> meeting), or empty. */
  readonly parent: string;
  /** Its number within its parent, or 0. */
  readonly number: number;
  /** Day it is due, or empty. */
  readonly dueAt: string;
  /** What lists of the kind are sorted by: an instant, a day or a name; the noun says which. */
  readonly sortAt: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
  readonly body: Body;
}

/** What a command hands the engine to write: the engine adds `rev`, `shape`, `access` and the four created/updated fields. */
export type RecordToWrite<Kind extends string = string, Body = unknown> = Omit<
  CordonRecord<Kind, Body>,
  'rev' | 'shape' | 'access' | 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy'
>;

/** The envelope without its body, checked at every border; the body is checked by the noun. */
export const envelopeShape = z.looseObject({
  id: z.string().min(1).max(64),
  kind: z.string().min(1).max(40),
  rev: z.string().min(1).max(80),
  shape: z.int().min(1),
  access: z.string().max(1000),
  scope: z.string().max(64),
  marking: z.enum(MARKINGS),
  handling: z.string().max(200),
  compartment: z.string().max(64),
  state: z.string().max(40),
  owner: z.string().max(64),
  parent: z.string().max(64),
  number: z.int().min(0).max(9_999_999),
  dueAt: z.string().max(24),
  sortAt: z.string().max(200),
  createdAt: z.string().max(24),
  createdBy: z.string().max(64),
  updatedAt: z.string().max(24),
  updatedBy: z.string().max(64),
});
