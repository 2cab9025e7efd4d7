import { type Actor, holdsRole } from '#shared/domain/access/access.ts';
import { mayKeepBackups, mayReadJournal } from '#shared/domain/access/access.policy.ts';
import { maySeeDuties } from '#shared/domain/duty/duty.policy.ts';
import { appText } from '#renderer/text/app.ts';

export const SECTIONS = ['today', 'meetings', 'decisions', 'actions', 'strategy', 'plans', 'force', 'record'] as const;
export type SectionId = (typeof SECTIONS)[number];

export interface Section {
  readonly id: SectionId;
  readonly label: string;
  readonly path: string;
  /** The letter after `g` that goes there. */
  readonly key: string;
}

export const sections: readonly Section[] = [
  { id: 'today', label: appText.sections.today, path: '/', key: 't' },
  { id: 'meetings', label: appText.sections.meetings, path: '/meetings', key: 'm' },
  { id: 'decisions', label: appText.sections.decisions, path: '/decisions', key: 'd' },
  { id: 'actions', label: appText.sections.actions, path: '/actions', key: 'a' },
  { id: 'strategy', label: appText.sections.strategy, path: '/strategy', key: 's' },
  { id: 'plans', label: appText.sections.plans, path: '/plans', key: 'p' },
  { id: 'force', label: appText.sections.force, path: '/force', key: 'f' },
  { id: 'record', label: appText.sections.record, path: '/record', key: 'r' },
];

/** Whether someone's roles include a page; what they do not include is absent, not grey. */
export type MayUse = (actor: Actor) => boolean;

export const everyone: MayUse = () => true;
/** Partners see their own meetings and actions, not the force's inside. */
export const policeOnly: MayUse = (actor) => !actor.partner;
/** Someone who takes part in meetings: by a role in a group, or by an office that reads all of them. */
export const meetingPeople: MayUse = (actor) =>
  actor.roles.some((held) => held.scopeType === 'group') || holdsRole(actor, 'director-of-intelligence', 'chief-officer-lead', 'auditor');
/** Those to whom it is shown how the duties stand. */
export const dutyReaders: MayUse = (actor) => maySeeDuties(actor) === null;
/** Everyone of the police service, and partners who take part in meetings: what they are shown follows from need to know. */
export const strategyReaders: MayUse = (actor) => !actor.partner || actor.roles.some((held) => held.scopeType === 'group');
export const journalReaders: MayUse = (actor) => mayReadJournal(actor) === null;
export const backupKeepers: MayUse = (actor) => mayKeepBackups(actor) === null;
