import { z } from 'zod';
import { dayShape, idShape, lineShape, maybeIdShape, maybeLineShape } from '#shared/base/shapes.ts';
import { ok, refused } from '#shared/base/result.ts';
import { MARKINGS } from '#shared/contracts/record/record.ts';
import { forceBook, theForce } from '#shared/domain/force/force.rules.ts';
import { mayOrganise } from '#shared/domain/force/force.policy.ts';
import { amended, organisationRecord } from '#shared/domain/force/organisation-record.ts';
import { type Change, defineCommand } from '#shared/domain/kit/command.ts';
import type { Warning } from '#shared/domain/governance/warning.ts';
import { leaverWarnings } from './leaver.ts';
import { personBook } from './person.rules.ts';
import { personSortAt } from './person-name.ts';
import { rankShape } from './person.schema.ts';

const particulars = z.object({
  givenName: lineShape(80),
  familyName: lineShape(80),
  rank: rankShape,
  serviceNumber: maybeLineShape(20).default(''),
  jobTitle: maybeLineShape(120).default(''),
  partnerAgencyId: maybeIdShape.default(''),
  unitId: maybeIdShape.default(''),
  email: maybeLineShape(200).default(''),
  telephone: maybeLineShape(40).default(''),
  clearance: z.enum(MARKINGS).default('OFFICIAL-SENSITIVE'),
});

/** Adds someone to the directory from their first day. */
export const addPerson = defineCommand({
  name: 'person.add',
  args: particulars.extend({ from: dayShape }),
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async (args, { reading, newId }) => {
    const force = await theForce(reading);
    if (force === null) return refused(forceBook.say('force/none-yet'));
    const id = newId();
    return ok({
      changes: [
        {
          put: organisationRecord({
            kind: 'person',
            id,
            scope: force.id,
            state: 'serving',
            sortAt: personSortAt(args),
            body: { ...args, to: '' },
          }),
        },
      ],
      subject: { kind: 'person', id },
      out: { personId: id },
    });
  },
});

/** Changes someone's particulars: rank, unit, contacts, clearance. */
export const changePerson = defineCommand({
  name: 'person.change',
  args: particulars.extend({ personId: idShape }),
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async ({ personId, ...args }, { reading }) => {
    const before = await reading.one('person', personId);
    if (before === null) return refused(personBook.say('person/unknown', { field: 'personId' }));
    return ok({
      changes: [{ put: amended(before, { sortAt: personSortAt(args), body: { ...before.body, ...args } }) }],
      subject: { kind: 'person', id: personId },
      out: null,
    });
  },
});

/** Records a last day of service, ends the appointments where asked to, and says what is left open (duties 7, 123). */
export const leavePerson = defineCommand({
  name: 'person.leave',
  args: z.object({ personId: idShape, on: dayShape, endAppointments: z.boolean().default(false) }),
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async ({ personId, on, endAppointments }, { reading }) => {
    const before = await reading.one('person', personId);
    if (before === null) return refused(personBook.say('person/unknown', { field: 'personId' }));
    if (before.body.to !== '') return refused(personBook.say('person/left-already'));
    const open = (await reading.many('appointment', { owner: personId })).filter((one) => one.body.to === '' || one.body.to > on);
    const ending = endAppointments ? open.filter((one) => one.body.from <= on) : [];
    const changes: Change[] = [
      { put: amended(before, { state: 'left', body: { ...before.body, to: on } }) },
      ...ending.map((one) => ({ put: amended(one, { state: 'ended', body: { ...one.body, to: on, endedBecause: 'Left the service' } }) })),
    ];
    const warnings: readonly Warning[] = await leaverWarnings(
      reading,
      personId,
      open.filter((one) => !ending.includes(one)),
    );
    return ok({ changes, subject: { kind: 'person', id: personId }, facts: { ended: ending.length }, out: { warnings } });
  },
});

/** Takes back a last day of service. Appointments that were ended stay ended. */
export const returnPerson = defineCommand({
  name: 'person.return',
  args: z.object({ personId: idShape }),
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async ({ personId }, { reading }) => {
    const before = await reading.one('person', personId);
    if (before === null) return refused(personBook.say('person/unknown', { field: 'personId' }));
    if (before.body.to === '') return refused(personBook.say('person/serving-already'));
    return ok({
      changes: [{ put: amended(before, { state: 'serving', body: { ...before.body, to: '' } }) }],
      subject: { kind: 'person', id: personId },
      out: null,
    });
  },
});

export const personCommands = [addPerson, changePerson, leavePerson, returnPerson] as const;
