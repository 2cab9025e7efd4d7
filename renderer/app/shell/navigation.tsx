import { UnstyledButton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { useMemoryPath } from '#renderer/app/location.ts';
import { mayUseSection, routes, sectionPath } from '#renderer/app/routes.tsx';
import { type SectionId, sections } from '#renderer/app/sections.ts';
import { useActor } from '#renderer/app/session/session.ts';
import { KeyHint } from '#renderer/components/key-hint.tsx';
import { appText } from '#renderer/text/app.ts';
import { useBadges } from './badges.ts';
import styles from './navigation.module.css';

/** The section a path belongs to, judged by the longest section path it begins with. */
export function sectionOf(path: string): SectionId {
  const fitting = sections.filter((section) => path === section.path || path.startsWith(`${section.path === '/' ? '//' : section.path}/`));
  return fitting.sort((a, b) => b.path.length - a.path.length)[0]?.id ?? routes.find((route) => route.path === path)?.section ?? 'today';
}

/** Navigation by the work: only sections the person's roles can use, with numbers where something waits. */
export function Navigation({ onPalette }: { readonly onPalette: () => void }): ReactNode {
  const actor = useActor();
  const [path] = useMemoryPath();
  const badges = useBadges((state) => state.badges);
  const [open, setOpen] = useState(false);
  const here = sectionOf(path);
  return (
    <nav className={styles['root']} aria-label={appText.navigation} data-open={open || undefined}>
      <UnstyledButton className={styles['toggle']} aria-expanded={open} onClick={() => setOpen((now) => !now)}>
        <span aria-hidden>☰</span> {sections.find((section) => section.id === here)?.label}
      </UnstyledButton>
      <ul className={styles['list']}>
        {sections
          .filter((section) => mayUseSection(section.id, actor))
          .map((section) => {
            const badge = badges[section.id];
            return (
              <li key={section.id}>
                <Link
                  href={sectionPath(section.id, actor)}
                  className={styles['link'] ?? ''}
                  aria-current={section.id === here ? 'page' : undefined}
                  onClick={() => setOpen(false)}
                >
                  {section.label}
                  {badge && badge.count > 0 && (
                    <span
                      className={styles['badge']}
                      data-urgent={badge.urgent || undefined}
                      title={appText.waiting(badge.count, badge.what)}
                    >
                      {badge.count}
                      <span className={styles['what']}> {badge.what}</span>
                    </span>
                  )}
                </Link>
              </li>
            );
          })}
      </ul>
      <UnstyledButton className={styles['palette']} onClick={onPalette}>
        {appText.palette.inNavigation} <KeyHint keys="mod+k" />
      </UnstyledButton>
    </nav>
  );
}
