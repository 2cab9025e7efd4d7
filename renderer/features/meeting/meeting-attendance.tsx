import { Button, SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { MeetingPage } from '#shared/domain/meeting/meeting.queries.ts';
import { ATTENDANCE_STATUSES } from '#shared/domain/meeting/meeting.schema.ts';
import { useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { announce } from '#renderer/app/shell/announce.ts';
import { ChoiceField } from '#renderer/components/field.tsx';
import { PersonPicker } from '#renderer/components/person-picker.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { meetingsText } from '#renderer/text/meetings.ts';
import styles from './meeting.module.css';

const words = meetingsText.attendance;
type Row = MeetingPage['attendance'][number];

/** Who is here, who sent apologies, who sits in for whom; warnings about partners and rank stand beside the name (duties 66-68, 118). */
export function MeetingAttendance({
  view,
  roleName,
}: {
  readonly view: MeetingPage;
  readonly roleName: (role: string) => string;
}): ReactNode {
  const set = useCommand('meeting.set-attendance');
  const [adding, setAdding] = useState('');
  const mayChange = view.steps.setAttendance === null;
  const mark = async (
    row: Pick<Row, 'id' | 'name' | 'deputyId' | 'note'>,
    status: Row['status'],
    deputyId = row.deputyId,
  ): Promise<void> => {
    const result = await set.run({ meetingId: view.id, personId: row.id, status: status as 'present', deputyId, note: row.note });
    if (result.ok) announce(words.marked(row.name, words.statuses[status] ?? status));
  };
  const expected = view.attendance.filter((row) => row.status === 'expected');
  const present = view.attendance.filter((row) => row.status === 'present' || row.deputyId !== '').length;
  const others = view.people.filter((person) => !view.attendance.some((row) => row.id === person.id));
  return (
    <section className={styles['section']} aria-label={meetingsText.page.attendance}>
      <header className={styles['sectionHead']}>
        <h2>{meetingsText.page.attendance}</h2>
        <span className={styles['none']}>{words.present(present, view.attendance.length)}</span>
        {mayChange && expected.length > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            loading={set.busy}
            onClick={() =>
              void (async () => {
                for (const row of expected) await mark(row, 'present');
              })()
            }
          >
            {words.allPresent}
          </Button>
        )}
      </header>
      <RefusalNote refusals={set.refusals} />
      <ul className={styles['plain']}>
        {view.attendance.map((row) => (
          <li key={row.id}>
            <div className={styles['what']}>
              <p className={styles['itemTitle']}>{row.name}</p>
              <p className={styles['below']}>
                <span className={styles['role']}>{row.role === 'in-attendance' ? words.inAttendance : roleName(row.role)}</span>
                {row.partner && <span>{words.partner}</span>}
                {row.deputy !== '' && <span>{`${words.deputy}: ${row.deputy}`}</span>}
                {row.note !== '' && <span>{row.note}</span>}
                {row.warning !== '' && <StatusText tone="attention">{row.warning}</StatusText>}
              </p>
              {mayChange && row.status === 'apologies' && (
                <div className={styles['deputy']}>
                  <PersonPicker
                    name={`deputy-${row.id}`}
                    label={words.deputyFor(row.name)}
                    optional
                    people={view.people.filter((person) => person.id !== row.id).map(({ id, name }) => ({ id, name, rank: '' }))}
                    value={row.deputyId}
                    onChange={(deputyId) => void mark(row, row.status, deputyId)}
                  />
                </div>
              )}
            </div>
            {mayChange ? (
              <SegmentedControl
                size="xs"
                aria-label={words.statusOf(row.name)}
                value={row.status}
                onChange={(status) => void mark(row, status, status === 'apologies' ? row.deputyId : '')}
                data={ATTENDANCE_STATUSES.map((value) => ({ value, label: words.statuses[value] ?? value }))}
                transitionDuration={0}
                withItemsBorders={false}
              />
            ) : (
              <StatusText tone={row.status === 'present' ? 'good' : 'quiet'}>{words.statuses[row.status]}</StatusText>
            )}
          </li>
        ))}
      </ul>
      {mayChange && others.length > 0 && (
        <div className={styles['addPerson']}>
          <ChoiceField
            name="attendance-add"
            label={words.addPerson}
            optional
            value={adding}
            onChange={setAdding}
            choices={others.map(({ id, name }) => ({ value: id, label: name }))}
            limit={50}
          />
          <Button
            variant="default"
            disabled={adding === ''}
            onClick={() => {
              const person = others.find((one) => one.id === adding);
              if (person !== undefined)
                void mark({ id: person.id, name: person.name, deputyId: '', note: '' }, 'present').then(() => setAdding(''));
            }}
          >
            {words.add}
          </Button>
        </div>
      )}
    </section>
  );
}
