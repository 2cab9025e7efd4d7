import { type ReactNode, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import type { NamedAct } from '#shared/domain/decision/nameable.ts';
import type { MeetingStrategy } from '#shared/domain/meeting/meeting-strategy.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { ConfirmDialog } from '#renderer/components/dialogs.tsx';
import { taskingText } from '#renderer/text/tasking.ts';
import { BidOutcome } from './bid-outcome.tsx';
import { DIRECT_ACTS } from './carry-out.ts';
import { RecommendationOutcome } from './recommendation-outcome.tsx';

const words = taskingText.carryOut;

interface CarryOutProps {
  readonly act: NamedAct;
  /** Reference of the decision that named it. */
  readonly decision: string;
  readonly strategy: MeetingStrategy;
  readonly onClose: () => void;
}

/** Carries out what a decision named: asks what more is needed, runs its command, and shows why it was refused. */
export function CarryOutDialog({ act, decision, strategy, onClose }: CarryOutProps): ReactNode {
  const bid = strategy.bids?.rows.find((row) => row.id === act.recordId);
  if (act.kind === 'recommendation')
    return (
      <RecommendationOutcome
        meetingId={strategy.meetingId}
        recommendationId={act.recordId}
        title={act.title}
        decisionId={act.decisionId}
        onlyDefer={false}
        onClose={onClose}
      />
    );
  if (act.kind === 'resource-bid' && bid !== undefined)
    return <BidOutcome bid={bid} decisionId={act.decisionId} decisions={[]} pool={strategy.bids?.pool ?? null} onClose={onClose} />;
  return <Direct act={act} decision={decision} onClose={onClose} />;
}

function Direct({ act, decision, onClose }: Omit<CarryOutProps, 'strategy'>): ReactNode {
  const bridge = useBridge();
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const step = DIRECT_ACTS[act.kind];
  const run = async (): Promise<void> => {
    if (step === undefined) return;
    setBusy(true);
    const result = await bridge.run(step.command, step.args(act.recordId, act.decisionId));
    setBusy(false);
    if (!result.ok) {
      setRefusals(result.refusals);
      return;
    }
    acknowledge(words.carriedOut(act.title));
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={`${words.verbs[act.kind] ?? ''}: ${act.title}`}
      confirm={words.verbs[act.kind] ?? ''}
      busy={busy}
      refusals={refusals}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <p>
        {words.decidedBy(decision)} {words.says[act.kind]}
      </p>
    </ConfirmDialog>
  );
}
