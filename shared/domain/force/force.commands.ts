import { z } from 'zod';
import { idShape, lineShape, maybeLineShape } from '#shared/base/shapes.ts';
import { ok, refused } from '#shared/base/result.ts';
import { dayOf } from '#shared/base/time.ts';
import { areaSpan } from '#shared/domain/area/area.schema.ts';
import { type Change, defineCommand } from '#shared/domain/kit/command.ts';
import { rankShape } from '#shared/domain/person/person.schema.ts';
import { personSortAt } from '#shared/domain/person/person-name.ts';
import { forceBook, theForce } from './force.rules.ts';
import { forceBody } from './force.schema.ts';
import { mayOrganise } from './force.policy.ts';
import { amended, organisationRecord } from './organisation-record.ts';

/** First set-up of a vault: the force, its areas, and the first person as its administrator. Done once, by whoever stands at the machine. */
export const foundForce = defineCommand({
  name: 'force.found',
  args: z.object({
    forceName: lineShape(120),
    forceCode: forceBody.shape.code,
    hasAreas: z.boolean(),
    areas: z.array(z.object({ name: lineShape(120), code: areaSpan.shape.code })).max(60),
    givenName: lineShape(80),
    familyName: lineShape(80),
    rank: rankShape,
    serviceNumber: maybeLineShape(20),
    sample: z.boolean().default(false),
    /** The first person's id when the caller has already chosen it. */
    personId: idShape.optional(),
  }),
  may: async (_args, { reading }) => ((await theForce(reading)) === null ? null : forceBook.say('force/only-one')),
  decide: (args, { now, newId }) => {
    if (!args.hasAreas && args.areas.length > 0) return refused(forceBook.say('force/areas-not-wanted', { field: 'areas' }));
    const today = dayOf(now);
    const forceId = newId();
    const personId = args.personId ?? newId();
    const appointmentId = newId();
    const name = `${args.givenName} ${args.familyName}`;
    const areaIds = args.areas.map(() => newId());
    const changes: Change[] = [
      {
        put: organisationRecord({
          kind: 'force',
          id: forceId,
          scope: forceId,
          state: 'in-use',
          sortAt: args.forceName,
          body: {
            name: args.forceName,
            code: args.forceCode,
            hasAreas: args.hasAreas,
            sample: args.sample,
            configuredBy: name,
            configuredBecause: '',
          },
        }),
      },
      ...args.areas.map((area, index) => ({
        put: organisationRecord({
          kind: 'area',
          id: areaIds[index] ?? '',
          scope: forceId,
          state: 'in-use',
          sortAt: area.name,
          body: {
            spans: [
              {
                from: today,
                name: area.name,
                code: area.code,
                runsStrategic: true,
                runsTactical: true,
                inUse: true,
                decidedBy: name,
                reason: '',
              },
            ],
          },
        }),
      })),
      {
        put: organisationRecord({
          kind: 'person',
          id: personId,
          scope: forceId,
          state: 'serving',
          sortAt: personSortAt(args),
          body: {
            givenName: args.givenName,
            familyName: args.familyName,
            rank: args.rank,
            serviceNumber: args.serviceNumber,
            jobTitle: '',
            partnerAgencyId: '',
            unitId: '',
            email: '',
            telephone: '',
            clearance: 'OFFICIAL-SENSITIVE',
            from: today,
            to: '',
          },
        }),
      },
      {
        put: organisationRecord({
          kind: 'appointment',
          id: appointmentId,
          scope: forceId,
          state: 'held',
          sortAt: today,
          parent: forceId,
          owner: personId,
          body: {
            personId,
            role: 'administrator',
            scopeType: 'force',
            scopeId: forceId,
            from: today,
            to: '',
            memberFunction: '',
            deputyForId: '',
            responsibilities: [],
            authority: '',
            delegation: '',
            delegatedById: '',
            reason: 'First set-up of this workstation',
            givenBy: name,
            endedBecause: '',
            rankWhenGiven: args.rank,
          },
        }),
      },
    ];
    return ok({
      changes,
      subject: { kind: 'force', id: forceId },
      facts: { areas: args.areas.length },
      out: { forceId, personId, appointmentId, areaIds },
    });
  },
});

/** Renames the force, switches the area level on or off, and says who decided the configuration and why (duties 6, 62). */
export const describeForce = defineCommand({
  name: 'force.describe',
  args: z.object({
    name: lineShape(120),
    code: forceBody.shape.code,
    hasAreas: z.boolean(),
    configuredBy: lineShape(200),
    configuredBecause: maybeLineShape(2000),
  }),
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async (args, { reading }) => {
    const before = await theForce(reading);
    if (before === null) return refused(forceBook.say('force/none-yet'));
    return ok({
      changes: [{ put: amended(before, { sortAt: args.name, body: { ...before.body, ...args } }) }],
      subject: { kind: 'force', id: before.id },
      facts: { hasAreas: args.hasAreas },
      out: null,
    });
  },
});

export const forceCommands = [foundForce, describeForce] as const;
