import type { ReactNode } from 'react';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { SaveDocument } from '#renderer/components/save-document.tsx';
import { View } from '#renderer/components/view.tsx';
import { GovernanceView } from '#renderer/features/governance/governance-view.tsx';
import { forceText } from '#renderer/text/force.ts';
import { useAsAt } from './as-at.ts';
import { ForceFrame } from './force-frame.tsx';

/** What the organisation lacks as at any day, each gap with its duty and the record that closes it. */
export function GovernancePage(): ReactNode {
  const { asAt } = useAsAt();
  const view = useView('governance', { asAt });
  return (
    <ForceFrame
      title={forceText.governance.title}
      dated
      fill
      actions={
        view.state === 'ready' && (
          <SaveDocument
            name="governance-report"
            args={{ forceId: view.view.forceId, asAt }}
            formats={['pdf', 'docx']}
            label={forceText.governance.save}
          />
        )
      }
      subtitle={view.state === 'ready' ? forceText.governance.subtitle(view.view.red, view.view.amber) : undefined}
    >
      <View of={view}>
        {(governance) => (
          <GovernanceView
            view={governance}
            onOpen={(gap) =>
              goTo(
                gap.subject.kind === 'force'
                  ? `/force?show=${gap.subject.id}`
                  : linkTo(gap.subject.kind, gap.subject.id, gap.subject.parent ?? ''),
              )
            }
          />
        )}
      </View>
    </ForceFrame>
  );
}
