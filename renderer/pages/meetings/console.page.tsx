import { type ReactNode, useEffect } from 'react';
import { useParams, useSearchParams } from 'wouter';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { useScreenMarking } from '#renderer/app/shell/screen-marking.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { View } from '#renderer/components/view.tsx';
import { Console } from '#renderer/features/console/console.tsx';
import { type ConsoleView, shortReference, standingDecisions } from '#renderer/features/console/console-view.ts';
import { AllocationPanel } from '#renderer/features/control-strategy/allocation-panel.tsx';
import { AlignmentExceptions } from '#renderer/features/governance/alignment-exceptions.tsx';
import { CarryOutDialog } from '#renderer/features/tasking/carry-out-dialog.tsx';
import { PriorityCells } from '#renderer/features/tasking/priority-cells.tsx';
import { TaskingPanels } from '#renderer/features/tasking/tasking-panels.tsx';
import { appText } from '#renderer/text/app.ts';
import { consoleText } from '#renderer/text/console.ts';
import { meetingsText } from '#renderer/text/meetings.ts';

/** The live minute console of one meeting; a meeting that is not in session is shown on its own page. */
export function ConsolePage(): ReactNode {
  const { meetingId = '' } = useParams<{ meetingId: string }>();
  const meeting = useView('meeting-console', { meetingId });
  return (
    <View of={meeting}>{(view) => (view === null ? <EmptyState title={meetingsText.notThere} /> : <ConsoleShown view={view} />)}</View>
  );
}

function ConsoleShown({ view }: { readonly view: ConsoleView }): ReactNode {
  const [search] = useSearchParams();
  useScreenMarking(view.meeting.marking);
  useEffect(() => {
    document.title = `${consoleText.title} · ${view.meeting.reference} · ${appText.name}`;
  }, [view.meeting.reference]);
  const away = view.meeting.state === 'planned' || view.meeting.state === 'cancelled';
  useEffect(() => {
    if (away) goTo(`/meetings/${view.meeting.id}`, { replace: true });
  }, [away, view.meeting.id]);
  const asked = useView('meeting-strategy', { meetingId: view.meeting.id });
  const strategy = asked.state === 'ready' ? asked.view : null;
  if (away) return null;
  return (
    <Console
      view={view}
      itemId={search.get('item') ?? ''}
      onClosed={() => goTo(`/meetings/${view.meeting.id}/minutes`, { replace: true })}
      strategy={strategy}
      priorities={strategy === null ? null : <PriorityCells priorities={strategy.strategy} />}
      panels={(item, onDecide) =>
        strategy === null ? null : (
          <TaskingPanels
            strategy={strategy}
            item={item}
            marking={view.meeting.marking}
            onDecide={onDecide}
            alignment={<AlignmentExceptions nodeId={strategy.nodeId} />}
            allocation={<AllocationPanel groupId={view.meeting.groupId} />}
            decisions={standingDecisions(view, item.id).map((row) => ({
              id: row.id,
              label: `${shortReference(row.decision.reference)} ${row.decision.text.slice(0, 80)}`,
            }))}
          />
        )
      }
      carryOut={(act, decision, onClose) =>
        strategy === null ? null : <CarryOutDialog act={act} decision={decision} strategy={strategy} onClose={onClose} />
      }
    />
  );
}
