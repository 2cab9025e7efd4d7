import type { ReactNode } from 'react';
import type { QueryView } from '#shared/domain/registry.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { appText } from '#renderer/text/app.ts';
import { ChoiceField, type FieldParts } from './field.tsx';

export interface PersonToChoose {
  readonly id: string;
  readonly name: string;
  /** Left out when the name carries it. */
  readonly rank?: string;
  /** The whole line, when it is more than rank and name: `DI Ann Patel (chair)`. */
  readonly label?: string;
  /** What tells two people of one name apart: job, unit, number. */
  readonly detail?: string;
}

export type ServingPerson = QueryView<'people-to-choose'>['rows'][number];

interface PersonPickerProps extends FieldParts {
  /** Whom one may choose, in the order to show; everyone serving today when left out. */
  readonly people?: readonly PersonToChoose[];
  /** Leaves out, of everyone serving, whom one may not choose here. */
  readonly only?: (person: ServingPerson) => boolean;
  readonly value: string;
  readonly onChange: (personId: string) => void;
  readonly disabled?: boolean;
  /** Shows a cross that takes the choice back, for filters. */
  readonly clearable?: boolean;
}

/** One person, found by typing part of the name, rank, role or number. */
export function PersonPicker({ people: given, only = () => true, ...rest }: PersonPickerProps): ReactNode {
  const view = useView('people-to-choose', given ? null : {});
  const serving =
    view.state === 'ready'
      ? view.view.rows
          .filter(only)
          .map((person) => ({ id: person.id, name: person.name, label: person.label, detail: person.serviceNumber }))
      : [];
  return (
    <ChoiceField
      placeholder={appText.components.pickPerson}
      nothingFoundMessage={appText.components.nobodyFits}
      limit={60}
      choices={(given ?? serving).map((person) => ({ value: person.id, label: lineOf(person) }))}
      {...rest}
    />
  );
}

function lineOf({ name, rank = '', label, detail = '' }: PersonToChoose): string {
  const line = label ?? `${rank} ${name}`.trim();
  return detail === '' ? line : `${line} · ${detail}`;
}
