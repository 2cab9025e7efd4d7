import { assertNever } from '#shared/base/assert-never.ts';
import type { Day } from '#shared/base/time.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import { lastSpan, spanOn } from '#shared/domain/force/spans.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import type { AppointmentBody } from './appointment.schema.ts';

/** The force, area, unit or group of an appointment, as it is on a day; null when there is none. */
export async function scopeAt(
  reading: Reading,
  scopeType: AppointmentBody['scopeType'],
  scopeId: string,
  on: Day,
): Promise<{ readonly name: string; readonly inUse: boolean } | null> {
  switch (scopeType) {
    case 'force': {
      const found = await reading.one('force', scopeId);
      return found === null ? null : { name: found.body.name, inUse: true };
    }
    case 'area': {
      const found = await reading.one('area', scopeId);
      return found === null
        ? null
        : { name: (spanOn(found.body.spans, on) ?? lastSpan(found.body.spans)).name, inUse: spanOn(found.body.spans, on)?.inUse === true };
    }
    case 'unit': {
      const found = await reading.one('unit', scopeId);
      return found === null
        ? null
        : { name: (spanOn(found.body.spans, on) ?? lastSpan(found.body.spans)).name, inUse: spanOn(found.body.spans, on)?.inUse === true };
    }
    case 'group': {
      const found = await reading.one('group', scopeId);
      return found === null ? null : { name: found.body.name, inUse: countsOn(found.body, on) };
    }
    default:
      return assertNever(scopeType);
  }
}
