import { type ReactNode, useState } from 'react';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { useActor } from '#renderer/app/session/session.ts';
import { View } from '#renderer/components/view.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { AlignmentExceptions } from '#renderer/features/governance/alignment-exceptions.tsx';
import { objectivesText as text } from '#renderer/text/governance.ts';
import { ElementsTab } from './elements-tab.tsx';
import { ForceFrame } from './force-frame.tsx';
import { JointTab } from './joint-tab.tsx';
import styles from './objectives.module.css';
import { ObjectivesTab } from './objectives-tab.tsx';
import { useShown } from './use-shown.ts';

type Tab = 'objectives' | 'elements' | 'joint' | 'exceptions';

/** What priorities are measured against, what the lead co-ordinates, and what is agreed with partners (duties 4, 5, 70). Partners see their own part. */
export function ObjectivesPage(): ReactNode {
  const { partner } = useActor();
  return partner ? <PartnersPart /> : <PolicePart />;
}

function PartnersPart(): ReactNode {
  const joint = useView('joint-objectives', {});
  return (
    <ForceFrame title={text.joint.title} fill>
      <View of={joint}>{({ rows }) => <JointTab rows={rows} />}</View>
    </ForceFrame>
  );
}

function PolicePart(): ReactNode {
  const objectives = useView('business-objectives', {});
  const elements = useView('governance-elements', {});
  const joint = useView('joint-objectives', {});
  const alignment = useView('alignment', {});
  const { shown, close } = useShown();
  const [chosen, setChosen] = useState<Tab | null>(null);
  const among = (state: typeof elements | typeof joint): boolean =>
    state.state === 'ready' && state.view.rows.some((row) => row.id === shown);
  // A link to a record opens the part it stands in.
  const tab = chosen ?? (among(elements) ? 'elements' : among(joint) ? 'joint' : 'objectives');
  const count = (state: { readonly state: string; readonly view?: { readonly rows: readonly unknown[] } }): number =>
    state.view?.rows.length ?? 0;
  return (
    <ForceFrame title={text.title} fill>
      <div className={styles['views']}>
        <ViewTabs
          label={text.views}
          value={tab}
          onChange={(next) => {
            if (shown !== '') close();
            setChosen(next);
          }}
          tabs={[
            { value: 'objectives', label: text.tabs.objectives(count(objectives)) },
            { value: 'elements', label: text.tabs.elements(count(elements)) },
            { value: 'joint', label: text.tabs.joint(count(joint)) },
            {
              value: 'exceptions',
              label: text.tabs.exceptions(alignment.state === 'ready' ? alignment.view.exceptions.length : 0),
            },
          ]}
        />
      </div>
      {tab === 'objectives' && <View of={objectives}>{({ rows }) => <ObjectivesTab rows={rows} />}</View>}
      {tab === 'elements' && <View of={elements}>{(view) => <ElementsTab elements={view} />}</View>}
      {tab === 'joint' && <View of={joint}>{({ rows }) => <JointTab rows={rows} />}</View>}
      {tab === 'exceptions' && (
        <div className={styles['scroll']}>
          <AlignmentExceptions />
        </div>
      )}
    </ForceFrame>
  );
}
