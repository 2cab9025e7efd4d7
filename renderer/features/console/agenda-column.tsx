import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { PoliceOnly } from '#renderer/components/marking-badge.tsx';
import { StatusText, type Tone } from '#renderer/components/status-text.tsx';
import { consoleText } from '#renderer/text/console.ts';
import styles from './agenda-column.module.css';
import type { ConsoleItem, ConsoleView } from './console-view.ts';

const TONES: Readonly<Record<string, Tone>> = {
  waiting: 'quiet',
  open: 'active',
  decided: 'good',
  'no-decision': 'quiet',
  deferred: 'attention',
};

interface AgendaColumnProps {
  readonly view: ConsoleView;
  /** The item whose record is shown; it need not be the open one. */
  readonly shownId: string;
  readonly onShow: (item: ConsoleItem) => void;
  readonly onOpen: (item: ConsoleItem) => void;
  readonly onReopen: (item: ConsoleItem) => void;
}

/** The agenda of the meeting in session, with where each item stands (duty 121). */
export function AgendaColumn({ view, shownId, onShow, onOpen, onReopen }: AgendaColumnProps): ReactNode {
  const done = view.agenda.filter((item) => item.state !== 'waiting' && item.state !== 'open').length;
  const [folded, setFolded] = useState(true);
  return (
    <nav className={styles['root']} aria-label={consoleText.agenda}>
      <div className={styles['head']}>
        <p className={styles['progress']}>{consoleText.progress(done, view.agenda.length)}</p>
        <Button
          className={styles['fold'] ?? ''}
          size="compact-sm"
          variant="default"
          aria-expanded={!folded}
          onClick={() => setFolded(!folded)}
        >
          {folded ? consoleText.wholeAgenda : consoleText.foldAgenda}
        </Button>
      </div>
      <ol className={styles['list']} data-folded={folded && shownId !== '' ? '' : undefined}>
        {view.agenda.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              className={styles['item']}
              aria-current={item.state === 'open' ? 'step' : undefined}
              data-shown={item.id === shownId ? '' : undefined}
              onClick={() => onShow(item)}
            >
              <span className={styles['number']}>{item.number}</span>
              <span className={styles['words']}>
                <span className={styles['title']}>{item.title}</span>
                <span className={styles['below']}>
                  <StatusText tone={TONES[item.state] ?? 'quiet'}>{consoleText.itemStates[item.state]}</StatusText>
                  {item.carriedFromKind !== '' && <span>{consoleText.carried}</span>}
                  {item.policeOnly && <PoliceOnly />}
                </span>
              </span>
            </button>
            {item.id === shownId && item.state === 'waiting' && (
              <Button className={styles['act']} size="compact-sm" variant="default" onClick={() => onOpen(item)}>
                {consoleText.openItem}
              </Button>
            )}
            {item.id === shownId && item.state !== 'waiting' && item.state !== 'open' && (
              <Button className={styles['act']} size="compact-sm" variant="default" onClick={() => onReopen(item)}>
                {consoleText.reopen}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
