import { z } from 'zod';
import { dayShape, idShape, lineShape, maybeDayShape, maybeIdShape, maybeLineShape, maybeProseShape } from '#shared/base/shapes.ts';
import { ok, refused } from '#shared/base/result.ts';
import { dayOf } from '#shared/base/time.ts';
import { forceBook, theForce } from '#shared/domain/force/force.rules.ts';
import { amended, organisationRecord } from '#shared/domain/force/organisation-record.ts';
import type { Warning } from '#shared/domain/governance/warning.ts';
import { defineCommand } from '#shared/domain/kit/command.ts';
import { membershipWarnings } from './appointment-warnings.ts';
import { mayAppoint } from './appointment.policy.ts';
import { appointmentBook } from './appointment.rules.ts';
import { appointmentBody, RESPONSIBILITIES, roleShape } from './appointment.schema.ts';

/** Gives someone a role somewhere from a day (duties 1-3, 10-15, 66-72, 118-124). `warnings` say what is allowed but amiss. */
export const giveAppointment = defineCommand({
  name: 'appointment.give',
  args: z.object({
    personId: idShape,
    role: roleShape,
    scopeType: appointmentBody.shape.scopeType,
    scopeId: idShape,
    from: dayShape,
    to: maybeDayShape.default(''),
    memberFunction: appointmentBody.shape.memberFunction.default(''),
    deputyForId: maybeIdShape.default(''),
    responsibilities: z.array(z.enum(RESPONSIBILITIES)).max(2).default([]),
    authority: maybeProseShape(4000).default(''),
    delegation: maybeProseShape(4000).default(''),
    delegatedById: maybeIdShape.default(''),
    reason: maybeLineShape(1000).default(''),
    givenBy: lineShape(200),
  }),
  may: (args, { actor }) => mayAppoint(actor, args.role, args.scopeId),
  decide: async (args, { actor, reading, newId, now }) => {
    const force = await theForce(reading);
    if (force === null) return refused(forceBook.say('force/none-yet'));
    const person = await reading.one('person', args.personId);
    if (person === null) return refused(appointmentBook.say('appointment/person-unknown', { field: 'personId' }));
    const id = newId();
    const memberFunction = args.role === 'partner-member' && args.memberFunction === '' ? ('partner' as const) : args.memberFunction;
    const body = { ...args, memberFunction, endedBecause: '', rankWhenGiven: person.body.rank };
    const group = args.scopeType === 'group' ? await reading.one('group', args.scopeId) : null;
    const agency = person.body.partnerAgencyId === '' ? null : await reading.one('partner-agency', person.body.partnerAgencyId);
    const today = dayOf(now);
    const warnings: Warning[] = [...membershipWarnings({ body, person, group, agency }, args.from > today ? args.from : today)];
    const toSelf = args.personId === actor.personId;
    if (toSelf)
      warnings.push({
        code: 'appointment/to-oneself',
        duties: [122],
        sentence: 'You have given this role to yourself. The journal says so.',
      });
    return ok({
      changes: [
        {
          put: organisationRecord({
            kind: 'appointment',
            id,
            scope: force.id,
            state: 'held',
            sortAt: args.from,
            parent: args.scopeId,
            owner: args.personId,
            body,
          }),
        },
      ],
      subject: { kind: 'appointment', id },
      facts: { role: args.role, toSelf },
      out: { appointmentId: id, warnings },
    });
  },
});

/** Sets the last day of an appointment and why it ends; history is kept (duties 1, 7). */
export const endAppointment = defineCommand({
  name: 'appointment.end',
  args: z.object({ appointmentId: idShape, on: dayShape, because: lineShape(1000) }),
  may: async (args, { actor, reading }) => {
    const before = await reading.one('appointment', args.appointmentId);
    return before === null ? mayAppoint(actor, 'member', '') : mayAppoint(actor, before.body.role, before.body.scopeId);
  },
  decide: async (args, { reading }) => {
    const before = await reading.one('appointment', args.appointmentId);
    if (before === null) return refused(appointmentBook.say('appointment/unknown', { field: 'appointmentId' }));
    return ok({
      changes: [{ put: amended(before, { state: 'ended', body: { ...before.body, to: args.on, endedBecause: args.because } }) }],
      subject: { kind: 'appointment', id: before.id },
      facts: { role: before.body.role },
      out: null,
    });
  },
});

export const appointmentCommands = [giveAppointment, endAppointment] as const;
