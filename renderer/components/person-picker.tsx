import type { ReactNode } from 'react';
import type { Marking } from '#shared/contracts/record/record.ts';
import { type Sensitivity, clearanceConcern } from '#shared/domain/access/need-to-know.ts';
import type { QueryView } from '#shared/domain/registry.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { appText } from '#renderer/text/app.ts';
import { type Choice, ChoiceField, type FieldParts } from './field.tsx';

export interface PersonToChoose {
  readonly id: string;
  readonly name: string;
  /** Left out when the name carries it. */
  readonly rank?: string;
  /** The whole line, when it is more than rank and name: `DI Ann Patel (chair)`. */
  readonly label?: string;
  /** What tells two people of one name apart: job, unit, number. */
  readonly detail?: string;
  /** What the person may see; without it nobody is marked as not cleared. */
  readonly clearance?: Marking;
  readonly partner?: boolean;
}

export type ServingPerson = QueryView<'people-to-choose'>['rows'][number];

interface PersonPickerProps extends FieldParts {
  /** Whom one may choose, in the order to show; everyone serving today when left out. */
  readonly people?: readonly PersonToChoose[];
  /** Leaves out, of everyone serving, whom one may not choose here. */
  readonly only?: (person: ServingPerson) => boolean;
  /** How closely what the person is named on is held: those who could not see it stand in the list as such and cannot be chosen (duties 30, 41, 119). */
  readonly held?: Sensitivity;
  readonly value: string;
  readonly onChange: (personId: string) => void;
  readonly disabled?: boolean;
  /** Shows a cross that takes the choice back, for filters. */
  readonly clearable?: boolean;
}

/** One person, found by typing part of the name, rank, role or number. */
export function PersonPicker({ people: given, only = () => true, held, error, ...rest }: PersonPickerProps): ReactNode {
  const view = useView('people-to-choose', given ? null : {});
  const serving =
    view.state === 'ready' ? view.view.rows.filter(only).map((person) => ({ ...person, rank: '', detail: person.serviceNumber })) : [];
  const people = given ?? serving;
  const chosen = people.find((person) => person.id === rest.value);
  return (
    <ChoiceField
      placeholder={appText.components.pickPerson}
      nothingFoundMessage={appText.components.nobodyFits}
      limit={60}
      comboboxProps={{ width: '24rem', position: 'bottom-start', transitionProps: { duration: 0 } }}
      choices={choicesOf(people, held)}
      error={error ?? (chosen === undefined ? undefined : refusalOf(chosen, held)?.message)}
      {...rest}
    />
  );
}

/** The lines of a list of people; those who could not see what they would be named on come last, say so, and cannot be chosen. */
export function choicesOf(people: readonly PersonToChoose[], held: Sensitivity | undefined): readonly Choice[] {
  const choices = people.map((person): Choice => {
    const refusal = refusalOf(person, held);
    if (refusal === null) return { value: person.id, label: lineOf(person) };
    const why =
      refusal.code === 'access/police-only-not-for-partners' ? appText.components.partnerNotCleared : appText.components.notCleared;
    return { value: person.id, label: `${lineOf(person)} · ${why(held?.marking ?? '')}`, disabled: true };
  });
  return [...choices.filter((choice) => choice.disabled !== true), ...choices.filter((choice) => choice.disabled === true)];
}

/** Why this person could not see what they would be named on; null when they could, or where nothing is known of them. */
export function refusalOf(
  { id, name, clearance, partner = false }: PersonToChoose,
  held: Sensitivity | undefined,
): ReturnType<typeof clearanceConcern> {
  return held === undefined || clearance === undefined ? null : clearanceConcern({ id, name, clearance, partner }, held);
}

function lineOf({ name, rank = '', label, detail = '' }: PersonToChoose): string {
  const line = label ?? `${rank} ${name}`.trim();
  return detail === '' ? line : `${line} · ${detail}`;
}
