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
  readonly at: Form<DecidedFrom>['at'];
  readonly help: string;
  readonly reasonOptional?: boolean;
}

/** The fields of `DecidedFrom`, at the end of a form. */
export function DecidedFromFields({ at, help, reasonOptional = false }: DecidedFromFieldsProps): ReactNode {
  return (
    <>
      <DayField {...at('from')} help={help} />
      <TextField {...at('decidedBy')} />
      <TextArea {...at('reason')} optional={reasonOptional} />
    </>
  );
}
