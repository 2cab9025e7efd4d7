import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PublicationPage } from '#shared/domain/publication/publication.queries.ts';
import { useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { When } from '#renderer/components/when.tsx';
import { publicationsText } from '#renderer/text/publications.ts';
import styles from './publication.module.css';

const words = publicationsText.page;

/** Asks the reader to confirm having read it, once and only for themselves; says when they did (duties 99, 108). */
export function ConfirmRead({ publication }: { readonly publication: PublicationPage }): ReactNode {
  const { run, busy, refusals } = useCommand('read-receipt.confirm');
  if (!publication.forMe) return null;
  if (publication.readAt !== '')
    return (
      <p className={styles['confirmed']}>
        {words.youRead} <When at={publication.readAt} />.
      </p>
    );
  const confirm = async (): Promise<void> => {
    const result = await run({ publicationId: publication.id });
    if (result.ok) acknowledge(words.confirmed);
  };
  return (
    <div className={styles['confirm']} data-late={publication.overdueDays > 0 || undefined}>
      <p>
        {publication.overdueDays > 0 ? words.overdue(publication.overdueDays) : words.asked}{' '}
        {publication.remindedAt !== '' && (
          <>
            {words.reminded} <When at={publication.remindedAt} />.
          </>
        )}
      </p>
      <RefusalNote refusals={refusals} />
      <Button loading={busy} onClick={() => void confirm()}>
        {words.confirm}
      </Button>
    </div>
  );
}
