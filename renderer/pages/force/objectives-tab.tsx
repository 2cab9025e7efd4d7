import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { usePaletteAction } from '#renderer/app/palette-actions.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { DetailsPane } from '#renderer/components/details-pane.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { EndObjective, ObjectiveForm } from '#renderer/features/business-objective/objective-forms.tsx';
import { ObjectiveDetails, type ObjectiveRow, ObjectiveTable } from '#renderer/features/business-objective/objective-table.tsx';
import { objectivesText as text } from '#renderer/text/governance.ts';
import { useMayOrganise } from './may-change.ts';
import styles from './objectives.module.css';
import { useShown } from './use-shown.ts';

type Doing = { readonly what: 'record'; readonly row: ObjectiveRow | null } | { readonly what: 'end'; readonly row: ObjectiveRow };

/** The objectives of the business plan and what is done with them (duty 5). */
export function ObjectivesTab({ rows }: { readonly rows: readonly ObjectiveRow[] }): ReactNode {
  const { organises } = useMayOrganise();
  const { shown, show, close } = useShown();
  const [doing, setDoing] = useState<Doing | null>(null);
  const done = (): void => setDoing(null);
  const add = (): void => setDoing({ what: 'record', row: null });
  useShortcut('n', text.record, add, { enabled: organises });
  usePaletteAction({ label: text.record, keys: 'n', run: add }, organises);
  const row = rows.find((one) => one.id === shown);
  const addButton = organises && (
    <Button size="compact-sm" onClick={add}>
      {text.record}
    </Button>
  );
  return (
    <>
      {rows.length > 0 && <div className={styles['bar']}>{addButton}</div>}
      <ObjectiveTable
        rows={rows}
        shown={shown}
        onShow={show}
        empty={
          <EmptyState title={text.emptyTitle} action={addButton}>
            {text.emptyBody}
          </EmptyState>
        }
      />
      {row !== undefined && (
        <DetailsPane title={row.title} subtitle={row.reference} onClose={close}>
          <ObjectiveDetails row={row} />
          {organises && !row.ended && (
            <div className={styles['buttons']}>
              <Button variant="default" size="compact-sm" onClick={() => setDoing({ what: 'record', row })}>
                {text.change}
              </Button>
              <Button variant="default" size="compact-sm" color="red" onClick={() => setDoing({ what: 'end', row })}>
                {text.end}
              </Button>
            </div>
          )}
        </DetailsPane>
      )}
      {doing?.what === 'record' && <ObjectiveForm row={doing.row} onClose={done} onDone={show} />}
      {doing?.what === 'end' && <EndObjective row={doing.row} onClose={done} />}
    </>
  );
}
