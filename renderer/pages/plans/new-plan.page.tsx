import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import type { NewPlan } from '#shared/domain/delivery-plan/delivery-plan.queries.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { CommandForm } from '#renderer/components/command-form.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Page } from '#renderer/components/page.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { View } from '#renderer/components/view.tsx';
import { type PlanFields, PlanFieldset, planArgs, planLabels } from '#renderer/features/delivery-plan/plan-form.tsx';
import { plansText as words } from '#renderer/text/plans.ts';
import styles from './plans.module.css';

/** Makes a delivery plan from a decision (duties 55, 128). */
export function NewPlanPage(): ReactNode {
  const { decisionId = '' } = useParams<{ decisionId: string }>();
  const view = useView('new-plan', { decisionId });
  return (
    <View of={view}>
      {(plan) => (
        <Page title={words.newTitle} breadcrumbs={[{ text: words.list, to: '/plans' }]} marking={plan?.decision.marking ?? 'OFFICIAL'}>
          {plan === null ? (
            <EmptyState title={words.gone.title}>{words.gone.body}</EmptyState>
          ) : plan.make !== null ? (
            <RefusalNote refusals={[plan.make]} />
          ) : (
            <Making plan={plan} />
          )}
        </Page>
      )}
    </View>
  );
}

function Making({ plan }: { readonly plan: NewPlan }): ReactNode {
  const { decision, choices } = plan;
  const initial: PlanFields = {
    title: '',
    objective: '',
    priorityId: decision.priorityId,
    outsideStrategyReason: decision.outsideStrategyReason,
    ownerId: decision.ownerId,
    startsOn: '',
    endsOn: '',
    reviewOn: '',
    tactics: [{ text: '', strand: 'prevention' }],
    resources: [],
    measures: [{ name: '', baseline: '', target: '' }],
  };
  return (
    <div className={styles['form']}>
      <p className={styles['decision']}>
        {words.fromDecision} <Reference>{decision.reference}</Reference>
        <br />
        {decision.text}
      </p>
      <CommandForm
        command="delivery-plan.create"
        forKind="delivery-plan.create"
        about={decision.id}
        initial={initial}
        labels={planLabels(initial)}
        args={(fields) => ({ ...planArgs(fields), decisionId: decision.id })}
        submit={words.make}
        done={words.made}
        onDone={({ planId }) => goTo(linkTo('delivery-plan', planId), { replace: true })}
        onCancel={() => goTo(linkTo('decision', decision.id))}
      >
        {(form) => <PlanFieldset {...form} choices={choices} held={decision} />}
      </CommandForm>
    </div>
  );
}
