import { MARKINGS, type Marking } from '#shared/contracts/record/record.ts';

/**
 * The access class of a record: every record with the same tuple may be read by the same people,
 * so policy is judged once per person and class, on the device and on the server alike.
 */
export interface AccessClass {
  /** Id of the force, area or unit the record belongs to. */
  readonly unit: string;
  readonly marking: Marking;
  /** For example `POLICE-ONLY`. */
  readonly caveats: readonly string[];
  /**
   * Who may read it: principals such as `person:<id>`, `group:<id>`, `role:<role>`, `unit:<id>`, `agency:<id>` and `police`.
   * Empty means everyone of the force who is signed in and cleared for the marking.
   */
  readonly named: readonly string[];
}

/** Who is asking: made by `actorFrom` from a person and the appointments in force today. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly clearance: Marking;
  /** Everything the person is: `person:<id>`, `role:<role>`, `group:<id>`, `unit:<id>`, `area:<id>`, and `police` or `agency:<id>`. */
  readonly principals: readonly string[];
  readonly roles: readonly RoleHeld[];
  /** True for someone who is not a member of the police service; caveat POLICE-ONLY shuts them out. */
  readonly partner: boolean;
}

export interface RoleHeld {
  readonly role: string;
  readonly scopeType: 'force' | 'area' | 'unit' | 'group';
  readonly scopeId: string;
  readonly appointmentId: string;
}

/** The class as one text, the same for the same tuple whatever the order of its lists. */
export function accessKey(access: AccessClass): string {
  return JSON.stringify([access.unit, access.marking, [...new Set(access.caveats)].sort(), [...new Set(access.named)].sort()]);
}

/** The tuple an access key stands for; throws on a text that is not one. */
export function accessClassOf(key: string): AccessClass {
  const [unit, marking, caveats, named] = JSON.parse(key) as [string, Marking, string[], string[]];
  if (!MARKINGS.includes(marking) || !Array.isArray(caveats) || !Array.isArray(named)) throw new Error('not an access key');
  return { unit, marking, caveats, named };
}

/** Whether `actor` may read records of the class (duties 14, 40, 41). Deny by default: an unknown caveat shuts everyone out. */
export function mayRead(actor: Actor, access: AccessClass): boolean {
  if (MARKINGS.indexOf(access.marking) > MARKINGS.indexOf(actor.clearance)) return false;
  for (const caveat of access.caveats) {
    if (caveat !== 'POLICE-ONLY' || actor.partner) return false;
  }
  if (access.named.length === 0) return !actor.partner;
  return access.named.some((principal) => actor.principals.includes(principal));
}

export function holdsRole(actor: Actor, ...roles: readonly string[]): boolean {
  return actor.roles.some((held) => roles.includes(held.role));
}

export function holdsRoleIn(actor: Actor, scopeId: string, ...roles: readonly string[]): boolean {
  return actor.roles.some((held) => held.scopeId === scopeId && roles.includes(held.role));
}
