import { Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { DUTY_PARTS } from '#shared/domain/duty/duties.ts';
import type { Colour } from '#shared/domain/duty/judging.ts';
import type { QueryView } from '#shared/domain/registry.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { DetailsPane } from '#renderer/components/details-pane.tsx';
import { SaveDocument } from '#renderer/components/save-document.tsx';
import { View } from '#renderer/components/view.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { DutyDetails } from '#renderer/features/duty/duty-details.tsx';
import { DutyTable } from '#renderer/features/duty/duty-table.tsx';
import { ThreadsTable } from '#renderer/features/duty/threads-table.tsx';
import { dutiesText as text } from '#renderer/text/governance.ts';
import styles from './duties.module.css';
import { ForceFrame } from './force-frame.tsx';
import { useShown } from './use-shown.ts';

type Only = 'all' | Colour | 'threads';
const COLOURS = ['red', 'amber', 'green'] as const;

/** Every duty of the doctrine, how it stands for this force, and the pack for those who inspect it. */
export function DutiesPage(): ReactNode {
  const view = useView('duty-coverage', {});
  const counts = view.state === 'ready' ? view.view : null;
  return (
    <ForceFrame
      title={text.title}
      subtitle={counts === null ? ' ' : text.subtitle(counts.green, counts.amber, counts.red)}
      fill
      actions={
        counts !== null && (
          <SaveDocument name="inspection-pack" args={{ forceId: counts.forceId }} formats={['pdf', 'docx']} label={text.pack} />
        )
      }
    >
      <View of={view}>{(coverage) => <Coverage coverage={coverage} />}</View>
    </ForceFrame>
  );
}

function Coverage({ coverage }: { readonly coverage: QueryView<'duty-coverage'> }): ReactNode {
  const { shown, show, close } = useShown();
  const [only, setOnly] = useState<Only>('all');
  const [part, setPart] = useState('');
  const ofPart = coverage.rows.filter((row) => part === '' || row.part === part);
  const rows = ofPart.filter((row) => only === 'all' || only === 'threads' || row.colour === only);
  const row = coverage.rows.find((one) => one.id === shown);
  return (
    <>
      <div className={styles['bar']}>
        <ViewTabs<Only>
          label={text.views}
          value={only}
          onChange={setOnly}
          tabs={[
            { value: 'all', label: text.all(ofPart.length) },
            ...COLOURS.map((colour) => ({
              value: colour,
              label: text.only(colour, ofPart.filter((one) => one.colour === colour).length),
            })),
            { value: 'threads', label: text.thread(coverage.threads.length) },
          ]}
        />
        {only !== 'threads' && (
          <Select
            aria-label={text.part}
            placeholder={text.anyPart}
            data={[...DUTY_PARTS]}
            value={part === '' ? null : part}
            onChange={(chosen) => setPart(chosen ?? '')}
            clearable
            size="sm"
            w="17rem"
            comboboxProps={{ transitionProps: { duration: 0 } }}
          />
        )}
      </div>
      <p className={styles['note']}>
        {only === 'threads' ? text.threads.subtitle : text.notKept(coverage.notKept)} {coverage.seesAll ? '' : text.partial}
      </p>
      {only === 'threads' ? (
        <ThreadsTable rows={coverage.threads} onShow={(priorityId) => goTo(`/force/duties/thread/${priorityId}`)} />
      ) : (
        <DutyTable
          rows={rows}
          total={coverage.rows.length}
          filters={part === '' ? [] : [{ id: 'part', words: text.filterPart(part), remove: () => setPart('') }]}
          shown={shown}
          onShow={show}
        />
      )}
      {row !== undefined && only !== 'threads' && (
        <DetailsPane title={`${text.duty(row.number)}: “${row.quote}”`} subtitle={row.part} onClose={close}>
          <DutyDetails row={row} />
        </DetailsPane>
      )}
    </>
  );
}
