import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { usePaletteAction } from '#renderer/app/palette-actions.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { DetailsPane } from '#renderer/components/details-pane.tsx';
import { View } from '#renderer/components/view.tsx';
import { CapabilityDetails } from '#renderer/features/capability/capability-details.tsx';
import { CapabilityForm, RemoveCapability } from '#renderer/features/capability/capability-forms.tsx';
import { type CapabilityRow, CapabilityTable } from '#renderer/features/capability/capability-table.tsx';
import { capabilityText as text } from '#renderer/text/governance.ts';
import { ForceFrame } from './force-frame.tsx';
import { useMayOrganise } from './may-change.ts';
import { useShown } from './use-shown.ts';

type Doing = { readonly what: 'record'; readonly row: CapabilityRow | null } | { readonly what: 'remove'; readonly row: CapabilityRow };

/** What the force has, has access to or lacks (duties 17, 19-24). */
export function CapabilitiesPage(): ReactNode {
  const view = useView('capabilities', {});
  const { organises } = useMayOrganise();
  const { shown, show, close } = useShown();
  const [doing, setDoing] = useState<Doing | null>(null);
  const done = (): void => setDoing(null);
  const add = (): void => setDoing({ what: 'record', row: null });
  useShortcut('n', text.record, add, { enabled: organises });
  usePaletteAction({ label: text.record, keys: 'n', run: add }, organises);
  const missing = view.state === 'ready' ? view.view.rows.filter((row) => row.severity === 'red').length : null;
  return (
    <ForceFrame
      title={text.title}
      subtitle={missing === null ? ' ' : text.subtitle(missing)}
      fill
      actions={organises && <Button onClick={add}>{text.record}</Button>}
    >
      <View of={view}>
        {({ rows }) => {
          const row = rows.find((one) => one.id === shown);
          return (
            <>
              <CapabilityTable rows={rows} shown={shown} onShow={show} />
              {row !== undefined && (
                <DetailsPane title={row.name} onClose={close}>
                  <CapabilityDetails
                    key={row.id}
                    row={row}
                    actions={
                      organises && (
                        <>
                          <Button variant="default" size="compact-sm" onClick={() => setDoing({ what: 'record', row })}>
                            {row.recorded ? text.change : text.record}
                          </Button>
                          {row.recorded && (
                            <Button variant="default" size="compact-sm" color="red" onClick={() => setDoing({ what: 'remove', row })}>
                              {text.remove}
                            </Button>
                          )}
                        </>
                      )
                    }
                  />
                </DetailsPane>
              )}
            </>
          );
        }}
      </View>
      {doing?.what === 'record' && <CapabilityForm row={doing.row} onClose={done} onDone={show} />}
      {doing?.what === 'remove' && <RemoveCapability row={doing.row} onClose={done} />}
    </ForceFrame>
  );
}
