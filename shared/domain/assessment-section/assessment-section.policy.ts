import type { Refusal } from '#shared/base/result.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import { notBeingWritten } from '#shared/domain/strategic-assessment/strategic-assessment.rules.ts';
import { writesAssessment } from '#shared/domain/strategic-assessment/strategic-assessment.policy.ts';
import { assessmentSectionBook as book } from './assessment-section-refusals.ts';

interface Section {
  readonly owner: string;
  readonly state: string;
  readonly body: { readonly ownerAgencyId: string; readonly text: string; readonly received?: unknown };
}
interface Assessment {
  readonly owner: string;
  readonly state: string;
}

/** Why this person does not write what stands in a section, whatever the state of the work; null when they do. Police and partners never write in each other's (duty 69). */
export function writingRefusal(actor: Actor, section: Section, assessment: Assessment): Refusal | null {
  const mine = section.owner !== '' && actor.personId === section.owner;
  if (section.body.ownerAgencyId !== '') return mine && actor.partner ? null : book.say('assessment-section/partner-owns-it');
  if (actor.partner) return book.say('assessment-section/police-own-it');
  return mine || writesAssessment(actor, assessment) ? null : book.say('assessment-section/not-yours-to-write');
}

/** Why nothing can be written in a section now; null when it can (duties 13, 29, 69). */
export function changeRefusal(actor: Actor, section: Section, assessment: Assessment): Refusal | null {
  const fixed = notBeingWritten(assessment.state);
  if (fixed !== null) return fixed;
  const writing = writingRefusal(actor, section, assessment);
  if (writing !== null) return writing;
  if (assessment.state === 'terms') return book.say('assessment-section/terms-not-agreed');
  return section.state === 'signed-off' ? book.say('assessment-section/signed-off-is-fixed') : null;
}

/** Why this person does not lay out sections now: add, move, give to an owner, take out; null when they do. */
export function layoutRefusal(actor: Actor, assessment: Assessment): Refusal | null {
  return (
    notBeingWritten(assessment.state) ?? (writesAssessment(actor, assessment) ? null : book.say('assessment-section/layout-not-yours'))
  );
}

/** Why the contribution of a partner agency cannot be taken in now; null when it can: only by who keeps the frame, and never over what the partner wrote themselves (duty 69). */
export function receivingRefusal(actor: Actor, section: Section, assessment: Assessment): Refusal | null {
  const layout = layoutRefusal(actor, assessment);
  if (layout !== null) return layout;
  if (assessment.state === 'terms') return book.say('assessment-section/terms-not-agreed');
  const isTheirs = section.body.ownerAgencyId !== '' && section.owner !== '';
  const isUntouched = section.body.text === '' || (section.body.received ?? null) !== null;
  return isTheirs && isUntouched ? null : book.say('assessment-section/received-as-sent');
}
