import { z } from 'zod';
import { dayShape } from '#shared/base/shapes.ts';
import { type Day, dayOf, type Instant } from '#shared/base/time.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import { heldOn, holdersOf, type Organisation, type PersonTag, readOrganisation } from '#shared/domain/governance/organisation.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import type { ForceBody } from './force.schema.ts';
import { lastSpan, spanOn } from './spans.ts';

/** A place of the structure as it is on a day. */
export interface StructureNode {
  readonly id: string;
  readonly kind: 'force' | 'area' | 'unit';
  readonly name: string;
  readonly code: string;
  readonly unitType: string;
  /** Area of a unit; empty for the whole force. */
  readonly areaId: string;
  readonly remit: string;
  readonly telephone: string;
  readonly email: string;
  readonly runsStrategic: boolean;
  readonly runsTactical: boolean;
  /** Where it stands in time on the day asked about. */
  readonly standing: 'in-use' | 'closed' | 'not-yet';
  /** First day of the configuration shown. */
  readonly since: string;
  readonly decidedBy: string;
  readonly reason: string;
  readonly heads: readonly PersonTag[];
  readonly people: number;
  readonly groups: readonly { readonly id: string; readonly code: string; readonly name: string; readonly groupType: string }[];
  /** Every configuration it ever had or will have, latest first (duty 7). */
  readonly history: readonly NodeChange[];
}

/** One configuration of a place, from a day on. */
export interface NodeChange {
  readonly id: string;
  readonly from: string;
  readonly name: string;
  readonly detail: string;
  readonly inUse: boolean;
  readonly decidedBy: string;
  readonly reason: string;
}

/** The tree of force, areas and units as at a day, with heads, groups, who decided and why (duties 6-8, 62). */
export const forceStructureQuery = defineQuery({
  name: 'force-structure',
  args: z.object({ asAt: dayShape }),
  read: async ({ asAt }, { reading }) => {
    const organisation = await readOrganisation(reading);
    const { force } = organisation;
    if (force === null) return { asAt, force: null, nodes: [] as readonly StructureNode[] };
    const versions = [...(await reading.versions('force', force.id)), force];
    const then = versions.findLast((version) => dayOf(version.updatedAt as Instant) <= asAt) ?? versions[0] ?? force;
    const nodes = [
      forceNode(organisation, force, then.body, versions, asAt),
      ...organisation.areas.map((area) => areaNode(organisation, area, asAt)),
      ...organisation.units.map((unit) => unitNode(organisation, unit, asAt)),
    ];
    return {
      asAt,
      force: {
        id: force.id,
        name: then.body.name,
        code: then.body.code,
        hasAreas: then.body.hasAreas,
        sample: then.body.sample,
        configuredBy: then.body.configuredBy,
        configuredBecause: then.body.configuredBecause,
      },
      nodes,
    };
  },
});

function groupsAt(organisation: Organisation, nodeId: string, on: Day): StructureNode['groups'] {
  return organisation.groups
    .filter((group) => group.body.nodeId === nodeId && countsOn(group.body, on))
    .map((group) => ({ id: group.id, code: group.body.code, name: group.body.name, groupType: group.body.groupType }));
}

function forceNode(
  organisation: Organisation,
  force: RecordOf<'force'>,
  body: ForceBody,
  versions: readonly RecordOf<'force'>[],
  on: Day,
): StructureNode {
  const held = heldOn(organisation, on);
  return {
    id: force.id,
    kind: 'force',
    name: body.name,
    code: body.code,
    unitType: '',
    areaId: '',
    remit: '',
    telephone: '',
    email: '',
    runsStrategic: true,
    runsTactical: true,
    standing: 'in-use',
    since: dayOf(force.createdAt as Instant),
    decidedBy: body.configuredBy,
    reason: body.configuredBecause,
    heads: holdersOf(organisation, held, force.id, 'chief-officer-lead', 'director-of-intelligence'),
    people: [...organisation.people.values()].filter((person) => countsOn(person.body, on)).length,
    groups: groupsAt(organisation, force.id, on),
    history: versions
      .map((version) => ({
        id: version.rev,
        from: dayOf(version.updatedAt as Instant),
        name: version.body.name,
        detail: version.body.hasAreas ? 'process at force and area level' : 'process at force level only',
        inUse: true,
        decidedBy: version.body.configuredBy,
        reason: version.body.configuredBecause,
      }))
      .reverse(),
  };
}

