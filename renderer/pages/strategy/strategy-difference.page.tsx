import type { ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { View } from '#renderer/components/view.tsx';
import { whenText } from '#renderer/components/when.tsx';
import { DifferenceView } from '#renderer/features/control-strategy/difference-view.tsx';
import styles from '#renderer/features/control-strategy/strategy.module.css';
import { controlStrategyText as words } from '#renderer/text/control-strategy.ts';
import { StrategyFrame } from './strategy-frame.tsx';

/** Two versions of one place's control strategy and what the later says differently (duty 75). */
export function StrategyDifferencePage(): ReactNode {
  const { oneId = '', otherId = '' } = useParams<{ oneId: string; otherId: string }>();
  const view = useView('strategy-difference', { oneId, otherId });
  const shown = view.state === 'ready' ? view.view : null;
  if (shown === null)
    return (
      <StrategyFrame title={words.title}>
        <View of={view}>{() => <EmptyState title={words.none.gone}>{words.none.goneBody}</EmptyState>}</View>
      </StrategyFrame>
    );
  const side = (one: typeof shown.before): ReactNode => (
    <Link href={`/strategy/draft/${one.id}`}>
      {words.difference.side(one.version, words.states[one.state] ?? one.state, whenText(one.from))}
    </Link>
  );
  return (
    <StrategyFrame
      title={words.difference.title(shown.before.version, shown.after.version)}
      subtitle={words.ofPlace(shown.place)}
      marking={shown.marking}
      policeOnly
    >
      <div className={styles['tools']}>
        <Link href={`/strategy?place=${shown.nodeId}`}>{words.difference.back}</Link>
        <span>
          {side(shown.before)} → {side(shown.after)}
        </span>
      </div>
      <DifferenceView shown={shown} />
    </StrategyFrame>
  );
}
