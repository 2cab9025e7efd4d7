import { z } from 'zod';
import { dayOf } from '#shared/base/time.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import { rankAndName } from '#shared/domain/person/person-name.ts';
import { elementGaps, linkOn } from './element-standing.ts';

/** The elements of corporate governance, who answers for each, and whether it is linked to the lead (duty 4). */
export const governanceElementsQuery = defineQuery({
  name: 'governance-elements',
  args: z.object({}),
  followsClock: true,
  read: async (_args, { reading, now }) => {
    const today = dayOf(now);
    const [forces, elements, allAppointments, allPeople] = await Promise.all([
      reading.many('force'),
      reading.many('governance-element', { state: 'in-use' }),
      reading.many('appointment'),
      reading.many('person'),
    ]);
    const appointments = new Map(allAppointments.map((one) => [one.id, one]));
    const people = new Map(allPeople.map((one) => [one.id, one]));
    const nameOf = (personId: string): string => {
      const person = people.get(personId);
      return person === undefined ? '' : rankAndName(person.body);
    };
    const [force] = forces;
    const gaps = force === undefined ? [] : elementGaps(elements, force, appointments, people, today);
    const leads = allAppointments
      .filter(({ body }) => body.role === 'chief-officer-lead' && body.deputyForId === '' && countsOn(body, today))
      .map((lead) => ({ id: lead.id, personId: lead.body.personId, name: nameOf(lead.body.personId), since: lead.body.from }));
    return {
      leads,
      /** Expected by the doctrine and not recorded. */
      missing: gaps.filter((gap) => gap.code === 'governance-element/missing').map(({ id, sentence }) => ({ id, sentence })),
      rows: elements.map((element) => ({
        id: element.id,
        name: element.body.name,
        elementType: element.body.elementType,
        how: element.body.how,
        ownerId: element.owner,
        owner: nameOf(element.owner),
        leadAppointmentId: element.body.leadAppointmentId,
        lead: nameOf(appointments.get(element.body.leadAppointmentId)?.body.personId ?? ''),
        link: linkOn(element, appointments, people, today),
        warnings: gaps.filter((gap) => gap.subject.id === element.id).map((gap) => gap.sentence),
      })),
    };
  },
});

export const governanceElementQueries = [governanceElementsQuery] as const;
