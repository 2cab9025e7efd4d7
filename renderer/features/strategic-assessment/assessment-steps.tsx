import { Button, Menu } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import type { AssessmentPage, AssessmentSteps as Steps } from '#shared/domain/strategic-assessment/strategic-assessment.queries.ts';
import { useCommand, useView } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { ConfirmDialog, ReasonDialog } from '#renderer/components/dialogs.tsx';
import { TextArea } from '#renderer/components/field.tsx';
import { PersonPicker } from '#renderer/components/person-picker.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { assessmentsText as words } from '#renderer/text/assessments.ts';
import { frameOf } from './assessment-terms.tsx';
import { BeginAssessment, FrameFieldset, frameArgs } from './begin-assessment.tsx';

type Open = 'change' | 'agreeTerms' | 'handOver' | 'submit' | 'returned' | 'passed' | 'withdraw' | 'refresh' | null;

/** Refusals that mean the role, or the stage of the work, does not include the step: then its button is absent, not grey. */
const NOT_THEIRS = [
  'strategic-assessment/not-yours-to-change',
  'strategic-assessment/not-yours-to-hand-over',
  'strategic-assessment/not-yours-to-begin',
  'strategic-assessment/terms-not-yours-to-agree',
  'strategic-assessment/agreed-terms-are-fixed',
  'strategic-assessment/terms-not-agreed',
  'strategic-assessment/reviewer-not-principal',
  'strategic-assessment/step-not-in-order',
  'strategic-assessment/refreshes-nothing',
  'strategic-assessment/in-review-is-fixed',
  'strategic-assessment/final-is-fixed',
  'strategic-assessment/withdrawn-is-fixed',
];
const offered = (refusal: Refusal | null): boolean => refusal === null || !NOT_THEIRS.includes(refusal.code);

