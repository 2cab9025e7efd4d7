import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { ActionPage } from '#shared/domain/action/action.queries.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { Facts } from '#renderer/components/details-pane.tsx';
import { KeyHint } from '#renderer/components/key-hint.tsx';
import { MarkingBadge } from '#renderer/components/marking-badge.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { actionsText } from '#renderer/text/actions.ts';
import { ActionState } from './action-state.tsx';
import { type ActionStep, ActionStepDialog } from './action-step-dialog.tsx';
import styles from './action.module.css';

/** Which steps are worth a button: what the role includes is shown even when forbidden just now, the rest is absent. */
function stepsToShow(action: ActionPage): readonly ActionStep[] {
  if (action.state === 'verified' || action.state === 'withdrawn') return [];
  const order: readonly ActionStep[] = action.awaitingVerification
    ? ['verify', 'return', 'progress', 'changeDue', 'reassign', 'withdraw']
    : ['progress', 'claim', 'block', 'changeDue', 'reassign', 'withdraw'];
  const notTheirs = ['action/not-yours', 'action/not-yours-to-manage', 'action/not-yours-to-withdraw'];
  // Whoever owns a claimed action is shown why they cannot verify it themselves (duty 125).
  return order.filter(
    (step) =>
      action.steps[step] === null || !notTheirs.includes(action.steps[step].code) || (step === 'verify' && action.steps.progress === null),
  );
}

/** One action: what it is, where it comes from, what may be done with it now, and its log (duties 123-125). */
export function ActionDetails({ action }: { readonly action: ActionPage }): ReactNode {
  const [step, setStep] = useState<ActionStep | null>(null);
  const steps = stepsToShow(action);
  const { facts } = actionsText;
  return (
    <>
      <p className={styles['text']}>{action.text}</p>
      {action.awaitingVerification && <p className={styles['awaiting']}>{actionsText.awaiting(action.claimedBy)}</p>}
      <Facts
        facts={[
          { label: facts.state, value: <ActionState row={action} /> },
          { label: facts.owner, value: action.ownerLeft ? `${action.owner} (${actionsText.ownerLeft})` : action.owner },
          { label: facts.supporters, value: action.supporters.join(', ') },
          { label: facts.due, value: <When at={action.dueOn} /> },
          { label: facts.firstDue, value: action.firstDueOn === action.dueOn ? '' : <When at={action.firstDueOn} /> },
          { label: facts.strand, value: actionsText.strands[action.strand] },
          { label: facts.group, value: action.groupName },
          {
            label: facts.meeting,
            value:
              action.meetingReference === '' ? (
                ''
              ) : (
                <Link href={linkTo('meeting', action.meetingId)}>
                  <Reference>{action.meetingReference}</Reference>
                </Link>
              ),
          },
          { label: facts.item, value: action.itemTitle },
          {
            label: facts.decision,
            value:
              action.decision === null ? (
                ''
              ) : (
                <Link href={linkTo('decision', action.decision.id)}>
                  <Reference>{action.decision.reference}</Reference>
                </Link>
              ),
          },
          { label: facts.raised, value: actionsText.by(whenText(action.raisedAt), action.raisedBy) },
          { label: facts.age, value: actionsText.age(action.ageDays) },
          { label: facts.claimed, value: action.claimedAt === '' ? '' : actionsText.by(whenText(action.claimedAt), action.claimedBy) },
          { label: facts.verified, value: action.verifiedAt === '' ? '' : actionsText.by(whenText(action.verifiedAt), action.verifiedBy) },
          { label: facts.withdrawn, value: action.withdrawnBecause },
        ]}
      />
      <div className={styles['buttons']}>
        {steps.map((one, index) => (
          <StepButton key={one} step={one} action={action} main={index === 0} onClick={() => setStep(one)} />
        ))}
      </div>
      {step !== null && <ActionStepDialog action={action} step={step} onClose={() => setStep(null)} />}
      <h3 className={styles['heading']}>{actionsText.log}</h3>
      {action.progress.length === 0 ? (
        <p className={styles['dimmed']}>{actionsText.noLog}</p>
      ) : (
        <ol className={styles['log']}>
          {action.progress.toReversed().map((note) => (
            <li key={note.id} className={styles['note']}>
              <div className={styles['noteHead']}>
                <span className={styles['noteDid']}>{actionsText.did[note.did] ?? note.did}</span>
                <span>{note.by}</span>
                <When at={note.at} />
              </div>
              <p className={styles['noteText']}>{note.text}</p>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function StepButton({
  step,
  action,
  main,
  onClick,
}: {
  readonly step: ActionStep;
  readonly action: ActionPage;
  readonly main: boolean;
  readonly onClick: () => void;
}): ReactNode {
  const words = actionsText.steps[step];
  const why = action.steps[step];
  useShortcut(words.key, words.title, onClick, { enabled: why === null });
  return (
    <RuleButton
      why={why}
      onClick={onClick}
      size="xs"
      variant={main ? 'filled' : 'default'}
      rightSection={why === null && !main ? <KeyHint keys={words.key} /> : undefined}
    >
      {words.button}
    </RuleButton>
  );
}

/** The line under an action's reference: its marking, and how long ago anyone spoke of it. */
export function ActionSubtitle({ action }: { readonly action: ActionPage }): ReactNode {
  return <MarkingBadge marking={action.marking} policeOnly={action.policeOnly} />;
}
