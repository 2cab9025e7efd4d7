import { z } from 'zod';
import { dayShape, idShape, lineShape, maybeLineShape } from '#shared/base/shapes.ts';
import { ok, refused } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import { forceBook, theForce } from '#shared/domain/force/force.rules.ts';
import { mayOrganise } from '#shared/domain/force/force.policy.ts';
import { amended, organisationRecord } from '#shared/domain/force/organisation-record.ts';
import { lastSpan, spanOn, withSpan } from '#shared/domain/force/spans.ts';
import { defineCommand } from '#shared/domain/kit/command.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import { areaBook } from './area.rules.ts';
import { areaSpan } from './area.schema.ts';

const configuration = z.object({
  from: dayShape,
  name: lineShape(120),
  code: areaSpan.shape.code,
  runsStrategic: z.boolean().default(true),
  runsTactical: z.boolean().default(true),
  decidedBy: lineShape(200),
  reason: maybeLineShape(2000).default(''),
});

/** Adds a command area from a day (duty 6). */
export const addArea = defineCommand({
  name: 'area.add',
  args: configuration,
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async (args, { reading, newId }) => {
    const force = await theForce(reading);
    if (force === null) return refused(forceBook.say('force/none-yet'));
    if (!force.body.hasAreas) return refused(areaBook.say('area/level-off'));
    const id = newId();
    return ok({
      changes: [
        {
          put: organisationRecord({
            kind: 'area',
            id,
            scope: force.id,
            state: 'in-use',
            sortAt: args.name,
            body: { spans: [{ ...args, inUse: true }] },
          }),
        },
      ],
      subject: { kind: 'area', id },
      out: { areaId: id },
    });
  },
});

/** Changes how an area is configured from a day on, keeping the old form; a closed area is in use again from then (duty 7). */
export const changeArea = defineCommand({
  name: 'area.change',
  args: configuration.extend({ areaId: idShape }),
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async ({ areaId, ...span }, { reading }) => {
    const before = await reading.one('area', areaId);
    if (before === null) return refused(areaBook.say('area/unknown', { field: 'areaId' }));
    const spans = withSpan(before.body.spans, { ...span, inUse: true });
    const last = lastSpan(spans);
    return ok({
      changes: [{ put: amended(before, { state: last.inUse ? 'in-use' : 'closed', sortAt: last.name, body: { ...before.body, spans } }) }],
      subject: { kind: 'area', id: areaId },
      out: null,
    });
  },
});

/** Closes an area from a day; what it was before stays readable (duties 7, 62). */
export const closeArea = defineCommand({
  name: 'area.close',
  args: z.object({ areaId: idShape, from: dayShape, decidedBy: lineShape(200), reason: lineShape(2000) }),
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async (args, { reading }) => {
    const before = await reading.one('area', args.areaId);
    if (before === null) return refused(areaBook.say('area/unknown', { field: 'areaId' }));
    const was = spanOn(before.body.spans, args.from);
    if (was === null)
      return refused(
        areaBook.say('area/not-begun', {
          field: 'from',
          facts: { on: dayText(args.from), from: dayText(before.body.spans[0]?.from ?? args.from) },
        }),
      );
    if (!was.inUse) return refused(areaBook.say('area/closed-already', { field: 'from' }));
    const held = await heldBy(reading, args.areaId, args.from);
    if (held.units.length > 0)
      return refused(areaBook.say('area/has-units', { facts: { on: dayText(args.from), names: held.units.join(', ') } }));
    if (held.groups.length > 0)
      return refused(areaBook.say('area/has-groups', { facts: { on: dayText(args.from), names: held.groups.join(', ') } }));
    const spans = [
      ...before.body.spans.filter((span) => span.from < args.from),
      { ...was, from: args.from, inUse: false, decidedBy: args.decidedBy, reason: args.reason },
    ];
    return ok({
      changes: [{ put: amended(before, { state: 'closed', body: { ...before.body, spans } }) }],
      subject: { kind: 'area', id: args.areaId },
      out: null,
    });
  },
});

/** Names of the units and groups an area still has on a day. */
async function heldBy(
  reading: Reading,
  areaId: string,
  on: Day,
): Promise<{ readonly units: readonly string[]; readonly groups: readonly string[] }> {
  const spans = (await reading.many('unit')).map((unit) => spanOn(unit.body.spans, on));
  const units = spans.flatMap((span) => (span?.inUse && span.areaId === areaId ? [span.name] : []));
  const groups = (await reading.many('group', { parent: areaId })).filter((group) => countsOn(group.body, on));
  return { units, groups: groups.map((group) => group.body.name) };
}

export const areaCommands = [addArea, changeArea, closeArea] as const;
