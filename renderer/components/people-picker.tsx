import { MultiSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Sensitivity } from '#shared/domain/access/need-to-know.ts';
import { appText } from '#renderer/text/app.ts';
import { type FieldParts, wrapperProps } from './field.tsx';
import { type PersonToChoose, choicesOf, refusalOf } from './person-picker.tsx';

interface PeoplePickerProps extends FieldParts {
  readonly people: readonly PersonToChoose[];
  /** How closely what they are named on is held: those who could not see it cannot be chosen. */
  readonly held?: Sensitivity;
  readonly value: readonly string[];
  readonly onChange: (personIds: string[]) => void;
}

/** Several people, found by typing part of the name. */
export function PeoplePicker({ people, held, value, onChange, error, ...parts }: PeoplePickerProps): ReactNode {
  const shutOut = people.filter((person) => value.includes(person.id)).flatMap((person) => refusalOf(person, held)?.message ?? []);
  return (
    <MultiSelect
      {...wrapperProps({ ...parts, error: error ?? shutOut[0] })}
      data={choicesOf(people, held).map((choice) => ({ ...choice }))}
      value={[...value]}
      onChange={onChange}
      nothingFoundMessage={appText.components.nobodyFits}
      searchable
      limit={60}
      maxDropdownHeight="16rem"
      comboboxProps={{ width: '24rem', position: 'bottom-start', transitionProps: { duration: 0 } }}
    />
  );
}
