import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { QueryView } from '#shared/domain/registry.ts';
import { FREQUENCY_UNITS, type TcPolicyBody } from '#shared/domain/tc-policy/tc-policy.schema.ts';
import { tcPolicyBook } from '#shared/domain/tc-policy/tc-policy.rules.ts';
import { useActor } from '#renderer/app/session/session.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { ChoiceField, NumberField, TextArea, TextField } from '#renderer/components/field.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { todayNow, whenText } from '#renderer/components/when.tsx';
import { forceText } from '#renderer/text/force.ts';
import { frequencyUnitWords, organisationText } from '#renderer/text/organisation.ts';
import styles from './policy-section.module.css';

type Policy = Extract<QueryView<'group'>, { found: true }>['policies'][number];
type Unit = TcPolicyBody['unit'];
const text = organisationText.policy;
const groupText = forceText.group;

interface PolicySectionProps {
  readonly groupId: string;
  readonly policies: readonly Policy[];
  /** Whether the person may write and approve it. */
  readonly maySet: boolean;
}

/** How often the group meets and why: in force, drafted, and what it replaced (duties 63-65, 117). */
export function PolicySection({ groupId, policies, maySet }: PolicySectionProps): ReactNode {
  const [doing, setDoing] = useState<{ readonly what: 'write' | 'approve'; readonly policy: Policy | null } | null>(null);
  const draft = policies.find((policy) => policy.state === 'draft') ?? null;
  const done = (): void => setDoing(null);
  return (
    <>
      {policies.every((policy) => !policy.inForce) && <p className={styles['quiet']}>{groupText.noPolicy}</p>}
      <ul className={styles['list']}>
        {policies.map((policy) => (
          <li key={policy.id} className={styles['policy']} data-in-force={policy.inForce || undefined}>
            <p>
              <strong>{policy.frequency}</strong>, {forceText.period(whenText(policy.from), '')} · <PolicyState policy={policy} />
            </p>
            <p>
              {groupText.reason}: {policy.reason === '' ? <span className={styles['quiet']}>{groupText.noReason}</span> : policy.reason}
            </p>
            <p className={styles['quiet']}>
              {groupText.interim(policy.interimBeyondMonths)}
              {policy.approvedBy !== '' && `. ${groupText.approvedBy(policy.approvedBy)}`}
            </p>
            {maySet && policy.state === 'draft' && (
              <div className={styles['buttons']}>
                <Button size="compact-sm" variant="default" onClick={() => setDoing({ what: 'write', policy })}>
                  {text.rewrite}
                </Button>
                <RuleButton
                  why={policy.reason === '' ? tcPolicyBook.say('tc-policy/needs-reason') : null}
                  size="compact-sm"
                  onClick={() => setDoing({ what: 'approve', policy })}
                >
                  {text.approve}
                </RuleButton>
              </div>
            )}
          </li>
        ))}
      </ul>
      {maySet && draft === null && (
        <div className={styles['buttons']}>
          <Button size="compact-sm" variant="default" onClick={() => setDoing({ what: 'write', policy: null })}>
            {text.write}
          </Button>
        </div>
      )}
      {doing?.what === 'write' && <PolicyForm groupId={groupId} policy={doing.policy} onClose={done} />}
      {doing?.what === 'approve' && doing.policy !== null && <ApproveForm policy={doing.policy} onClose={done} />}
    </>
  );
}

function PolicyState({ policy }: { readonly policy: Policy }): ReactNode {
  if (policy.inForce) return <StatusText tone="good">{groupText.policyInForce}</StatusText>;
  if (policy.state === 'draft') return <StatusText tone="attention">{groupText.policyDraft}</StatusText>;
  return policy.from > todayNow() ? (
    <StatusText tone="active">{groupText.policyComing}</StatusText>
  ) : (
    <StatusText tone="quiet">{groupText.policyOver}</StatusText>
  );
}

function PolicyForm({
  groupId,
  policy,
  onClose,
}: {
  readonly groupId: string;
  readonly policy: Policy | null;
  readonly onClose: () => void;
}): ReactNode {
  return (
    <CommandDialog
      title={text.write}
      command="tc-policy.set"
      forKind="tc-policy.set"
      about={policy?.id ?? groupId}
      initial={{
        every: (policy?.every ?? 2) as number | '',
        unit: (policy?.unit ?? 'week') as Unit,
        reason: policy?.reason ?? '',
        from: (policy?.from ?? todayNow()) as Day | '',
        interimBeyondMonths: (policy?.interimBeyondMonths ?? 6) as number | '',
      }}
      labels={text.labels}
      args={(fields) => ({
        ...fields,
        policyId: policy?.id ?? '',
        groupId,
        every: Number(fields.every),
        interimBeyondMonths: Number(fields.interimBeyondMonths),
      })}
      submit={text.submit}
      done={text.written}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          <NumberField {...at('every')} min={1} max={60} w="8rem" />
          <ChoiceField {...at('unit')} choices={FREQUENCY_UNITS.map((value) => ({ value, label: frequencyUnitWords[value] }))} w="12rem" />
          <TextArea {...at('reason')} help={text.help.reason} optional />
          <DayField {...at('from')} />
          <NumberField {...at('interimBeyondMonths')} help={text.help.interimBeyondMonths} min={1} max={60} w="12rem" />
        </>
      )}
    </CommandDialog>
  );
}

function ApproveForm({ policy, onClose }: { readonly policy: Policy; readonly onClose: () => void }): ReactNode {
  const actor = useActor();
  return (
    <CommandDialog
      title={text.approveTitle}
      command="tc-policy.approve"
      forKind="tc-policy.approve"
      about={policy.id}
      initial={{ approvedBy: actor.name }}
      labels={text.labels}
      args={(fields) => ({ ...fields, policyId: policy.id })}
      submit={text.approve}
      done={text.approved}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          <p>
            <strong>{policy.frequency}</strong>. {policy.reason}
          </p>
          <TextField {...at('approvedBy')} />
        </>
      )}
    </CommandDialog>
  );
}
