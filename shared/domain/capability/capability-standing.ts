import { type Day, daysBetween } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import type { Warning } from '#shared/domain/governance/warning.ts';
import type { CAPABILITIES, CapabilityBody } from './capability.schema.ts';

export type CapabilityKey = (typeof CAPABILITIES)[number];
type NamedKey = Exclude<CapabilityKey, 'other'>;

/** A capability that expires within this many days is worth renewing. */
const ENDS_SOON_DAYS = 60;

/** The capabilities the doctrine names, each with its duty, in its order. */
export const NAMED_CAPABILITIES: readonly { readonly key: NamedKey; readonly name: string; readonly duty: number }[] = [
  { key: 'financial-intelligence', name: 'Financial intelligence', duty: 19 },
  { key: 'prison-intelligence', name: 'Prison intelligence', duty: 20 },
  { key: 'public-order-intelligence', name: 'Public order intelligence', duty: 21 },
  { key: 'intelligence-cycle', name: 'Work through the intelligence cycle', duty: 22 },
  { key: 'analysis', name: 'Analysis to inform decisions', duty: 23 },
  { key: 'operational-support', name: 'Support to operational activities', duty: 24 },
];

export function capabilityName(body: Pick<CapabilityBody, 'capability' | 'name'>): string {
  return NAMED_CAPABILITIES.find((one) => one.key === body.capability)?.name ?? body.name;
}

/** How a capability stands on a day. `not-recorded` is one the doctrine names and nobody has said anything of. */
export type CapabilityStanding = 'in-place' | 'ends-soon' | 'expired' | 'none' | 'not-recorded';

export function standingOn(body: Pick<CapabilityBody, 'standing' | 'expiresOn'> | null, on: Day): CapabilityStanding {
  if (body === null) return 'not-recorded';
  if (body.standing === 'none') return 'none';
  if (body.expiresOn === '') return 'in-place';
  if (body.expiresOn < on) return 'expired';
  return daysBetween(on, body.expiresOn) <= ENDS_SOON_DAYS ? 'ends-soon' : 'in-place';
}

/** What is amiss with a capability on a day, or nothing; red where the force is without it, amber where it soon will be (duty 17). */
export function capabilityWarning(
  key: CapabilityKey,
  body: CapabilityBody | null,
  on: Day,
): (Warning & { readonly severity: 'red' | 'amber' }) | null {
  const duty = NAMED_CAPABILITIES.find((one) => one.key === key)?.duty;
  const duties = duty === undefined ? [17] : [17, duty];
  const via = body === null || body.provider === '' ? '' : ` (through ${body.provider})`;
  const standing = standingOn(body, on);
  switch (standing) {
    case 'in-place':
      return null;
    case 'ends-soon':
      return { severity: 'amber', code: 'capability/ends-soon', duties, sentence: `Ends on ${dayText(body?.expiresOn as Day)}${via}.` };
    case 'expired':
      return { severity: 'red', code: 'capability/expired', duties, sentence: `Expired on ${dayText(body?.expiresOn as Day)}${via}.` };
    case 'none':
      return { severity: 'red', code: 'capability/none', duties, sentence: 'The force neither has it nor has access to it.' };
    case 'not-recorded':
      return {
        severity: 'red',
        code: 'capability/not-recorded',
        duties,
        sentence: 'It is not recorded whether the force has it, or through whom.',
      };
  }
}
