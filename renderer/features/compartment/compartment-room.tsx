import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CompartmentRoom as Room, PassedOn } from '#shared/domain/compartment/compartment.queries.ts';
import { useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { useActor } from '#renderer/app/session/session.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { Reference } from '#renderer/components/reference.tsx';
import { SheetSection } from '#renderer/components/record-sheet.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { compartmentText as words } from '#renderer/text/compartment.ts';
import sheet from '#renderer/components/record-sheet.module.css';
import { ChangeCompartment, NoteResult, SetMembers, WithReason, WriteStrategy } from './compartment-forms.tsx';
import styles from './compartment.module.css';

type Strategy = Room['strategies'][number];
type Doing =
  | { readonly what: 'change' | 'members' | 'close' | 'add-strategy' }
  | { readonly what: 'finish' | 'withdraw'; readonly task: PassedOn }
  | { readonly what: 'change-strategy' | 'end-strategy'; readonly strategy: Strategy };

/** A compartment as its members see it: what was passed on to them, how they go about it, and who they are (duties 111, 112). */
export function CompartmentRoom({ room }: { readonly room: Room }): ReactNode {
  const [doing, setDoing] = useState<Doing | null>(null);
  const open = room.state === 'in-use';
  return (
    <div className={styles['room']}>
      <p className={styles['warning']}>{words.identity}</p>
      <div className={styles['head']}>
        <StatusText tone={open ? 'active' : 'quiet'}>{words.states[room.state] ?? room.state}</StatusText>
        <span>{open ? (room.takesTasking ? words.takesTasking : words.takesNone) : words.closedBecause(room.closedBecause)}</span>
        <span className={styles['spacer']} />
        {open && (
          <div className={styles['buttons']}>
            {(['change', 'members', 'close'] as const).map((what) => (
              <Button key={what} size="compact-sm" variant="default" onClick={() => setDoing({ what })}>
                {words.steps[what]}
              </Button>
            ))}
          </div>
        )}
      </div>
      {room.purpose !== '' && <p className={sheet['prose']}>{room.purpose}</p>}
      <SheetSection title={words.inbox} duties={[112]}>
        <Inbox room={room} onDo={setDoing} />
      </SheetSection>
      <SheetSection title={words.strategies} duties={[111]}>
        <Strategies room={room} onDo={setDoing} />
      </SheetSection>
      <SheetSection title={words.members}>
        <ul className={styles['members']}>
          {room.members.map((one) => (
            <li key={one.id}>
              {one.name}
              {one.id === room.ownerId && <span className={sheet['dimmed']}> ({words.answersFor})</span>}
              {one.left && (
                <>
                  {' '}
                  <StatusText tone="attention">{words.left}</StatusText>
                </>
              )}
            </li>
          ))}
        </ul>
      </SheetSection>
      {doing !== null && <DoingDialog room={room} doing={doing} onClose={() => setDoing(null)} />}
    </div>
  );
}

function DoingDialog({ room, doing, onClose }: { readonly room: Room; readonly doing: Doing; readonly onClose: () => void }): ReactNode {
  const { form, task, strategy } = words;
  switch (doing.what) {
    case 'change':
      return <ChangeCompartment room={room} onClose={onClose} />;
    case 'members':
      return <SetMembers room={room} onClose={onClose} />;
    case 'close':
      return (
        <WithReason
          title={form.closeTitle}
          says={form.closed}
          step={{ command: 'compartment.close', compartmentId: room.id }}
          onClose={onClose}
        />
      );
    case 'add-strategy':
      return <WriteStrategy room={room} strategy={null} onClose={onClose} />;
    case 'change-strategy':
      return <WriteStrategy room={room} strategy={doing.strategy} onClose={onClose} />;
    case 'end-strategy':
      return (
        <WithReason
          title={strategy.endTitle}
          says={strategy.ended}
          step={{ command: 'collection-strategy.end', strategyId: doing.strategy.id }}
          onClose={onClose}
        />
      );
    case 'finish':
      return <NoteResult task={doing.task} onClose={onClose} />;
    case 'withdraw':
      return (
        <WithReason
          title={task.withdrawTitle}
          says={task.withdrawn}
          step={{ command: 'collection-task.withdraw', taskId: doing.task.id }}
          onClose={onClose}
        />
      );
  }
}

function Inbox({ room, onDo }: { readonly room: Room; readonly onDo: (doing: Doing) => void }): ReactNode {
  if (room.inbox.length === 0) return <p className={sheet['dimmed']}>{words.inboxEmpty}</p>;
  return (
    <ul className={styles['entries']}>
      {room.inbox.map((task) => (
        <li key={task.id} className={styles['entry']}>
          <Reference>{task.reference}</Reference>
          <div className={styles['body']}>
            <strong>{task.what}</strong>
            {task.detail !== '' && <span className={sheet['prose']}>{task.detail}</span>}
            {task.asks !== '' && (
              <span className={sheet['dimmed']}>
                {words.serves}: {task.asks}
              </span>
            )}
            <span className={sheet['dimmed']}>
              {words.from(task.from, whenText(task.passedOnAt))}
              {task.dueOn !== '' && (
                <>
                  {' · '}
                  {words.wantedBy} <When at={task.dueOn} />
                </>
              )}
              {(task.owner !== '' || task.state === 'open') && ` · ${task.owner === '' ? words.nobody : words.taken(task.owner)}`}
            </span>
            {task.result !== '' && (
              <span className={sheet['prose']}>
                {words.task.result}: {task.result}
              </span>
            )}
            {task.withdrawnBecause !== '' && <span className={sheet['dimmed']}>{task.withdrawnBecause}</span>}
          </div>
          <div className={styles['body']}>
            <StatusText tone={task.overdue ? 'danger' : task.state === 'open' ? 'active' : task.state === 'done' ? 'good' : 'quiet'}>
              {task.overdue ? words.overdue : (words.taskStates[task.state] ?? task.state)}
            </StatusText>
            {task.state === 'open' && room.state === 'in-use' && <TaskButtons task={task} onDo={onDo} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

function TaskButtons({ task, onDo }: { readonly task: PassedOn; readonly onDo: (doing: Doing) => void }): ReactNode {
  const actor = useActor();
  const { run, busy } = useCommand('collection-task.change');
  const { what, detail, strategyId, dueOn } = task;
  const takeUp = async (): Promise<void> => {
    const result = await run({ taskId: task.id, what, detail, strategyId, dueOn: dueOn as never, ownerId: actor.personId });
    if (result.ok) acknowledge(words.task.taken);
  };
  return (
    <div className={styles['buttons']}>
      {task.ownerId !== actor.personId && (
        <Button size="compact-sm" variant="default" loading={busy} onClick={() => void takeUp()}>
          {words.steps.takeUp}
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={() => onDo({ what: 'finish', task })}>
        {words.steps.finish}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={() => onDo({ what: 'withdraw', task })}>
        {words.steps.withdraw}
      </Button>
    </div>
  );
}

function Strategies({ room, onDo }: { readonly room: Room; readonly onDo: (doing: Doing) => void }): ReactNode {
  return (
    <>
      {room.strategies.length === 0 ? (
        <p className={sheet['dimmed']}>{words.strategiesEmpty}</p>
      ) : (
        <ul className={styles['entries']}>
          {room.strategies.map((strategy) => (
            <li key={strategy.id} className={styles['entry']}>
              <Reference>{strategy.reference}</Reference>
              <div className={styles['body']}>
                <strong>{strategy.title}</strong>
                {strategy.text !== '' && <span className={sheet['prose']}>{strategy.text}</span>}
                {strategy.question !== '' && (
                  <span className={sheet['dimmed']}>
                    {words.serves}: {strategy.question}
                  </span>
                )}
                {strategy.endedBecause !== '' && (
                  <span className={sheet['dimmed']}>{words.strategy.endedBecause(strategy.endedBecause)}</span>
                )}
              </div>
              {strategy.state === 'in-use' && room.state === 'in-use' ? (
                <div className={styles['buttons']}>
                  <Button size="compact-sm" variant="default" onClick={() => onDo({ what: 'change-strategy', strategy })}>
                    {words.steps.changeStrategy}
                  </Button>
                  <Button size="compact-sm" variant="subtle" onClick={() => onDo({ what: 'end-strategy', strategy })}>
                    {words.steps.endStrategy}
                  </Button>
                </div>
              ) : (
                <span />
              )}
            </li>
          ))}
        </ul>
      )}
      {room.state === 'in-use' && (
        <Button mt="sm" size="compact-sm" variant="default" onClick={() => onDo({ what: 'add-strategy' })}>
          {words.steps.addStrategy}
        </Button>
      )}
    </>
  );
}
