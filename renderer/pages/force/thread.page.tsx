import { Button, Group, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { View } from '#renderer/components/view.tsx';
import { GoldenThread } from '#renderer/features/duty/golden-thread.tsx';
import { dutiesText } from '#renderer/text/governance.ts';
import styles from './duties.module.css';
import { ForceFrame } from './force-frame.tsx';

const text = dutiesText.threads;

/** The golden thread of one priority: assessment, score, priority, requirement, decision, plan, result. */
export function ThreadPage(): ReactNode {
  const { priorityId = '' } = useParams<{ priorityId: string }>();
  const view = useView('golden-thread', { priorityId });
  const thread = view.state === 'ready' ? view.view.thread : null;
  const others = view.state === 'ready' ? view.view.others : [];
  return (
    <ForceFrame
      title={text.title}
      subtitle={thread === null ? text.subtitle : `${thread.reference} ${thread.title}: ${text.of(thread.whole, thread.steps.length)}`}
      actions={
        <Group gap="xs">
          <Select
            aria-label={text.choose}
            data={others.map((one) => ({ value: one.id, label: one.label }))}
            value={thread === null ? null : priorityId}
            onChange={(chosen) => chosen !== null && goTo(`/force/duties/thread/${chosen}`)}
            allowDeselect={false}
            w="22rem"
            comboboxProps={{ transitionProps: { duration: 0 } }}
          />
          <Button variant="default" onClick={() => goTo('/force/duties')}>
            {text.back}
          </Button>
        </Group>
      }
    >
      <View of={view}>
        {({ thread: found, seesAll }) =>
          found === null ? (
            <EmptyState title={text.unknown} />
          ) : (
            <>
              {!seesAll && <p className={styles['note']}>{dutiesText.partial}</p>}
              <GoldenThread thread={found} />
            </>
          )
        }
      </View>
    </ForceFrame>
  );
}
