import { type Day, dayOf, type Instant } from '#shared/base/time.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import type { Gap } from '#shared/domain/governance/warning.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { rankAndName } from '#shared/domain/person/person-name.ts';
import type { ELEMENT_TYPES } from './governance-element.schema.ts';

type ElementType = (typeof ELEMENT_TYPES)[number];

/** The elements the doctrine expects the lead to co-ordinate, in its words. */
export const EXPECTED_ELEMENTS: readonly { readonly type: ElementType; readonly name: string }[] = [
  { type: 'business-planning', name: 'Business planning' },
  { type: 'performance-management', name: 'Performance management' },
  { type: 'strategic-tasking', name: 'Strategic tasking and co-ordination' },
];

/** How an element is linked: to a lead in office, to one who no longer is, or to nobody (duty 4). */
export type ElementLink = 'linked' | 'lead-gone' | 'unlinked';

export function linkOn(
  element: RecordOf<'governance-element'>,
  appointments: ReadonlyMap<string, RecordOf<'appointment'>>,
  people: ReadonlyMap<string, RecordOf<'person'>>,
  on: Day,
): ElementLink {
  if (element.body.leadAppointmentId === '') return 'unlinked';
  const appointment = appointments.get(element.body.leadAppointmentId);
  const holder = appointment === undefined ? undefined : people.get(appointment.body.personId);
  return appointment !== undefined && holder !== undefined && countsOn(appointment.body, on) && countsOn(holder.body, on)
    ? 'linked'
    : 'lead-gone';
}

/** What is amiss with the elements of governance on a day: expected ones nobody recorded, those not linked to a lead, owners who left (duty 4). */
export function elementGaps(
  elements: readonly RecordOf<'governance-element'>[],
  force: RecordOf<'force'>,
  appointments: ReadonlyMap<string, RecordOf<'appointment'>>,
  people: ReadonlyMap<string, RecordOf<'person'>>,
  on: Day,
): readonly Gap[] {
  const inUse = elements.filter((element) => element.state === 'in-use');
  const missing = EXPECTED_ELEMENTS.filter(({ type }) => !inUse.some(({ body }) => body.elementType === type)).map(
    ({ type, name }): Gap => ({
      id: `governance-element/missing:${type}`,
      code: 'governance-element/missing',
      severity: 'red',
      duties: [4],
      sentence: `${name} is not recorded among the elements the lead co-ordinates.`,
      subject: { kind: 'force', id: force.id, name: force.body.name },
      since: '',
    }),
  );
  return [
    ...missing,
    ...inUse.flatMap((element): readonly Gap[] => {
      const subject = { kind: 'governance-element' as const, id: element.id, name: element.body.name };
      const gaps: Gap[] = [];
      const link = linkOn(element, appointments, people, on);
      if (link !== 'linked')
        gaps.push({
          id: `governance-element/${link}:${element.id}`,
          code: `governance-element/${link}`,
          severity: 'red',
          duties: [4],
          sentence:
            link === 'unlinked'
              ? 'Not linked to the chief-officer lead.'
              : 'Linked to a chief-officer lead who no longer holds the office. Link it to the present one.',
          subject,
          since:
            link === 'unlinked' ? dayOf(element.createdAt as Instant) : (appointments.get(element.body.leadAppointmentId)?.body.to ?? ''),
        });
      const owner = people.get(element.owner);
      if (owner !== undefined && !countsOn(owner.body, on) && owner.body.to !== '')
        gaps.push({
          id: `governance-element/owner-left:${element.id}`,
          code: 'governance-element/owner-left',
          severity: 'red',
          duties: [4],
          sentence: `Its owner, ${rankAndName(owner.body)}, has left.`,
          subject,
          since: owner.body.to,
        });
      return gaps;
    }),
  ];
}
