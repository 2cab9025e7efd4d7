import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Page } from '#renderer/components/page.tsx';
import { appText } from '#renderer/text/app.ts';

/** For a path that is no page, or none this person's roles include: it does not tell which. */
export function NotHerePage(): ReactNode {
  return (
    <Page title={appText.notHere.title}>
      <EmptyState title={appText.notHere.body} action={<Link href="/">{appText.notHere.go}</Link>} />
    </Page>
  );
}
