import { CloseButton } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { useDetailsSlot } from '#renderer/app/shell/details-slot.ts';
import { appText } from '#renderer/text/app.ts';
import { useResizableWidth, Separator } from './split-panes.tsx';
import styles from './details-pane.module.css';

interface DetailsPaneProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The pane at the right of the window for one thing of a list, so that the list keeps its place. Escape closes it; its border moves. */
export function DetailsPane({ title, subtitle, onClose, children }: DetailsPaneProps): ReactNode {
  const slot = useDetailsSlot();
  const width = useResizableWidth('details', 28, 20, 60, 'left');
  const heading = useRef<HTMLHeadingElement>(null);
  useShortcut('escape', appText.closeDetails, onClose, { inFields: false });
  useEffect(() => heading.current?.scrollIntoView({ block: 'nearest' }), [title]);
  if (!slot) return null;
  return createPortal(
    <>
      <Separator label={appText.details} width={width} />
      <aside className={styles['root']} aria-label={appText.details} style={{ width: `${width.rem}rem` }}>
        <header className={styles['header']}>
          <div className={styles['titles']}>
            <h2 ref={heading} className={styles['title']}>
              {title}
            </h2>
            {subtitle !== undefined && <div className={styles['subtitle']}>{subtitle}</div>}
          </div>
          <CloseButton aria-label={appText.closeDetails} onClick={onClose} />
        </header>
        <div className={styles['content']}>{children}</div>
      </aside>
    </>,
    slot,
  );
}

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** Label and value pairs, as in a details pane; facts without a value are left out. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  return (
    <dl className={styles['facts']}>
      {facts
        .filter((fact) => fact.value !== '' && fact.value !== null && fact.value !== undefined)
        .map((fact) => (
          <div key={fact.label} className={styles['fact']}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
    </dl>
  );
}
