import { Loader } from '@mantine/core';
import { Fragment, type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import type { Marking } from '#shared/contracts/record/record.ts';
import { announce } from '#renderer/app/shell/announce.ts';
import { useScreenMarking } from '#renderer/app/shell/screen-marking.ts';
import { appText } from '#renderer/text/app.ts';
import styles from './page.module.css';

export interface Breadcrumb {
  readonly text: string;
  readonly to: string;
}

interface PageProps {
  readonly title: string;
  /** A line under the title: reference, dates, state. */
  readonly subtitle?: ReactNode;
  readonly breadcrumbs?: readonly Breadcrumb[];
  /** Buttons at the right of the title; the main one last. */
  readonly actions?: ReactNode;
  /** Highest marking of what the page shows; the strip on top follows it. */
  readonly marking?: Marking;
  readonly policeOnly?: boolean;
  /** The content takes the height of the window and scrolls inside (tables, consoles); otherwise the page scrolls. */
  readonly fill?: boolean;
  readonly children: ReactNode;
}

/** The frame of every page: title, breadcrumbs, actions, marking; names the window and tells a screen reader where one is. */
export function Page({
  title,
  subtitle,
  breadcrumbs = [],
  actions,
  marking = 'OFFICIAL',
  policeOnly = false,
  fill = false,
  children,
}: PageProps): ReactNode {
  useScreenMarking(marking, policeOnly);
  useEffect(() => {
    document.title = `${title} · ${appText.name}`;
    announce(title);
  }, [title]);
  return (
    <div className={styles['root']} data-fill={fill || undefined}>
      <header className={styles['header']}>
        <div className={styles['titles']}>
          {breadcrumbs.length > 0 && (
            <nav aria-label={appText.components.breadcrumbs} className={styles['breadcrumbs']}>
              {breadcrumbs.map((crumb) => (
                <Fragment key={crumb.to}>
                  <Link href={crumb.to}>{crumb.text}</Link> <span aria-hidden>›</span>{' '}
                </Fragment>
              ))}
            </nav>
          )}
          <h1 className={styles['title']} tabIndex={-1}>
            {title}
          </h1>
          {subtitle !== undefined && <div className={styles['subtitle']}>{subtitle}</div>}
        </div>
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </header>
      <div className={styles['content']}>{children}</div>
    </div>
  );
}

/** What a page shows while its first answer is on the way; appears only when that takes long enough to notice. */
export function PageLoading(): ReactNode {
  return (
    <div className={styles['loading']} role="status">
      <Loader size="sm" aria-hidden /> {appText.loading}
    </div>
  );
}
