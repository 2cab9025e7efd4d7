import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'wouter';
import { mayAppoint } from '#shared/domain/appointment/appointment.policy.ts';
import type { Role } from '#shared/domain/appointment/appointment.schema.ts';
import type { Warning } from '#shared/domain/governance/warning.ts';
import { GROUP_TYPE_NAMES } from '#shared/domain/group/group-types.ts';
import { maySetPolicy } from '#shared/domain/tc-policy/tc-policy.policy.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { useActor } from '#renderer/app/session/session.ts';
import { PageLoading } from '#renderer/components/page.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { WarningsDialog } from '#renderer/components/warnings-dialog.tsx';
import { EndRoleForm } from '#renderer/features/appointment/end-role-form.tsx';
import { GiveRoleForm } from '#renderer/features/appointment/give-role-form.tsx';
import { ChangeGroupForm, CloseGroupForm } from '#renderer/features/group/group-form.tsx';
import {
  GroupGaps,
  GroupMeetings,
  type GroupMember,
  GroupMembers,
  GroupOfficers,
  GroupPast,
  GroupSection,
  type GroupView,
} from '#renderer/features/group/group-view.tsx';
import styles from '#renderer/features/group/group.module.css';
import { PrioritySection } from '#renderer/features/priority/priority-section.tsx';
import { PolicySection } from '#renderer/features/tc-policy/policy-section.tsx';
import { forceText, notToday } from '#renderer/text/force.ts';
import { organisationText, roleWords } from '#renderer/text/organisation.ts';
import { useAsAt } from './as-at.ts';
import { ForceFrame } from './force-frame.tsx';
import { useMayOrganise } from './may-change.ts';

type Doing =
  | { readonly what: 'change' | 'close' }
  | { readonly what: 'appoint'; readonly role?: Role }
  | { readonly what: 'end'; readonly member: GroupMember };
const text = forceText.group;

/** One group as at any day: who sits in it and why, how often it meets, what is amiss (duties 63-72, 117-120, 124). */
export function GroupPage(): ReactNode {
  const { groupId = '' } = useParams<{ groupId: string }>();
  const { asAt } = useAsAt();
  const view = useView('group', { groupId, asAt });
  if (view.state === 'ready' && view.view.found) return <Found group={view.view} />;
  return (
    <ForceFrame title={forceText.groups.title} dated>
      {view.state === 'loading' && <PageLoading />}
      {view.state === 'refused' && <RefusalNote refusals={view.refusals} />}
      {view.state === 'ready' && !view.view.found && <RefusalNote refusals={[view.view.refusal]} title={text.unknown} />}
    </ForceFrame>
  );
}

function Found({ group }: { readonly group: GroupView }): ReactNode {
  const actor = useActor();
  const { isToday } = useAsAt();
  const { organises } = useMayOrganise();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [warnings, setWarnings] = useState<readonly Warning[]>([]);
  const why = isToday ? null : notToday;
  const done = (): void => setDoing(null);
  const open = group.to === '';
  const appoints = open && mayAppoint(actor, 'member', group.id) === null;
  const onEnd = appoints && isToday ? (member: GroupMember): void => setDoing({ what: 'end', member }) : undefined;
  const { nodeType } = group;
  return (
    <ForceFrame
      title={group.name}
      dated
      subtitle={
        <>
          <Link href="/force/groups">{forceText.groups.title}</Link> › <Reference>{group.code}</Reference> ·{' '}
          {GROUP_TYPE_NAMES[group.groupType].long} · {group.place}
          {group.standing !== 'in-use' && (
            <>
              {' · '}
              <StatusText tone="quiet">{group.standing === 'closed' ? forceText.groups.closed : forceText.groups.coming}</StatusText>
              {group.closedBecause !== '' && `: ${group.closedBecause}`}
            </>
          )}
        </>
      }
      actions={
        <>
          {organises && open && (
            <>
              <RuleButton why={why} variant="default" onClick={() => setDoing({ what: 'close' })}>
                {organisationText.group.close}
              </RuleButton>
              <RuleButton why={why} variant="default" onClick={() => setDoing({ what: 'change' })}>
                {organisationText.group.change}
              </RuleButton>
            </>
          )}
          {appoints && (
            <RuleButton why={why} onClick={() => setDoing({ what: 'appoint' })}>
              {text.add}
            </RuleButton>
          )}
        </>
      }
    >
      <div className={styles['columns']}>
        <div>
          <GroupSection title={text.officers}>
            <GroupOfficers
              group={group}
              onEnd={onEnd}
              onAppoint={appoints && isToday ? (role) => setDoing({ what: 'appoint', role }) : undefined}
            />
          </GroupSection>
          <GroupSection title={text.members}>
            <GroupMembers group={group} onEnd={onEnd} />
          </GroupSection>
          {group.past.length + group.coming.length > 0 && (
            <GroupSection title={text.past}>
              <GroupPast group={group} />
            </GroupSection>
          )}
        </div>
        <div>
          <GroupSection title={text.gaps}>
            <GroupGaps group={group} />
          </GroupSection>
          <GroupSection title={text.policy}>
            <PolicySection
              groupId={group.id}
              policies={group.policies}
              maySet={open && isToday && maySetPolicy(actor, group.id) === null}
            />
          </GroupSection>
          {group.groupType === 'stcg' && nodeType !== 'unit' && (
            <GroupSection title={text.strategy}>
              <PrioritySection nodeType={group.nodeType === 'force' ? 'force' : 'area'} nodeId={group.nodeId} />
            </GroupSection>
          )}
          <GroupSection title={text.meetings}>
            <GroupMeetings group={group} />
          </GroupSection>
        </div>
      </div>
      {doing?.what === 'change' && <ChangeGroupForm group={group} onClose={done} />}
      {doing?.what === 'close' && <CloseGroupForm group={group} onClose={done} />}
      {doing?.what === 'appoint' && (
        <GiveRoleForm
          places={[{ scopeType: 'group', id: group.id, name: group.name }]}
          {...(doing.role === undefined ? {} : { role: doing.role })}
          onClose={done}
          onGiven={setWarnings}
        />
      )}
      {doing?.what === 'end' && (
        <EndRoleForm appointment={{ id: doing.member.id, role: roleWords(doing.member.role), place: doing.member.name }} onClose={done} />
      )}
      <WarningsDialog warnings={warnings} onClose={() => setWarnings([])} />
    </ForceFrame>
  );
}
