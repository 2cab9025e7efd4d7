import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { Day } from '#shared/base/time.ts';
import { maySetPriority } from '#shared/domain/priority/priority.policy.ts';
import type { QueryView } from '#shared/domain/registry.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { useActor } from '#renderer/app/session/session.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { ChoiceField, TextArea, TextField } from '#renderer/components/field.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { SaveDocument } from '#renderer/components/save-document.tsx';
import { View } from '#renderer/components/view.tsx';
import { todayNow, whenText } from '#renderer/components/when.tsx';
import { forceText } from '#renderer/text/force.ts';
import { organisationText } from '#renderer/text/organisation.ts';
import styles from './priority-section.module.css';

const text = organisationText.priority;
type Priority = QueryView<'priorities'>['rows'][number];

interface PrioritySectionProps {
  readonly groupId: string;
  readonly nodeType: 'force' | 'area';
  readonly nodeId: string;
}

/** The control strategy's priorities of the place, each with the decision that set it (duties 80, 93). */
export function PrioritySection({ groupId, nodeType, nodeId }: PrioritySectionProps): ReactNode {
  const actor = useActor();
  const view = useView('priorities', { nodeId });
  const [doing, setDoing] = useState<'set' | Priority | null>(null);
  const maySet = maySetPriority(actor, [groupId]) === null;
  const done = (): void => setDoing(null);
  return (
    <View of={view}>
      {({ rows }) => (
        <>
          {rows.length === 0 && <p className={styles['quiet']}>{forceText.group.noStrategy}</p>}
          <ul className={styles['list']}>
            {rows.map((priority) => (
              <li key={priority.id} className={styles['priority']} data-ended={priority.current ? undefined : ''}>
                <Reference>{priority.reference}</Reference>
                <span>
                  {priority.title}
                  <span className={styles['quiet']}>
                    {priority.setByReference !== '' && (
                      <>
                        {' · '}
                        <Link href={linkTo('decision', priority.setByDecisionId)}>{forceText.group.setBy(priority.setByReference)}</Link>
                      </>
                    )}
                    {priority.to !== '' && `, ${forceText.group.ended(whenText(priority.to))}`}
                  </span>
                </span>
                {maySet && priority.to === '' ? (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    onClick={() => setDoing(priority)}
                    aria-label={text.endTitle(priority.reference)}
                  >
                    {text.end}
                  </Button>
                ) : (
                  <span />
                )}
              </li>
            ))}
          </ul>
          <div className={styles['foot']}>
            {maySet && (
              <Button size="compact-sm" variant="default" onClick={() => setDoing('set')}>
                {text.set}
              </Button>
            )}
            {rows.some((row) => row.current) && (
              <SaveDocument name="priorities-in-force" args={{ nodeType, nodeId }} formats={['pdf', 'docx']} size="compact-sm" />
            )}
          </div>
          {doing === 'set' && <SetPriorityForm groupId={groupId} nodeType={nodeType} nodeId={nodeId} onClose={done} />}
          {typeof doing === 'object' && doing !== null && <EndPriorityForm groupId={groupId} priority={doing} onClose={done} />}
        </>
      )}
    </View>
  );
}

/** The group's decisions that stand, latest first. */
function useDecisions(groupId: string): readonly { readonly value: string; readonly label: string }[] {
  const view = useView('decisions', { groupId });
  if (view.state !== 'ready') return [];
  return view.view.rows
    .filter((row) => row.supersededById === '')
    .map((row) => ({ value: row.id, label: `${row.reference}: ${row.text.length > 90 ? `${row.text.slice(0, 90)}…` : row.text}` }));
}

function SetPriorityForm({ groupId, nodeType, nodeId, onClose }: PrioritySectionProps & { readonly onClose: () => void }): ReactNode {
  const decisions = useDecisions(groupId);
  return (
    <CommandDialog
      title={text.setTitle}
      command="priority.set"
      forKind="priority.set"
      about={groupId}
      initial={{ title: '', summary: '', reference: '', setByDecisionId: '', from: todayNow() as Day | '' }}
      labels={text.labels}
      args={(fields) => ({ ...fields, nodeType, nodeId })}
      submit={text.set}
      done={text.setDone}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          <ChoiceField {...at('setByDecisionId')} help={text.help.decision} choices={decisions} />
          <TextField {...at('title')} />
          <TextArea {...at('summary')} optional />
          <TextField {...at('reference')} help={text.help.reference} optional w="12rem" />
          <DayField {...at('from')} />
        </>
      )}
    </CommandDialog>
  );
}

function EndPriorityForm({
  groupId,
  priority,
  onClose,
}: {
  readonly groupId: string;
  readonly priority: Priority;
  readonly onClose: () => void;
}): ReactNode {
  const decisions = useDecisions(groupId);
  return (
    <CommandDialog
      title={text.endTitle(priority.reference)}
      command="priority.end"
      forKind="priority.end"
      about={priority.id}
      initial={{ on: todayNow() as Day | '', decisionId: '' }}
      labels={text.labels}
      args={(fields) => ({ ...fields, priorityId: priority.id })}
      submit={text.endTitle(priority.reference)}
      danger
      done={text.endDone}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          <ChoiceField {...at('decisionId')} help={text.help.decision} choices={decisions} />
          <DayField {...at('on')} />
        </>
      )}
    </CommandDialog>
  );
}
