import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { SearchHit } from '#shared/contracts/bridge/asks.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { usePaletteActions } from '#renderer/app/palette-actions.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { mayUseSection, sectionPath } from '#renderer/app/routes.tsx';
import { sections } from '#renderer/app/sections.ts';
import { useActor } from '#renderer/app/session/session.ts';
import { useLockNow } from '#renderer/app/session/use-lock.ts';
import { KeyHint } from '#renderer/components/key-hint.tsx';
import { appText } from '#renderer/text/app.ts';
import { kindWords } from '#renderer/text/record.ts';
import { fits } from './fits.ts';
import styles from './palette.module.css';
import { snippetParts } from './snippet.ts';

interface Line {
  readonly key: string;
  readonly group: string;
  readonly title: ReactNode;
  readonly beside?: ReactNode;
  readonly under?: ReactNode;
  readonly run: () => void;
}

interface Found {
  readonly for: string;
  readonly hits: readonly SearchHit[];
  readonly more: boolean;
  readonly renewing: boolean;
}

/** Ctrl+K: one field for going somewhere, doing something and finding a record among all one may see. */
export function Palette({ onClose }: { readonly onClose: () => void }): ReactNode {
  const actor = useActor();
  const bridge = useBridge();
  const { lockNow } = useLockNow();
  const pageActions = usePaletteActions((state) => state.actions);
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 250);
  const [found, setFound] = useState<Found>({ for: '', hits: [], more: false, renewing: false });
  const [chosen, setChosen] = useState(0);
  const base = useId();
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (asked.length < 2) return;
    let current = true;
    void bridge.ask('search.find', { text: asked, kinds: [], limit: 20 }).then((result) => {
      if (current) setFound({ for: asked, ...(result.ok ? result.value : { hits: [], more: false, renewing: false }) });
    });
    return () => {
      current = false;
    };
  }, [asked, bridge]);

  const lines = useMemo<readonly Line[]>(() => {
    const go = sections
      .filter((section) => mayUseSection(section.id, actor) && fits(typed, section.label))
      .map((section) => ({
        key: section.id,
        group: appText.palette.go,
        title: section.label,
        beside: <KeyHint keys={`g ${section.key}`} />,
        run: () => goTo(sectionPath(section.id, actor)),
      }));
    const everywhere = [
      { id: 'lock', label: appText.shortcuts.lock, keywords: appText.shortcuts.switchPerson, keys: 'mod+l', run: lockNow },
    ];
    const todo = [...pageActions, ...everywhere]
      .filter((action) => fits(typed, `${action.label} ${action.keywords ?? ''}`))
      .map((action) => ({
        key: action.id,
        group: appText.palette.do,
        title: action.label,
        beside: action.keys ? <KeyHint keys={action.keys} /> : null,
        run: action.run,
      }));
    const hits = (typed.trim().length < 2 ? [] : found.hits)
      .filter((hit) => linkTo(hit.kind, hit.id, hit.parent) !== '')
      .map((hit) => ({
        key: `${hit.kind}:${hit.id}`,
        group: hit.soundsLike ? appText.palette.findAlike : appText.palette.find,
        title: hit.title,
        beside: kindWords[hit.kind] ?? hit.kind,
        under: <Snippet text={hit.snippet} />,
        run: () => goTo(linkTo(hit.kind, hit.id, hit.parent)),
      }));
    return [...go, ...todo, ...hits];
  }, [actor, found, lockNow, pageActions, typed]);

  const at = Math.min(chosen, Math.max(0, lines.length - 1));
  const run = (line: Line | undefined): void => {
    if (!line) return;
    onClose();
    line.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const next = (at + step + lines.length) % Math.max(1, lines.length);
      setChosen(next);
      list.current?.querySelector(`[id="${base}-${next}"]`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(lines[at]);
    }
  };
  const searching = asked.length >= 2 && found.for !== asked;

  return (
    <Modal.Root opened onClose={onClose} padding={0} size="44rem" yOffset="10vh" centered={false} transitionProps={{ duration: 0 }}>
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content aria-label={appText.palette.open}>
        <Modal.Body>
          <TextInput
            data-autofocus
            autoFocus
            size="md"
            variant="unstyled"
            classNames={{ input: styles['input'] ?? '' }}
            role="combobox"
            aria-expanded
            aria-controls={`${base}-list`}
            aria-activedescendant={lines.length > 0 ? `${base}-${at}` : undefined}
            aria-label={appText.palette.open}
            placeholder={appText.palette.placeholder}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setChosen(0);
            }}
            onKeyDown={onKeyDown}
          />
          <div ref={list} id={`${base}-list`} className={styles['list']} role="listbox" aria-label={appText.palette.open}>
            {lines.map((line, index) => (
              <div key={line.key} role="presentation">
                {lines[index - 1]?.group !== line.group && (
                  <div className={styles['group']} role="presentation">
                    {line.group}
                  </div>
                )}
                {/* The field keeps the focus and has the keys; the options are pointed at by aria-activedescendant. */}
                {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
                <div
                  tabIndex={-1}
                  id={`${base}-${index}`}
                  className={styles['line']}
                  role="option"
                  aria-selected={index === at}
                  onClick={() => run(line)}
                  onPointerMove={() => setChosen(index)}
                >
                  <span className={styles['title']}>{line.title}</span>
                  <span className={styles['beside']}>{line.beside}</span>
                  {line.under !== undefined && <span className={styles['under']}>{line.under}</span>}
                </div>
              </div>
            ))}
          </div>
          {typed.trim().length < 2 && <HowToSearch />}
          <p className={styles['foot']} role="status">
            {searching
              ? appText.palette.searching
              : lines.length === 0
                ? appText.palette.nothing
                : found.renewing && typed.trim().length >= 2
                  ? appText.palette.renewing
                  : found.more && typed.trim().length >= 2
                    ? appText.palette.more
                    : appText.palette.hint}
          </p>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** What can be typed, while nothing is. */
function HowToSearch(): ReactNode {
  return (
    <section className={styles['how']} aria-label={appText.palette.howTo}>
      <dl>
        {appText.palette.how.map((one) => (
          <div key={one.typed}>
            <dt>{one.typed}</dt>
            <dd>{one.finds}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Snippet({ text }: { readonly text: string }): ReactNode {
  return snippetParts(text).map((part) => (part.match ? <mark key={part.at}>{part.text}</mark> : <span key={part.at}>{part.text}</span>));
}
