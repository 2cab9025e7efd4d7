import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Instant } from '#shared/base/time.ts';
import type { Form } from '#renderer/components/command-form.tsx';
import { InstantField } from '#renderer/components/day-field.tsx';
import { TextField, wrapperProps } from '#renderer/components/field.tsx';
import { meetingsText } from '#renderer/text/meetings.ts';

/** When a meeting is held, for how long, and where. */
export interface WhenAndWhere extends Readonly<Record<string, unknown>> {
  readonly startsAt: Instant | '';
  readonly minutesPlanned: number;
  readonly place: string;
}

const words = meetingsText.form;

/** The fields of `WhenAndWhere`, for scheduling and for moving a meeting. */
export function WhenAndWhereFields({
  form: { fields, set, error },
}: {
  readonly form: Pick<Form<WhenAndWhere>, 'fields' | 'set' | 'error'>;
}): ReactNode {
  return (
    <>
      <InstantField
        name="startsAt"
        label={words.startsAt}
        value={fields.startsAt}
        onChange={(value) => set('startsAt', value)}
        error={error('startsAt')}
      />
      <NumberInput
        {...wrapperProps({ name: 'minutesPlanned', label: words.minutes, error: error('minutesPlanned') })}
        min={5}
        max={1440}
        step={15}
        value={fields.minutesPlanned}
        onChange={(value) => set('minutesPlanned', Number(value) || 0)}
      />
      <TextField
        name="place"
        label={words.place}
        optional
        value={fields.place}
        onChange={(value) => set('place', value)}
        error={error('place')}
      />
    </>
  );
}
