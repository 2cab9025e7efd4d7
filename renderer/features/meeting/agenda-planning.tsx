import { ActionIcon, Button, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { MeetingPage } from '#shared/domain/meeting/meeting.queries.ts';
import { useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { CheckField, TextArea, TextField } from '#renderer/components/field.tsx';
import { PoliceOnly } from '#renderer/components/marking-badge.tsx';
import { PersonPicker } from '#renderer/components/person-picker.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { appText } from '#renderer/text/app.ts';
import { meetingsText } from '#renderer/text/meetings.ts';
import styles from './meeting.module.css';

const words = meetingsText.agenda;
type Item = MeetingPage['agenda'][number];

/** The agenda while it is planned: add, reword, reorder, take off; what is carried forward stays (duty 121). */
export function AgendaPlanning({ view }: { readonly view: MeetingPage }): ReactNode {
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<Item | null>(null);
  const [chosenId, setChosenId] = useState('');
  const move = useCommand('agenda-item.move');
  const remove = useCommand('agenda-item.remove');
  const planning = view.state === 'planned';
  const list = useRef<HTMLOListElement>(null);
  // One row is in the tab order, however long the agenda: the arrows go from row to row, so that whoever has no mouse gets past it.
  const reachedId = view.agenda.some((item) => item.id === chosenId) ? chosenId : (view.agenda[0]?.id ?? '');
  const walk = (event: KeyboardEvent<HTMLOListElement>): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const rows = [...(list.current?.children ?? [])];
    const row = rows.findIndex((one) => one.contains(event.target as Node));
    const next = rows[row + by];
    if (by === 0 || row === -1 || next === undefined) return;
    event.preventDefault();
    const place = [...(rows[row]?.querySelectorAll('button') ?? [])].indexOf(event.target as HTMLButtonElement);
    const buttons = [...next.querySelectorAll('button')];
    (buttons.slice(Math.max(0, place)).find((one) => !one.disabled) ?? buttons.find((one) => !one.disabled))?.focus();
  };
  const shift = (item: Item, by: -1 | 1): void => {
    const order = view.agenda;
    const at = order.indexOf(item);
    const before = by === -1 ? order[at - 1] : order[at + 2];
    void move.run({ itemId: item.id, beforeItemId: before?.id ?? '' });
  };
  return (
    <section className={styles['section']} aria-label={meetingsText.page.agenda}>
      <header className={styles['sectionHead']}>
        <h2>{meetingsText.page.agenda}</h2>
        {(planning || view.state === 'live') && (
          <RuleButton why={view.steps.changeAgenda} size="compact-sm" variant="default" onClick={() => setAdding(true)}>
            {words.add}
          </RuleButton>
        )}
      </header>
      <RefusalNote refusals={[...move.refusals, ...remove.refusals]} />
      {view.agenda.length === 0 && <p className={styles['none']}>{words.empty}</p>}
      <ol className={styles['agenda']} ref={list} onKeyDown={walk}>
        {view.agenda.map((item, index) => (
          <li key={item.id} data-chosen={item.id === chosenId ? '' : undefined} onFocus={() => setChosenId(item.id)}>
            <span className={styles['number']}>{item.number}</span>
            <div className={styles['what']}>
              <p className={styles['itemTitle']}>{item.title}</p>
              <p className={styles['below']}>
                {item.purpose !== '' && <span>{item.purpose}</span>}
                {item.carriedFromKind !== '' && <StatusText tone="attention">{words.carried[item.carriedFromKind]}</StatusText>}
                {item.lead !== '' && <span>{item.lead}</span>}
                {item.policeOnly && <PoliceOnly />}
                {item.state !== 'waiting' && (
                  <StatusText tone={item.state === 'decided' ? 'good' : item.state === 'open' ? 'active' : 'quiet'}>
                    {words.states[item.state]}
                  </StatusText>
                )}
                {item.outcomeReason !== '' && <span>{item.outcomeReason}</span>}
                {item.duties.length > 0 && (
                  <span className={styles['duties']}>
                    {appText.components.duties(item.duties)} {item.duties.join(', ')}
                  </span>
                )}
              </p>
            </div>
            {item.change === null && (
              <Group gap={4} wrap="nowrap" className={styles['rowActs']}>
                {planning && (
                  <>
                    <ActionIcon
                      size="sm"
                      variant="subtle"
                      color="gray"
                      tabIndex={item.id === reachedId ? 0 : -1}
                      disabled={index === 0}
                      aria-label={words.up(item.title)}
                      onClick={() => shift(item, -1)}
                    >
                      <IconArrowUp size="0.9rem" aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      size="sm"
                      variant="subtle"
                      color="gray"
                      tabIndex={item.id === reachedId ? 0 : -1}
                      disabled={index === view.agenda.length - 1}
                      aria-label={words.down(item.title)}
                      onClick={() => shift(item, 1)}
                    >
                      <IconArrowDown size="0.9rem" aria-hidden />
                    </ActionIcon>
                  </>
                )}
                <Button
                  tabIndex={item.id === reachedId ? 0 : -1}
                  size="compact-xs"
                  variant="subtle"
                  aria-label={`${words.change}: ${item.title}`}
                  onClick={() => setChanging(item)}
                >
                  {words.change}
                </Button>
                {planning && (
                  <RuleButton
                    why={item.remove}
                    tabIndex={item.id === reachedId ? 0 : -1}
                    size="compact-xs"
                    variant="subtle"
                    color="gray"
                    onClick={() =>
                      void remove.run({ itemId: item.id }).then((result) => {
                        if (result.ok) acknowledge(words.removed);
                      })
                    }
                  >
                    {words.remove}
                  </RuleButton>
                )}
              </Group>
            )}
          </li>
        ))}
      </ol>
      {adding && <ItemDialog view={view} item={null} onClose={() => setAdding(false)} />}
      {changing !== null && <ItemDialog view={view} item={changing} onClose={() => setChanging(null)} />}
    </section>
  );
}

function ItemDialog({
  view,
  item,
  onClose,
}: {
  readonly view: MeetingPage;
  readonly item: Item | null;
  readonly onClose: () => void;
}): ReactNode {
  const initial = {
    title: item?.title ?? '',
    purpose: item?.purpose ?? '',
    leadId: item?.leadId ?? '',
    policeOnly: item?.policeOnly ?? false,
  };
  const parts = {
    title: item === null ? words.addTitle : words.changeTitle,
    forKind: 'agenda-item',
    about: item?.id ?? view.id,
    initial,
    labels: words.fields,
    submit: item === null ? words.add : words.change,
    done: item === null ? words.added : words.changed,
    onDone: onClose,
    onCancel: onClose,
  };
  const children: Parameters<typeof CommandDialog<'agenda-item.add', typeof initial>>[0]['children'] = ({ fields, set, at }) => (
    <>
      <TextField {...at('title')} data-autofocus />
      <TextArea {...at('purpose')} optional />
      <PersonPicker {...at('leadId')} optional people={view.people.map(({ id, name }) => ({ id, name, rank: '' }))} />
      <CheckField name="policeOnly" label={words.policeOnly} checked={fields.policeOnly} onChange={(value) => set('policeOnly', value)} />
    </>
  );
  return item === null ? (
    <CommandDialog {...parts} command="agenda-item.add" args={(fields) => ({ ...fields, meetingId: view.id })}>
      {children}
    </CommandDialog>
  ) : (
    <CommandDialog {...parts} command="agenda-item.change" args={(fields) => ({ ...fields, itemId: item.id })}>
      {children}
    </CommandDialog>
  );
}
