import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { usePaletteAction } from '#renderer/app/palette-actions.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { DetailsPane } from '#renderer/components/details-pane.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { ElementForm, EndElement } from '#renderer/features/governance-element/element-forms.tsx';
import { ElementDetails, type ElementRow, type Elements, ElementTable } from '#renderer/features/governance-element/element-table.tsx';
import { objectivesText } from '#renderer/text/governance.ts';
import { useMayOrganise } from './may-change.ts';
import styles from './objectives.module.css';
import { useShown } from './use-shown.ts';

const text = objectivesText.elements;
type Doing = { readonly what: 'record'; readonly row: ElementRow | null } | { readonly what: 'end'; readonly row: ElementRow };

/** The elements of corporate governance the lead co-ordinates, and what is done with them (duty 4). */
export function ElementsTab({ elements }: { readonly elements: Elements }): ReactNode {
  const { organises } = useMayOrganise();
  const { shown, show, close } = useShown();
  const [doing, setDoing] = useState<Doing | null>(null);
  const link = useCommand('governance-element.link');
  const done = (): void => setDoing(null);
  const add = (): void => setDoing({ what: 'record', row: null });
  useShortcut('n', text.record, add, { enabled: organises });
  usePaletteAction({ label: text.record, keys: 'n', run: add }, organises);
  const row = elements.rows.find((one) => one.id === shown);
  const addButton = organises && (
    <Button size="compact-sm" onClick={add}>
      {text.record}
    </Button>
  );
  return (
    <>
      {elements.rows.length > 0 && <div className={styles['bar']}>{addButton}</div>}
      <ElementTable
        elements={elements}
        shown={shown}
        onShow={show}
        empty={
          <EmptyState title={text.emptyTitle} action={addButton}>
            {text.emptyBody}
          </EmptyState>
        }
      />
      {row !== undefined && (
        <DetailsPane title={row.name} subtitle={text.types[row.elementType]} onClose={close}>
          <ElementDetails row={row} />
          <RefusalNote refusals={link.refusals} />
          {organises && (
            <div className={styles['buttons']}>
              {row.link !== 'linked' &&
                elements.leads.map((lead) => (
                  <Button
                    key={lead.id}
                    variant="default"
                    size="compact-sm"
                    loading={link.busy}
                    onClick={() =>
                      void link.run({ elementId: row.id, leadAppointmentId: lead.id }).then((result) => {
                        if (result.ok) acknowledge(text.linked);
                      })
                    }
                  >
                    {text.linkTo(lead.name)}
                  </Button>
                ))}
              <Button variant="default" size="compact-sm" onClick={() => setDoing({ what: 'record', row })}>
                {objectivesText.change}
              </Button>
              <Button variant="default" size="compact-sm" color="red" onClick={() => setDoing({ what: 'end', row })}>
                {objectivesText.end}
              </Button>
            </div>
          )}
        </DetailsPane>
      )}
      {doing?.what === 'record' && <ElementForm row={doing.row} leads={elements.leads} onClose={done} onDone={show} />}
      {doing?.what === 'end' && <EndElement row={doing.row} onClose={done} />}
    </>
  );
}