function areaNode(organisation: Organisation, area: RecordOf<'area'>, on: Day): StructureNode {
  const now = spanOn(area.body.spans, on);
  const shown = now ?? lastSpan(area.body.spans.slice(0, 1));
  const inArea = new Set(organisation.units.filter((unit) => spanOn(unit.body.spans, on)?.areaId === area.id).map((unit) => unit.id));
  const processes = (span: { readonly runsStrategic: boolean; readonly runsTactical: boolean }): string =>
    span.runsStrategic && span.runsTactical
      ? 'strategic and tactical process'
      : span.runsStrategic
        ? 'strategic process only'
        : span.runsTactical
          ? 'tactical process only'
          : 'no process of its own';
  return {
    id: area.id,
    kind: 'area',
    name: shown.name,
    code: shown.code,
    unitType: '',
    areaId: '',
    remit: '',
    telephone: '',
    email: '',
    runsStrategic: shown.runsStrategic,
    runsTactical: shown.runsTactical,
    standing: now === null ? 'not-yet' : now.inUse ? 'in-use' : 'closed',
    since: shown.from,
    decidedBy: shown.decidedBy,
    reason: shown.reason,
    heads: holdersOf(organisation, heldOn(organisation, on), area.id, 'director-of-intelligence', 'intelligence-manager'),
    people: [...organisation.people.values()].filter((person) => inArea.has(person.body.unitId) && countsOn(person.body, on)).length,
    groups: groupsAt(organisation, area.id, on),
    history: area.body.spans
      .map((span) => ({
        id: `${area.id}:${span.from}`,
        from: span.from,
        name: span.name,
        detail: processes(span),
        inUse: span.inUse,
        decidedBy: span.decidedBy,
        reason: span.reason,
      }))
      .reverse(),
  };
}

function unitNode(organisation: Organisation, unit: RecordOf<'unit'>, on: Day): StructureNode {
  const now = spanOn(unit.body.spans, on);
  const shown = now ?? lastSpan(unit.body.spans.slice(0, 1));
  const areaName = (areaId: string, day: Day): string => {
    const area = organisation.areas.find((one) => one.id === areaId);
    return area === undefined ? 'for the whole force' : `for ${(spanOn(area.body.spans, day) ?? lastSpan(area.body.spans)).name}`;
  };
  return {
    id: unit.id,
    kind: 'unit',
    name: shown.name,
    code: '',
    unitType: shown.unitType,
    areaId: shown.areaId,
    remit: shown.remit,
    telephone: unit.body.telephone,
    email: unit.body.email,
    runsStrategic: false,
    runsTactical: false,
    standing: now === null ? 'not-yet' : now.inUse ? 'in-use' : 'closed',
    since: shown.from,
    decidedBy: shown.decidedBy,
    reason: shown.reason,
    heads: holdersOf(organisation, heldOn(organisation, on), unit.id, 'unit-head'),
    people: [...organisation.people.values()].filter((person) => person.body.unitId === unit.id && countsOn(person.body, on)).length,
    groups: groupsAt(organisation, unit.id, on),
    history: unit.body.spans
      .map((span) => ({
        id: `${unit.id}:${span.from}`,
        from: span.from,
        name: span.name,
        detail: areaName(span.areaId, span.from),
        inUse: span.inUse,
        decidedBy: span.decidedBy,
        reason: span.reason,
      }))
      .reverse(),
  };
}

/** Name, code and level of the force, for frames and forms. */
export const forceQuery = defineQuery({
  name: 'force',
  args: z.object({}),
  read: async (_args, { reading }: { readonly reading: Reading }) => {
    const [force] = await reading.many('force');
    return force === undefined ? null : { id: force.id, ...pick(force.body) };
  },
});

function pick({
  name,
  code,
  hasAreas,
  sample,
  configuredBy,
  configuredBecause,
}: ForceBody): Pick<ForceBody, 'name' | 'code' | 'hasAreas' | 'sample' | 'configuredBy' | 'configuredBecause'> {
  return { name, code, hasAreas, sample, configuredBy, configuredBecause };
}

export const forceQueries = [forceStructureQuery, forceQuery] as const;
