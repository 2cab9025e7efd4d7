import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import type { Actor } from './access.ts';

export const accessBook = refusalBook({
  'access/journal-not-yours': {
    duties: [122],
    message:
      'The journal is read by the auditor, the information security officer, the director of intelligence and the chief-officer lead.',
    remedy: 'Ask one of them, or ask an administrator for the appointment.',
  },
  'access/backups-not-yours': {
    duties: [32, 34],
    message: 'Backups are looked after by an administrator or the information security officer.',
    remedy: 'Ask one of them.',
  },
  'access/administrator-only': {
    duties: [14, 32],
    message: 'Only an administrator of the force does this.',
    remedy: 'Ask an administrator.',
  },
  'access/not-cleared-for-marking': {
    duties: [30, 41],
    message: '{name} is cleared for {clearance} and could not see this, which is marked {marking}.',
    remedy: 'Choose someone cleared for it, or have the clearance recorded with the person, under Force.',
  },
  'access/police-only-not-for-partners': {
    duties: [41, 119],
    message: '{name} belongs to a partner agency and could not see this, which is police only.',
    remedy: 'Choose someone of the police service.',
  },
});

/** Whether the actor holds one of the roles for the whole force; a role held in an area, unit or group does not count. */
export function holdsForForce(actor: Actor, ...roles: readonly string[]): boolean {
  return roles.some((role) => actor.principals.includes(`role:${role}`));
}

/** Who may read and verify the journal: it tells who saw and did what, so need to know applies to it too (duty 122). */
export function mayReadJournal(actor: Actor): Refusal | null {
  if (actor.partner) return accessBook.say('access/journal-not-yours');
  return holdsForForce(actor, 'auditor', 'information-security-officer', 'chief-officer-lead', 'director-of-intelligence')
    ? null
    : accessBook.say('access/journal-not-yours');
}

/** Who looks after backups: makes and proves them, says where they go, and puts the vault back from one. */
export function mayKeepBackups(actor: Actor): Refusal | null {
  return !actor.partner && holdsForForce(actor, 'administrator', 'information-security-officer')
    ? null
    : accessBook.say('access/backups-not-yours');
}

/** Who may open and close accounts and change the workstation. */
export function mayAdminister(actor: Actor): Refusal | null {
  return !actor.partner && holdsForForce(actor, 'administrator') ? null : accessBook.say('access/administrator-only');
}
