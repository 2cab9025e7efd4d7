import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { preparesStrategy } from '#shared/domain/access/strategy-access.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { useActor } from '#renderer/app/session/session.ts';
import { DetailsPane } from '#renderer/components/details-pane.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { todayNow } from '#renderer/components/when.tsx';
import { AgreeForm, EndJoint, JointForm } from '#renderer/features/joint-objective/joint-forms.tsx';
import { JointDetails, type JointRow, JointTable } from '#renderer/features/joint-objective/joint-table.tsx';
import { objectivesText } from '#renderer/text/governance.ts';
import styles from './objectives.module.css';
import { useShown } from './use-shown.ts';

const text = objectivesText.joint;
type Doing = { readonly what: 'propose'; readonly row: JointRow | null } | { readonly what: 'agree' | 'end'; readonly row: JointRow };

/** Objectives agreed with partners, and what is done with them (duty 70). */
export function JointTab({ rows }: { readonly rows: readonly JointRow[] }): ReactNode {
  const actor = useActor();
  const groups = useView('groups', actor.partner ? null : { asAt: todayNow() });
  const mine =
    groups.state === 'ready' ? groups.view.rows.filter((group) => group.groupType === 'stcg' && preparesStrategy(actor, group.id)) : [];
  const { shown, show, close } = useShown();
  const [doing, setDoing] = useState<Doing | null>(null);
  const done = (): void => setDoing(null);
  const propose = (): void => setDoing({ what: 'propose', row: null });
  useShortcut('n', text.propose, propose, { enabled: mine.length > 0 });
  const row = rows.find((one) => one.id === shown);
  const addButton = mine.length > 0 && (
    <Button size="compact-sm" onClick={propose}>
      {text.propose}
    </Button>
  );
  return (
    <>
      {rows.length > 0 && <div className={styles['bar']}>{addButton}</div>}
      <JointTable
        rows={rows}
        shown={shown}
        onShow={show}
        empty={
          <EmptyState title={text.emptyTitle} action={addButton}>
            {text.emptyBody}
          </EmptyState>
        }
      />
      {row !== undefined && (
        <DetailsPane title={row.title} onClose={close}>
          <JointDetails row={row} />
          <Actions row={row} partner={actor.partner} onDo={setDoing} />
        </DetailsPane>
      )}
      {doing?.what === 'propose' && (
        <Proposing row={doing.row} groups={mine.map((group) => ({ value: group.id, label: group.name }))} onClose={done} onDone={show} />
      )}
      {doing?.what === 'agree' && <AgreeForm row={doing.row} onClose={done} />}
      {doing?.what === 'end' && <EndJoint row={doing.row} onClose={done} />}
    </>
  );
}

function Actions({
  row,
  partner,
  onDo,
}: {
  readonly row: JointRow;
  readonly partner: boolean;
  readonly onDo: (doing: Doing) => void;
}): ReactNode {
  const small = { variant: 'default', size: 'compact-sm' } as const;
  const untouched = row.agencies.every((agency) => agency.agreedOn === '');
  if (row.state === 'ended') return null;
  return (
    <div className={styles['buttons']}>
      {row.state === 'proposed' && (partner || row.mayChange) && (
        <Button {...small} onClick={() => onDo({ what: 'agree', row })}>
          {partner ? text.agreeOwn : text.agree}
        </Button>
      )}
      {row.mayChange && untouched && (
        <Button {...small} onClick={() => onDo({ what: 'propose', row })}>
          {text.change}
        </Button>
      )}
      {row.mayChange && (
        <Button {...small} color="red" onClick={() => onDo({ what: 'end', row })}>
          {text.end}
        </Button>
      )}
    </div>
  );
}

function Proposing(props: {
  readonly row: JointRow | null;
  readonly groups: readonly { readonly value: string; readonly label: string }[];
  readonly onClose: () => void;
  readonly onDone: (objectiveId: string) => void;
}): ReactNode {
  const agencies = useView('partner-agencies', {});
  const priorities = useView('priorities', {});
  if (agencies.state !== 'ready' || priorities.state !== 'ready') return null;
  return (
    <JointForm
      {...props}
      agencies={agencies.view.rows.filter((agency) => agency.inUse && agency.mutual).map(({ id, name }) => ({ value: id, label: name }))}
      priorities={priorities.view.rows
        .filter((priority) => priority.current)
        .map((priority) => ({ value: priority.id, label: `${priority.reference} ${priority.title}` }))}
    />
  );
}
