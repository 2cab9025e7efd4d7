import { type ReactNode, useState } from 'react';
import type { SamplePerson } from '#shared/contracts/bridge/asks.ts';
import { TextField } from '#renderer/components/field.tsx';
import { sessionText } from '#renderer/text/session.ts';
import styles from './session.module.css';

const text = sessionText.sample;

/** Whom one may sign in as in the sample force; choosing one fills the fields. */
export function SamplePeople({
  people,
  onChoose,
}: {
  readonly people: readonly SamplePerson[];
  readonly onChoose: (person: SamplePerson) => void;
}): ReactNode {
  const [filter, setFilter] = useState('');
  const words = filter.toLowerCase().split(/\s+/);
  const shown = people.filter((person) => words.every((word) => `${person.name} ${person.does}`.toLowerCase().includes(word)));
  return (
    <section className={styles['people']} aria-label={text.title}>
      <h2 className={styles['subtitle']}>{text.title}</h2>
      <p className={styles['dimmed']}>{text.help}</p>
      {people.length > 8 && (
        <TextField name="sample-filter" label={text.filter} aria-required={false} value={filter} onChange={setFilter} />
      )}
      <ul className={styles['peopleList']}>
        {shown.map((person) => (
          <li key={person.signInName}>
            <button type="button" className={styles['person']} onClick={() => onChoose(person)}>
              <span className={styles['personName']}>{person.name}</span>
              <span className={styles['dimmed']}>{person.does}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
