import { type ReactNode, useState } from 'react';
import { publicationBook } from '#shared/domain/publication/publication-refusals.ts';
import type { PublicationsView } from '#shared/domain/publication/publication.queries.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { usePaletteAction } from '#renderer/app/palette-actions.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { View } from '#renderer/components/view.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { PublicationTable } from '#renderer/features/publication/publication-table.tsx';
import { PublishDialog } from '#renderer/features/publication/publish-dialog.tsx';
import { publicationsText as words } from '#renderer/text/publications.ts';
import styles from '#renderer/features/publication/publication.module.css';
import { StrategyFrame } from './strategy-frame.tsx';

/** Every publication this person may read, and for the director and the lead the button that publishes (duties 10, 99, 107, 108). */
export function PublicationsPage(): ReactNode {
  const view = useView('publications', {});
  const rows = view.state === 'ready' ? view.view.rows : [];
  const choices = view.state === 'ready' ? view.view.publish : null;
  const nothing = choices !== null && choices.strategies.length + choices.requirements.length === 0;
  const [publishing, setPublishing] = useState(false);
  const begin = (): void => setPublishing(true);
  const may = choices !== null && !nothing;
  useShortcut('n', words.publish.title, begin, { enabled: may });
  usePaletteAction({ label: words.publish.title, keys: 'n', run: begin }, may);
  return (
    <StrategyFrame
      title={words.title}
      subtitle={words.subtitle}
      fill
      marking={rows.some((row) => row.marking === 'OFFICIAL-SENSITIVE') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL'}
      policeOnly={rows.some((row) => row.audience === 'staff')}
      actions={
        choices !== null && (
          <RuleButton why={nothing ? publicationBook.say('publication/strategy-not-set') : null} onClick={begin}>
            {words.publish.button}
          </RuleButton>
        )
      }
    >
      <View of={view}>{(found) => <Publications view={found} />}</View>
      {publishing && choices !== null && (
        <PublishDialog
          choices={choices}
          onDone={(publicationId) => goTo(linkTo('publication', publicationId))}
          onCancel={() => setPublishing(false)}
        />
      )}
    </StrategyFrame>
  );
}

type Tab = 'sent' | 'replaced';

function Publications({ view }: { readonly view: PublicationsView }): ReactNode {
  const [tab, setTab] = useState<Tab>('sent');
  const under = (which: Tab): PublicationsView['rows'] => view.rows.filter((row) => row.state === which);
  return (
    <>
      {view.rows.length > 0 && (
        <div className={styles['bar']}>
          <ViewTabs
            label={words.tabsLabel}
            value={tab}
            onChange={setTab}
            tabs={(['sent', 'replaced'] as const).map((one) => ({ value: one, label: words.tab(words.tabs[one], under(one).length) }))}
          />
        </div>
      )}
      <div className={styles['table']}>
        <PublicationTable
          rows={under(tab)}
          empty={
            view.rows.length === 0 ? (
              <EmptyState title={words.empty.none}>{words.empty.noneBody}</EmptyState>
            ) : (
              <EmptyState title={words.empty.filtered}>{words.empty.filteredBody}</EmptyState>
            )
          }
        />
      </div>
    </>
  );
}
