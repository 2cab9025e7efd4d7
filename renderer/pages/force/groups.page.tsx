import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { usePaletteAction } from '#renderer/app/palette-actions.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { View } from '#renderer/components/view.tsx';
import { AddGroupForm } from '#renderer/features/group/group-form.tsx';
import { GroupsTable } from '#renderer/features/group/groups-table.tsx';
import { forceText } from '#renderer/text/force.ts';
import { organisationText } from '#renderer/text/organisation.ts';
import { useAsAt } from './as-at.ts';
import { ForceFrame } from './force-frame.tsx';
import { useMayOrganise } from './may-change.ts';

/** Every group as at any day: officers, frequency, next meeting due (duties 50, 63, 117). */
export function GroupsPage(): ReactNode {
  const { asAt } = useAsAt();
  const view = useView('groups', { asAt });
  const { organises, why } = useMayOrganise();
  const [adding, setAdding] = useState(false);
  const mayAct = organises && why === null;
  const open = (groupId: string): void => goTo(`/force/groups/${groupId}`);
  useShortcut('n', organisationText.group.add, () => setAdding(true), { enabled: mayAct });
  usePaletteAction({ label: organisationText.group.add, keys: 'n', run: () => setAdding(true) }, mayAct);
  return (
    <ForceFrame
      title={forceText.groups.title}
      dated
      fill
      actions={
        organises && (
          <RuleButton why={why} onClick={() => setAdding(true)}>
            {organisationText.group.add}
          </RuleButton>
        )
      }
    >
      <View of={view}>
        {({ rows }) => (
          <GroupsTable
            rows={rows}
            onShow={open}
            empty={
              <EmptyState
                title={forceText.groups.emptyTitle}
                action={mayAct && <Button onClick={() => setAdding(true)}>{organisationText.group.add}</Button>}
              >
                {forceText.groups.emptyBody}
              </EmptyState>
            }
          />
        )}
      </View>
      {adding && <AddGroup onClose={() => setAdding(false)} onAdded={open} />}
    </ForceFrame>
  );
}

function AddGroup({ onClose, onAdded }: { readonly onClose: () => void; readonly onAdded: (groupId: string) => void }): ReactNode {
  const { asAt } = useAsAt();
  const structure = useView('force-structure', { asAt });
  if (structure.state !== 'ready') return null;
  const { force, nodes } = structure.view;
  // Without basic command units the level vanishes from the choices (duty 62).
  const places = nodes.filter((node) => node.standing === 'in-use' && (force?.hasAreas === true || node.kind !== 'area'));
  return <AddGroupForm places={places} onClose={onClose} onAdded={onAdded} />;
}
