import type { ReactNode } from 'react';
import type { Instant } from '#shared/base/time.ts';
import type { Form } from '#renderer/components/command-form.tsx';
import { InstantField } from '#renderer/components/day-field.tsx';
import { NumberField, TextField } from '#renderer/components/field.tsx';

/** When a meeting is held, for how long, and where. */
export interface WhenAndWhere extends Readonly<Record<string, unknown>> {
  readonly startsAt: Instant | '';
  readonly minutesPlanned: number | '';
  readonly place: string;
}

/** The fields of `WhenAndWhere`, for scheduling and for moving a meeting. */
export function WhenAndWhereFields({ at }: { readonly at: Form<WhenAndWhere>['at'] }): ReactNode {
  return (
    <>
      <InstantField {...at('startsAt')} />
      <NumberField {...at('minutesPlanned')} min={5} max={1440} step={15} />
      <TextField {...at('place')} optional />
    </>
  );
}
