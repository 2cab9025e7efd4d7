import { type ReactNode, useState } from 'react';
import { useParams } from 'wouter';
import type { PlanPage as Plan } from '#shared/domain/delivery-plan/delivery-plan.queries.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { CommandForm } from '#renderer/components/command-form.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { MarkingBadge } from '#renderer/components/marking-badge.tsx';
import { Page } from '#renderer/components/page.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { View } from '#renderer/components/view.tsx';
import { type PlanFields, PlanFieldset, planArgs, planLabels } from '#renderer/features/delivery-plan/plan-form.tsx';
import { PlanSheet } from '#renderer/features/delivery-plan/plan-sheet.tsx';
import { PlanSteps } from '#renderer/features/delivery-plan/plan-steps.tsx';
import { plansText as words } from '#renderer/text/plans.ts';
import styles from './plans.module.css';

const crumbs = [{ text: words.list, to: '/plans' }];

/** One delivery plan: as agreed, its reviews, its result, and what may be done with it (duties 55, 56, 128, 142). */
export function PlanPage(): ReactNode {
  const { planId = '' } = useParams<{ planId: string }>();
  const view = useView('plan', { planId });
  return (
    <View of={view}>
      {(plan) =>
        plan === null ? (
          <Page title={words.gone.title} breadcrumbs={crumbs}>
            <EmptyState title={words.gone.title}>{words.gone.body}</EmptyState>
          </Page>
        ) : (
          <Loaded plan={plan} />
        )
      }
    </View>
  );
}

function Loaded({ plan }: { readonly plan: Plan }): ReactNode {
  const [changing, setChanging] = useState(false);
  useShortcut('escape', words.list, () => (changing ? setChanging(false) : goTo('/plans')), { unlisted: true });
  return (
    <Page
      title={changing ? words.changeTitle : plan.title}
      subtitle={
        <>
          <Reference>{plan.reference}</Reference> · {plan.groupName} <MarkingBadge marking={plan.marking} policeOnly={plan.policeOnly} />
        </>
      }
      breadcrumbs={crumbs}
      marking={plan.marking}
      policeOnly={plan.policeOnly}
      actions={!changing && <PlanSteps plan={plan} onChange={() => setChanging(true)} />}
    >
      {changing ? <Changing plan={plan} onClose={() => setChanging(false)} /> : <PlanSheet plan={plan} />}
    </Page>
  );
}

function Changing({ plan, onClose }: { readonly plan: Plan; readonly onClose: () => void }): ReactNode {
  const { title, objective, priorityId, outsideStrategyReason, ownerId, startsOn, endsOn, reviewOn } = plan;
  const initial = {
    title,
    objective,
    priorityId,
    outsideStrategyReason,
    ownerId,
    startsOn,
    endsOn,
    reviewOn,
    tactics: plan.tactics.map(({ text, strand }) => ({ text, strand })),
    resources: plan.resources.map(({ unitId, what, hours, from, to }) => ({ unitId, what, hours, from, to })),
    measures: plan.measures.map(({ name, baseline, target }) => ({ name, baseline, target })),
  } as PlanFields;
  return (
    <div className={styles['form']}>
      <CommandForm
        command="delivery-plan.change"
        forKind="delivery-plan.change"
        about={plan.id}
        initial={initial}
        labels={planLabels(initial)}
        args={(fields) => ({ ...planArgs(fields), planId: plan.id })}
        submit={words.save}
        done={words.changed}
        onDone={onClose}
        onCancel={onClose}
      >
        {(form) => <PlanFieldset {...form} choices={plan.choices} held={plan} />}
      </CommandForm>
    </div>
  );
}
