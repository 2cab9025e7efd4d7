import { MultiSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AgencyChoice } from '#shared/domain/publication/publication.queries.ts';
import { type FieldParts, wrapperProps } from '#renderer/components/field.tsx';
import { publicationsText } from '#renderer/text/publications.ts';

const words = publicationsText.publish;

interface AgenciesFieldProps extends FieldParts {
  readonly agencies: readonly AgencyChoice[];
  readonly value: readonly string[];
  readonly onChange: (agencyIds: readonly string[]) => void;
}

/** Partner agencies; one that nothing may be sent to stays in view and says why (duties 67, 68). */
export function AgenciesField({ agencies, value, onChange, ...parts }: AgenciesFieldProps): ReactNode {
  return (
    <MultiSelect
      {...wrapperProps(parts)}
      data={agencies.map(({ id, name, hindrance, people }) => ({
        value: id,
        label: hindrance === '' ? words.agency(name, people) : words.agencyNot(name, hindrance),
        disabled: hindrance !== '' && !value.includes(id),
      }))}
      value={[...value]}
      onChange={onChange}
      nothingFoundMessage={words.nobodyFits}
      searchable
      maxDropdownHeight="16rem"
      comboboxProps={{ position: 'bottom-start', transitionProps: { duration: 0 } }}
    />
  );
}
