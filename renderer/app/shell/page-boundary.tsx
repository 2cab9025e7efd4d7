import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { appText } from '#renderer/text/app.ts';
import styles from './page-boundary.module.css';

interface BoundaryState {
  readonly fault: string;
}

/** Keeps a fault of one page inside it: the shell and what was typed stay, and the page can be opened again. */
export class PageBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { fault: '' };

  static getDerivedStateFromError(fault: unknown): BoundaryState {
    return { fault: fault instanceof Error ? `${fault.name}: ${fault.message}` : 'unknown fault' };
  }

  override render(): ReactNode {
    if (this.state.fault === '') return this.props.children;
    return (
      <div className={styles['root']} role="alert">
        <EmptyState
          title={appText.broken.title}
          action={<Button onClick={() => this.setState({ fault: '' })}>{appText.broken.retry}</Button>}
        >
          <p>{appText.broken.body}</p>
          <p className={styles['detail']}>
            {appText.broken.detail} <code>{this.state.fault}</code>
          </p>
        </EmptyState>
      </div>
    );
  }
}
