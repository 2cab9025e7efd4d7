import type { ReactNode } from 'react';
import { Page } from '#renderer/components/page.tsx';
import { useSession } from '#renderer/app/session/session.ts';
import { recordText } from '#renderer/text/record.ts';

/** What the person should know of their own session and records. */
export function RecordPage(): ReactNode {
  const notices = useSession((state) => state.session?.notices ?? []);
  return (
    <Page title={recordText.title}>
      <ul>
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
    </Page>
  );
}
