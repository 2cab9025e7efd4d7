import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import type { DecisionPage as Decision } from '#shared/domain/decision/decision.queries.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { MarkingBadge } from '#renderer/components/marking-badge.tsx';
import { Page } from '#renderer/components/page.tsx';
import sheet from '#renderer/components/record-sheet.module.css';
import { SheetSection } from '#renderer/components/record-sheet.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { View } from '#renderer/components/view.tsx';
import { ActionList } from '#renderer/features/action/action-list.tsx';
import { DecisionSheet, PlansOfDecision } from '#renderer/features/decision/decision-sheet.tsx';
import { KnownThen } from '#renderer/features/decision/known-then.tsx';
import { decisionsText as words } from '#renderer/text/decisions.ts';
import styles from './decisions.module.css';

const crumbs = [{ text: words.list, to: '/decisions' }];

/** One decision with its whole chain: reasons, evidence, what was known then, corrections, and what came of it. */
export function DecisionPage(): ReactNode {
  const { decisionId = '' } = useParams<{ decisionId: string }>();
  const view = useView('decision', { decisionId });
  return (
    <View of={view}>
      {(decision) =>
        decision === null ? (
          <Page title={words.gone.title} breadcrumbs={crumbs}>
            <EmptyState title={words.gone.title}>{words.gone.body}</EmptyState>
          </Page>
        ) : (
          <Loaded decision={decision} />
        )
      }
    </View>
  );
}

function Loaded({ decision }: { readonly decision: Decision }): ReactNode {
  useShortcut('escape', words.list, () => goTo('/decisions'), { unlisted: true });
  return (
    <Page
      title={decision.reference}
      subtitle={
        <>
          {decision.groupName} <MarkingBadge marking={decision.marking} policeOnly={decision.policeOnly} />
        </>
      }
      breadcrumbs={crumbs}
      marking={decision.marking}
      policeOnly={decision.policeOnly}
      actions={
        decision.makePlan === null && (
          <RuleButton why={null} onClick={() => goTo(`/plans/new/${decision.id}`)}>
            {words.makePlan}
          </RuleButton>
        )
      }
    >
      <article className={sheet['sheet']}>
        <DecisionSheet decision={decision} />
        <SheetSection title={words.outcome} duties={[55, 123]}>
          <h3 className={styles['heading']}>{words.actions}</h3>
          {decision.actions.length === 0 ? <p className={sheet['dimmed']}>{words.noActions}</p> : <ActionList rows={decision.actions} />}
          <h3 className={styles['heading']}>{words.plans}</h3>
          <PlansOfDecision plans={decision.plans} />
        </SheetSection>
        <KnownThen decision={decision} />
      </article>
    </Page>
  );
}
