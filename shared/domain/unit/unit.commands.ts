import { z } from 'zod';
import { dayShape, idShape, lineShape, maybeIdShape, maybeLineShape, maybeProseShape } from '#shared/base/shapes.ts';
import { ok, refused } from '#shared/base/result.ts';
import { dayText } from '#shared/base/time-text.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import { forceBook, theForce } from '#shared/domain/force/force.rules.ts';
import { mayOrganise } from '#shared/domain/force/force.policy.ts';
import { amended, organisationRecord } from '#shared/domain/force/organisation-record.ts';
import { lastSpan, spanOn, withSpan } from '#shared/domain/force/spans.ts';
import { defineCommand } from '#shared/domain/kit/command.ts';
import { unitBook } from './unit.rules.ts';
import { UNIT_TYPES } from './unit.schema.ts';

const configuration = z.object({
  from: dayShape,
  name: lineShape(120),
  unitType: z.enum(UNIT_TYPES),
  areaId: maybeIdShape.default(''),
  remit: maybeProseShape(2000).default(''),
  decidedBy: lineShape(200),
  reason: maybeLineShape(2000).default(''),
  telephone: maybeLineShape(40).default(''),
  email: maybeLineShape(200).default(''),
});

/** Adds a unit from a day, for an area or the whole force (duties 6, 8). */
export const addUnit = defineCommand({
  name: 'unit.add',
  args: configuration,
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async ({ telephone, email, ...span }, { reading, newId }) => {
    const force = await theForce(reading);
    if (force === null) return refused(forceBook.say('force/none-yet'));
    const id = newId();
    const body = { spans: [{ ...span, inUse: true }], telephone, email };
    return ok({
      changes: [{ put: organisationRecord({ kind: 'unit', id, scope: force.id, state: 'in-use', sortAt: span.name, body }) }],
      subject: { kind: 'unit', id },
      out: { unitId: id },
    });
  },
});

/** Changes a unit from a day on, keeping the old form; a closed unit is in use again from then (duty 7). */
export const changeUnit = defineCommand({
  name: 'unit.change',
  args: configuration.extend({ unitId: idShape }),
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async ({ unitId, telephone, email, ...span }, { reading }) => {
    const before = await reading.one('unit', unitId);
    if (before === null) return refused(unitBook.say('unit/unknown', { field: 'unitId' }));
    const spans = withSpan(before.body.spans, { ...span, inUse: true });
    const last = lastSpan(spans);
    return ok({
      changes: [
        {
          put: amended(before, {
            state: last.inUse ? 'in-use' : 'closed',
            sortAt: last.name,
            body: { ...before.body, spans, telephone, email },
          }),
        },
      ],
      subject: { kind: 'unit', id: unitId },
      out: null,
    });
  },
});

/** Closes a unit from a day; refused while people belong to it (duty 7). */
export const closeUnit = defineCommand({
  name: 'unit.close',
  args: z.object({ unitId: idShape, from: dayShape, decidedBy: lineShape(200), reason: lineShape(2000) }),
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async (args, { reading }) => {
    const before = await reading.one('unit', args.unitId);
    if (before === null) return refused(unitBook.say('unit/unknown', { field: 'unitId' }));
    const was = spanOn(before.body.spans, args.from);
    if (was === null)
      return refused(
        unitBook.say('unit/not-begun', {
          field: 'from',
          facts: { on: dayText(args.from), from: dayText(before.body.spans[0]?.from ?? args.from) },
        }),
      );
    if (!was.inUse) return refused(unitBook.say('unit/closed-already', { field: 'from' }));
    const people = (await reading.many('person')).filter(
      (person) => person.body.unitId === args.unitId && countsOn(person.body, args.from),
    );
    if (people.length > 0) return refused(unitBook.say('unit/has-people', { facts: { count: people.length } }));
    const groups = (await reading.many('group', { parent: args.unitId })).filter((group) => countsOn(group.body, args.from));
    if (groups.length > 0)
      return refused(
        unitBook.say('unit/has-groups', { facts: { on: dayText(args.from), names: groups.map((group) => group.body.name).join(', ') } }),
      );
    const spans = [
      ...before.body.spans.filter((span) => span.from < args.from),
      { ...was, from: args.from, inUse: false, decidedBy: args.decidedBy, reason: args.reason },
    ];
    return ok({
      changes: [{ put: amended(before, { state: 'closed', body: { ...before.body, spans } }) }],
      subject: { kind: 'unit', id: args.unitId },
      out: null,
    });
  },
});

export const unitCommands = [addUnit, changeUnit, closeUnit] as const;
