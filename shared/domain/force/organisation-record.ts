import type { CordonRecord, RecordToWrite } from '#shared/contracts/record/record.ts';
import type { Bodies, Kind } from '#shared/domain/bodies.ts';
import type { AccessClass } from '#shared/domain/access/access.ts';

interface Given<K extends Kind> {
  readonly kind: K;
  readonly id: string;
  readonly scope: string;
  readonly state: string;
  readonly sortAt: string;
  readonly body: Bodies[K];
  readonly parent?: string;
  readonly owner?: string;
  readonly dueAt?: string;
}

/** A record of the organisation: OFFICIAL, without handling or compartment, open to everyone of the force. */
export function organisationRecord<K extends Kind>(given: Given<K>): RecordToWrite<K, Bodies[K]> {
  return {
    id: given.id,
    kind: given.kind,
    scope: given.scope,
    marking: 'OFFICIAL',
    handling: '',
    compartment: '',
    state: given.state,
    owner: given.owner ?? '',
    parent: given.parent ?? '',
    number: 0,
    dueAt: given.dueAt ?? '',
    sortAt: given.sortAt,
    body: given.body,
  };
}

/** Everyone of the force who is signed in reads the organisation's records. */
export function organisationAccess(record: { readonly scope: string; readonly marking: AccessClass['marking'] }): AccessClass {
  return { unit: record.scope, marking: record.marking, caveats: [], named: [] };
}

/** The record with a new body, and where given a new state, name to sort by or due day. */
export function amended<K extends Kind>(
  before: CordonRecord<K, Bodies[K]>,
  change: { readonly body: Bodies[K]; readonly state?: string; readonly sortAt?: string },
): RecordToWrite<K, Bodies[K]> {
  const {
    rev: _rev,
    shape: _shape,
    access: _access,
    createdAt: _createdAt,
    createdBy: _createdBy,
    updatedAt: _updatedAt,
    updatedBy: _updatedBy,
    ...kept
  } = before;
  return { ...kept, ...change };
}
