import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Warning } from '#shared/domain/governance/warning.ts';
import type { Role } from '#shared/domain/appointment/appointment.schema.ts';
import { areaBook } from '#shared/domain/area/area.rules.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { usePaletteAction } from '#renderer/app/palette-actions.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { DetailsPane } from '#renderer/components/details-pane.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { View } from '#renderer/components/view.tsx';
import { WarningsDialog } from '#renderer/components/warnings-dialog.tsx';
import { GiveRoleForm } from '#renderer/features/appointment/give-role-form.tsx';
import { AreaForm, CloseAreaForm } from '#renderer/features/area/area-forms.tsx';
import { DescribeForceForm } from '#renderer/features/force/describe-form.tsx';
import { NodeDetails } from '#renderer/features/force/node-details.tsx';
import { type StructureNode, StructureTree } from '#renderer/features/force/structure-tree.tsx';
import { CloseUnitForm, UnitForm } from '#renderer/features/unit/unit-forms.tsx';
import { forceText } from '#renderer/text/force.ts';
import { organisationText } from '#renderer/text/organisation.ts';
import { useAsAt } from './as-at.ts';
import { ForceFrame } from './force-frame.tsx';
import { useMayOrganise } from './may-change.ts';
import { useShown } from './use-shown.ts';

type Doing =
  | { readonly what: 'describe' | 'add-area' | 'change' | 'close' | 'appoint' }
  | { readonly what: 'add-unit'; readonly areaId: string };
const text = forceText.structure;

/** The structure of the force as at any day, and how it is changed (duties 6-8, 62). */
export function StructurePage(): ReactNode {
  const { asAt } = useAsAt();
  const view = useView('force-structure', { asAt });
  const { organises, why } = useMayOrganise();
  const { shown, show, close } = useShown();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [warnings, setWarnings] = useState<readonly Warning[]>([]);
  const mayAct = organises && why === null;
  const hasAreas = view.state === 'ready' && view.view.force?.hasAreas === true;
  useShortcut('n', organisationText.unit.add, () => setDoing({ what: 'add-unit', areaId: '' }), { enabled: mayAct });
  usePaletteAction({ label: organisationText.unit.add, keys: 'n', run: () => setDoing({ what: 'add-unit', areaId: '' }) }, mayAct);
  usePaletteAction({ label: organisationText.area.add, run: () => setDoing({ what: 'add-area' }) }, mayAct && hasAreas);
  const done = (): void => setDoing(null);
  const levelOff = hasAreas ? [] : [areaBook.say('area/level-off')];

  return (
    <ForceFrame
      title={text.title}
      dated
      actions={
        organises && (
          <>
            <RuleButton why={why} variant="default" onClick={() => setDoing({ what: 'describe' })}>
              {organisationText.force.describe}
            </RuleButton>
            <RuleButton why={why ?? levelOff} variant="default" onClick={() => setDoing({ what: 'add-area' })}>
              {organisationText.area.add}
            </RuleButton>
            <RuleButton why={why} onClick={() => setDoing({ what: 'add-unit', areaId: '' })}>
              {organisationText.unit.add}
            </RuleButton>
          </>
        )
      }
    >
      <View of={view}>
        {({ force, nodes }) => {
          const node = nodes.find((one) => one.id === shown);
          const areas = nodes.filter((one) => one.kind === 'area' && one.standing === 'in-use');
          return (
            <>
              {force !== null && (
                <p style={{ marginBottom: '0.5rem', maxWidth: '75rem' }}>
                  {force.hasAreas ? text.levelOn : text.levelOff}.{' '}
                  {force.configuredBy !== '' && text.configured(force.configuredBy, force.configuredBecause)}
                </p>
              )}
              <StructureTree nodes={nodes} shown={shown} onShow={show} />
              {nodes.length <= 1 && organises && (
                <EmptyState
                  title={text.emptyTitle}
                  action={
                    <Button variant="default" onClick={() => setDoing(hasAreas ? { what: 'add-area' } : { what: 'add-unit', areaId: '' })}>
                      {hasAreas ? organisationText.area.add : organisationText.unit.add}
                    </Button>
                  }
                >
                  {text.emptyBody}
                </EmptyState>
              )}
              {node !== undefined && (
                <DetailsPane title={node.name} subtitle={node.code} onClose={close}>
                  <NodeDetails
                    node={node}
                    areaName={areas.find((area) => area.id === node.areaId)?.name ?? ''}
                    actions={organises && <NodeActions node={node} onDo={setDoing} />}
                  />
                </DetailsPane>
              )}
              {doing?.what === 'describe' && force !== null && <DescribeForceForm force={force} onClose={done} />}
              {doing?.what === 'add-area' && <AreaForm onClose={done} onAdded={show} />}
              {doing?.what === 'add-unit' && <UnitForm areas={areas} areaId={doing.areaId} onClose={done} onAdded={show} />}
              {node?.kind === 'area' && doing?.what === 'change' && <AreaForm area={node} onClose={done} />}
              {node?.kind === 'area' && doing?.what === 'close' && <CloseAreaForm area={node} onClose={done} />}
              {node?.kind === 'unit' && doing?.what === 'change' && <UnitForm unit={node} areas={areas} onClose={done} />}
              {node?.kind === 'unit' && doing?.what === 'close' && <CloseUnitForm unit={node} onClose={done} />}
              {node !== undefined && doing?.what === 'appoint' && (
                <GiveRoleForm
                  places={[{ scopeType: node.kind, id: node.id, name: node.name }]}
                  {...headRole(node)}
                  onClose={done}
                  onGiven={setWarnings}
                />
              )}
            </>
          );
        }}
      </View>
      <WarningsDialog warnings={warnings} onClose={() => setWarnings([])} />
    </ForceFrame>
  );
}

function headRole(node: StructureNode): { readonly role?: Role } {
  return node.kind === 'unit' ? { role: 'unit-head' } : node.kind === 'force' ? { role: 'chief-officer-lead' } : {};
}

function NodeActions({ node, onDo }: { readonly node: StructureNode; readonly onDo: (doing: Doing) => void }): ReactNode {
  const { why } = useMayOrganise();
  const words = node.kind === 'area' ? organisationText.area : organisationText.unit;
  return (
    <>
      {node.kind !== 'force' && (
        <RuleButton why={why} variant="default" size="compact-sm" onClick={() => onDo({ what: 'change' })}>
          {words.change}
        </RuleButton>
      )}
      {node.kind === 'force' && (
        <RuleButton why={why} variant="default" size="compact-sm" onClick={() => onDo({ what: 'describe' })}>
          {organisationText.force.describe}
        </RuleButton>
      )}
      {node.standing === 'in-use' && (
        <RuleButton why={why} variant="default" size="compact-sm" onClick={() => onDo({ what: 'appoint' })}>
          {node.kind === 'unit' ? text.giveHead : node.kind === 'force' ? text.giveLead : organisationText.appointment.give}
        </RuleButton>
      )}
      {node.kind === 'area' && node.standing === 'in-use' && (
        <RuleButton why={why} variant="default" size="compact-sm" onClick={() => onDo({ what: 'add-unit', areaId: node.id })}>
          {organisationText.unit.add}
        </RuleButton>
      )}
      {node.kind !== 'force' && node.standing === 'in-use' && (
        <RuleButton why={why} variant="default" size="compact-sm" color="red" onClick={() => onDo({ what: 'close' })}>
          {words.close}
        </RuleButton>
      )}
    </>
  );
}