/** What may be done with an assessment now, the next step last. */
export function AssessmentSteps({ page }: { readonly page: AssessmentPage }): ReactNode {
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const { steps } = page;
  const button = (step: keyof Steps, opens: NonNullable<Open>, label: string, quiet = false): ReactNode =>
    offered(steps[step]) && (
      <RuleButton why={steps[step]} onClick={() => setOpen(opens)} {...(quiet ? { variant: 'default' } : {})}>
        {label}
      </RuleButton>
    );
  const more = (['change', 'handOver', 'withdraw'] as const).filter((step) => offered(steps[step]));
  return (
    <>
      {more.length > 0 && (
        <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
          <Menu.Target>
            <Button variant="default">{words.steps.more} ▾</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {more.map((step) => (
              <Menu.Item key={step} onClick={() => setOpen(step)}>
                {words.steps[step]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {button('refresh', 'refresh', words.steps.refresh, true)}
      {button('agreeTerms', 'agreeTerms', words.steps.agreeTerms)}
      {button('submit', 'submit', words.steps.submit)}
      {button('review', 'returned', words.steps.returned, true)}
      {button('review', 'passed', words.steps.passed)}
      {open === 'change' && <Change page={page} onClose={close} />}
      {open === 'agreeTerms' && <Agree page={page} onClose={close} />}
      {open === 'handOver' && <HandOver page={page} onClose={close} />}
      {open === 'submit' && <Submit page={page} onClose={close} />}
      {(open === 'returned' || open === 'passed') && <Review page={page} outcome={open} onClose={close} />}
      {open === 'withdraw' && <Withdraw page={page} onClose={close} />}
      {open === 'refresh' && <Refresh page={page} onClose={close} />}
    </>
  );
}

interface StepProps {
  readonly page: AssessmentPage;
  readonly onClose: () => void;
}

function Change({ page, onClose }: StepProps): ReactNode {
  return (
    <CommandDialog
      title={words.steps.change}
      command="strategic-assessment.change"
      forKind="strategic-assessment.change"
      about={page.id}
      initial={frameOf(page)}
      labels={words.labels}
      args={(fields) => ({ ...frameArgs(fields), assessmentId: page.id })}
      submit={words.steps.save}
      done={words.changed}
      onDone={onClose}
      onCancel={onClose}
    >
      {(form) => <FrameFieldset form={form} agencies={page.choices.agencies} />}
    </CommandDialog>
  );
}

function Agree({ page, onClose }: StepProps): ReactNode {
  const { run, busy, refusals } = useCommand('strategic-assessment.agree-terms');
  const agree = async (): Promise<void> => {
    if (!(await run({ assessmentId: page.id })).ok) return;
    acknowledge(words.agreed);
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={words.agreeTitle}
      confirm={words.steps.agreeTerms}
      busy={busy}
      refusals={refusals}
      onConfirm={() => void agree()}
      onClose={onClose}
    >
      <p>{words.agreeBody}</p>
    </ConfirmDialog>
  );
}

function HandOver({ page, onClose }: StepProps): ReactNode {
  return (
    <CommandDialog
      title={words.steps.handOver}
      command="strategic-assessment.hand-over"
      forKind="strategic-assessment.hand-over"
      about={page.id}
      initial={{ ownerId: '' }}
      labels={words.labels}
      args={({ ownerId }) => ({ assessmentId: page.id, ownerId })}
      submit={words.steps.handOver}
      done={words.handedOver}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <PersonPicker
          {...at('ownerId')}
          held={{ marking: page.marking, policeOnly: false }}
          only={(person) => !person.partner && person.id !== page.authorId}
        />
      )}
    </CommandDialog>
  );
}

function Submit({ page, onClose }: StepProps): ReactNode {
  const people = useView('people-to-choose', {});
  const reviewers = people.state === 'ready' ? people.view.rows.filter((person) => page.choices.reviewerIds.includes(person.id)) : [];
  return (
    <CommandDialog
      title={words.steps.submit}
      command="strategic-assessment.submit"
      forKind="strategic-assessment.submit"
      about={page.id}
      initial={{ reviewerId: page.reviewerId }}
      labels={words.labels}
      args={({ reviewerId }) => ({ assessmentId: page.id, reviewerId })}
      submit={words.steps.submit}
      done={words.submitted}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <PersonPicker
          {...at('reviewerId')}
          help={words.help.reviewerId}
          people={reviewers.map((person) => ({ id: person.id, name: person.name, label: person.label }))}
        />
      )}
    </CommandDialog>
  );
}

function Review({ page, outcome, onClose }: StepProps & { readonly outcome: 'returned' | 'passed' }): ReactNode {
  return (
    <CommandDialog
      title={outcome === 'passed' ? words.passTitle : words.returnTitle}
      command="strategic-assessment.review"
      forKind={`strategic-assessment.${outcome}`}
      about={page.id}
      initial={{ text: '' }}
      labels={words.labels}
      args={({ text }) => ({ assessmentId: page.id, outcome, text })}
      submit={words.steps[outcome]}
      done={words.reviewed[outcome]}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          {outcome === 'passed' && <p>{words.passBody}</p>}
          <TextArea {...at('text')} help={words.help.reviewText} optional={outcome === 'passed'} maxLength={4000} data-autofocus />
        </>
      )}
    </CommandDialog>
  );
}

function Withdraw({ page, onClose }: StepProps): ReactNode {
  const { run, busy, refusals } = useCommand('strategic-assessment.withdraw');
  const withdraw = async (reason: string): Promise<void> => {
    if (!(await run({ assessmentId: page.id, reason })).ok) return;
    acknowledge(words.withdrawn);
    onClose();
  };
  return (
    <ReasonDialog
      open
      title={words.withdrawTitle}
      confirm={words.steps.withdraw}
      danger
      busy={busy}
      refusals={refusals}
      onConfirm={(reason) => void withdraw(reason)}
      onClose={onClose}
    />
  );
}

function Refresh({ page, onClose }: StepProps): ReactNode {
  return (
    <BeginAssessment
      groups={[{ id: page.groupId, name: page.groupName, agencies: page.choices.agencies }]}
      refreshes={{
        id: page.id,
        reference: page.reference,
        title: page.title,
        groupId: page.groupId,
        marking: page.marking,
        partnerAgencyIds: page.agencyIds,
        terms: page.terms,
      }}
      onClose={onClose}
    />
  );
}
