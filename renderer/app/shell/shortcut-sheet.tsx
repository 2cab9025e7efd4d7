import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Shortcut, useShortcuts } from '#renderer/app/shortcuts/shortcuts.ts';
import { KeyHint } from '#renderer/components/key-hint.tsx';
import { appText } from '#renderer/text/app.ts';
import styles from './shortcut-sheet.module.css';

/** Every key that works just now, those of the page first; drawn from what is registered, so it is never out of date. */
export function ShortcutSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }): ReactNode {
  const shortcuts = useShortcuts((state) => state.shortcuts);
  return (
    <Modal
      opened={open}
      onClose={onClose}
      title={appText.shortcuts.title}
      size="lg"
      closeButtonProps={{ 'aria-label': appText.components.close }}
    >
      <p className={styles['help']}>{appText.shortcuts.help}</p>
      <Group title={appText.shortcuts.thisPage} shortcuts={shortcuts.filter((shortcut) => shortcut.where === 'page')} />
      <Group title={appText.shortcuts.everywhere} shortcuts={shortcuts.filter((shortcut) => shortcut.where === 'everywhere')} />
    </Modal>
  );
}

function Group({ title, shortcuts }: { readonly title: string; readonly shortcuts: readonly Shortcut[] }): ReactNode {
  if (shortcuts.length === 0) return null;
  const once = shortcuts.filter(
    (one, index) => shortcuts.findIndex((other) => other.keys === one.keys && other.says === one.says) === index,
  );
  return (
    <section>
      <h3 className={styles['title']}>{title}</h3>
      <dl className={styles['list']}>
        {once.map((shortcut) => (
          <div key={shortcut.id} className={styles['row']}>
            <dt>{shortcut.says}</dt>
            <dd>
              <KeyHint keys={shortcut.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
