import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { Form } from './command-form.tsx';
import { DayField } from './day-field.tsx';
import { TextArea, TextField } from './field.tsx';

/** A change of the organisation that holds from a day: who decided it, and why (duty 7). */
export interface DecidedFrom extends Readonly<Record<string, unknown>> {
  readonly from: Day | '';
  readonly decidedBy: string;
  readonly reason: string;
}

interface DecidedFromFieldsProps {
  readonly form: Pick<Form<DecidedFrom>, 'fields' | 'set' | 'error'>;
  readonly labels: { readonly from: string; readonly decidedBy: string; readonly reason: string };
  readonly help: string;
  readonly reasonOptional?: boolean;
}

/** The fields of `DecidedFrom`, at the end of a form. */
export function DecidedFromFields({
  form: { fields, set, error },
  labels,
  help,
  reasonOptional = false,
}: DecidedFromFieldsProps): ReactNode {
  return (
    <>
      <DayField
        name="from"
        label={labels.from}
        help={help}
        value={fields.from}
        onChange={(value) => set('from', value)}
        error={error('from')}
      />
      <TextField
        name="decidedBy"
        label={labels.decidedBy}
        value={fields.decidedBy}
        onChange={(value) => set('decidedBy', value)}
        error={error('decidedBy')}
      />
      <TextArea
        name="reason"
        label={labels.reason}
        optional={reasonOptional}
        value={fields.reason}
        onChange={(value) => set('reason', value)}
        error={error('reason')}
      />
    </>
  );
}
