import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'wouter';
import { dayOf, type Instant } from '#shared/base/time.ts';
import type { PublicationPage as Publication } from '#shared/domain/publication/publication.queries.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Page } from '#renderer/components/page.tsx';
import { SaveDocument } from '#renderer/components/save-document.tsx';
import { View } from '#renderer/components/view.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { When } from '#renderer/components/when.tsx';
import { ConfirmRead } from '#renderer/features/publication/confirm-read.tsx';
import { ReadingSheet } from '#renderer/features/publication/reading-sheet.tsx';
import { Tracking } from '#renderer/features/publication/tracking.tsx';
import { publicationsText } from '#renderer/text/publications.ts';
import styles from '#renderer/features/publication/publication.module.css';

const words = publicationsText.page;
const crumbs = [{ text: publicationsText.title, to: '/strategy/publications' }];

/** One publication to read and confirm, and for those who follow it who has (duties 99, 100, 108). */
export function PublicationPage(): ReactNode {
  const { publicationId = '' } = useParams<{ publicationId: string }>();
  const view = useView('publication', { publicationId });
  return (
    <View of={view}>
      {(publication) =>
        publication === null ? (
          <Page title={publicationsText.gone.title} breadcrumbs={crumbs}>
            <EmptyState title={publicationsText.gone.title}>{publicationsText.gone.body}</EmptyState>
          </Page>
        ) : (
          <Loaded key={publication.id} publication={publication} />
        )
      }
    </View>
  );
}

function Loaded({ publication }: { readonly publication: Publication }): ReactNode {
  const [shown, setShown] = useState<'text' | 'readers'>('text');
  useShortcut('escape', publicationsText.title, () => goTo('/strategy/publications'), { unlisted: true });
  const { tracking, pair } = publication;
  const policeOnly = publication.audience === 'staff';
  return (
    <Page
      title={publication.title}
      subtitle={
        <>
          {publicationsText.versions[publication.audience]} · {words.publishedOn} <When at={dayOf(publication.sentAt as Instant)} />
          {publication.sentBy !== '' && ` ${words.by} ${publication.sentBy}`} · {words.readBy} <When at={publication.readBy} />
        </>
      }
      breadcrumbs={crumbs}
      marking={publication.marking}
      policeOnly={policeOnly}
      actions={<SaveDocument name="publication" args={{ publicationId: publication.id }} formats={['pdf', 'docx']} label={words.save} />}
    >
      <div className={styles['bar']}>
        {tracking !== null && (
          <ViewTabs
            label={words.viewsLabel}
            value={shown}
            onChange={setShown}
            tabs={[
              { value: 'text', label: words.read },
              { value: 'readers', label: words.readers(tracking.figures.percent) },
            ]}
          />
        )}
        {pair !== null && <Link href={linkTo('publication', pair.id)}>{words.pair[pair.audience]}</Link>}
      </div>
      {shown === 'readers' && tracking !== null ? (
        <Tracking publication={publication} tracking={tracking} />
      ) : (
        <div className={styles['page']}>
          {publication.state === 'replaced' && (
            <p className={styles['notice']} role="status">
              {words.replaced}
              {publication.replacedById !== '' && <Link href={linkTo('publication', publication.replacedById)}>{words.openNewer}</Link>}
            </p>
          )}
          {publication.aloneBecause !== '' && (
            <p className={styles['notice']}>
              {words.alone}: {publication.aloneBecause}
            </p>
          )}
          {publication.agencies.length > 0 && (
            <p className={styles['quiet']}>
              {words.agencies}: {publication.agencies.join(', ')}
            </p>
          )}
          <ReadingSheet parts={publication.parts} />
          <ConfirmRead publication={publication} />
        </div>
      )}
    </Page>
  );
}
