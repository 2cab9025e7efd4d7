import { z } from 'zod';
import { idShape } from '#shared/base/shapes.ts';
import { type Day, dayOf, type Instant } from '#shared/base/time.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { rankAndName } from '#shared/domain/person/person-name.ts';
import { type CapabilityKey, capabilityName, capabilityWarning, NAMED_CAPABILITIES, standingOn } from './capability-standing.ts';
import type { CapabilityBody } from './capability.schema.ts';

/** What a line holds where nothing is recorded yet. */
const NOTHING = {
  standing: '' as const,
  provider: '',
  agreement: '',
  contact: '',
  channel: '',
  asOf: '' as const,
  expiresOn: '' as const,
  note: '',
};

/** Every capability on the list, and those the doctrine names whether or not anybody recorded them (duties 17, 19-24). */
export const capabilitiesQuery = defineQuery({
  name: 'capabilities',
  args: z.object({}),
  followsClock: true,
  read: async (_args, { reading, now }) => {
    const today = dayOf(now);
    const recorded = await reading.many('capability', { state: 'recorded' });
    const unrecorded = NAMED_CAPABILITIES.filter(({ key }) => !recorded.some(({ body }) => body.capability === key));
    const rows = [
      ...recorded.map((record) => rowOf(record.id, record.body.capability, record.body, today)),
      ...unrecorded.map(({ key }) => rowOf(key, key, null, today)),
    ];
    const place = (key: CapabilityKey): number => {
      const at = NAMED_CAPABILITIES.findIndex((one) => one.key === key);
      return at === -1 ? NAMED_CAPABILITIES.length : at;
    };
    rows.sort((a, b) => place(a.capability) - place(b.capability) || (a.name < b.name ? -1 : 1));
    return { today, rows };
  },
});

function rowOf(id: string, key: CapabilityKey, body: CapabilityBody | null, today: Day) {
  const warning = capabilityWarning(key, body, today);
  const { standing, provider, agreement, contact, channel, asOf, expiresOn, note } = body ?? NOTHING;
  return {
    id,
    /** False for one the doctrine names and nobody has recorded: a gap. */
    recorded: body !== null,
    capability: key,
    name: capabilityName(body ?? { capability: key, name: '' }),
    duty: NAMED_CAPABILITIES.find((one) => one.key === key)?.duty ?? 17,
    stands: standingOn(body, today),
    warning: warning?.sentence ?? '',
    severity: warning?.severity ?? ('' as const),
    standing,
    provider,
    agreement,
    contact,
    channel,
    asOf,
    expiresOn,
    note,
  };
}

/** Every standing a capability was recorded with, latest first, with who recorded it. */
export const capabilityHistoryQuery = defineQuery({
  name: 'capability-history',
  args: z.object({ capabilityId: idShape }),
  seen: ({ capabilityId }) => ({ kind: 'capability', id: capabilityId }),
  read: async ({ capabilityId }, { reading }) => {
    const now = await reading.one('capability', capabilityId);
    if (now === null) return { rows: [] };
    const versions = [...(await reading.versions('capability', capabilityId)), now];
    const names = await namesOf(reading, versions);
    return {
      rows: versions
        .map((version) => ({
          id: version.rev,
          on: dayOf(version.updatedAt as Instant),
          by: names.get(version.updatedBy) ?? '',
          removed: version.state === 'removed',
          because: version.body.removedBecause ?? '',
          standing: version.body.standing,
          provider: version.body.provider,
          asOf: version.body.asOf,
          expiresOn: version.body.expiresOn,
        }))
        .reverse(),
    };
  },
});

async function namesOf(reading: Reading, versions: readonly RecordOf<'capability'>[]): Promise<ReadonlyMap<string, string>> {
  const people = await reading.some('person', [...new Set(versions.map((version) => version.updatedBy))]);
  return new Map(people.map((person) => [person.id, rankAndName(person.body)]));
}

export const capabilityQueries = [capabilitiesQuery, capabilityHistoryQuery] as const;
