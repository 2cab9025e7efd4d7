import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { instantFromMs } from '#shared/base/time.ts';
import type { MeetingRow } from '#shared/domain/meeting/meeting.queries.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { type Column, DataTable } from '#renderer/components/data-table.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Page } from '#renderer/components/page.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { StatusText, type Tone } from '#renderer/components/status-text.tsx';
import { View } from '#renderer/components/view.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { When } from '#renderer/components/when.tsx';
import { ScheduleMeeting } from '#renderer/features/meeting/schedule-meeting.tsx';
import { meetingsText } from '#renderer/text/meetings.ts';

const TONES: Readonly<Record<string, Tone>> = { planned: 'quiet', live: 'active', closed: 'attention', signed: 'good', cancelled: 'quiet' };
type Tab = keyof typeof meetingsText.tabs;
const isComing = (row: MeetingRow): boolean => row.state === 'planned' || row.state === 'live' || row.state === 'closed';
const IN_TAB: Readonly<Record<Tab, (row: MeetingRow) => boolean>> = {
  coming: isComing,
  held: (row) => row.state === 'closed' || row.state === 'signed',
  all: () => true,
};

const columns: readonly Column<MeetingRow>[] = [
  { id: 'when', title: meetingsText.columns.when, width: 12.5, value: (row) => row.startsAt, cell: (row) => <When at={row.startsAt} /> },
  { id: 'group', title: meetingsText.columns.group, width: 14, grow: true, value: (row) => row.groupName },
  {
    id: 'reference',
    title: meetingsText.columns.reference,
    width: 10,
    value: (row) => row.reference,
    cell: (row) => <Reference>{row.reference}</Reference>,
  },
  {
    id: 'state',
    title: meetingsText.columns.state,
    width: 10.5,
    value: (row) => meetingsText.states[row.state] ?? row.state,
    cell: (row) => <StatusText tone={TONES[row.state] ?? 'quiet'}>{meetingsText.states[row.state]}</StatusText>,
  },
  { id: 'chair', title: meetingsText.columns.chair, width: 13, value: (row) => row.chair },
  { id: 'decisions', title: meetingsText.columns.decisions, width: 6, align: 'end', value: (row) => row.decisions },
  { id: 'actions', title: meetingsText.columns.actions, width: 5.5, align: 'end', value: (row) => row.actions },
];

/** Where a meeting opens: in session in the console, over in its minutes, otherwise on its planning page. */
function openMeeting(row: MeetingRow): void {
  goTo(row.state === 'live' ? `/meetings/${row.id}/console` : `/meetings/${row.id}`);
}

/** Every meeting the person may see, with where each stands. */
export function MeetingsPage(): ReactNode {
  const meetings = useView('meetings', {});
  const [tab, setTab] = useState<Tab>('coming');
  const [scheduling, setScheduling] = useState(false);
  const view = meetings.state === 'ready' ? meetings.view : null;
  useShortcut('n', meetingsText.schedule, () => setScheduling(true), { enabled: view?.schedule === null });
  return (
    <Page
      title={meetingsText.title}
      fill
      marking={view?.rows.some((row) => row.marking === 'OFFICIAL-SENSITIVE') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL'}
      actions={
        view !== null && (
          <RuleButton why={view.schedule} onClick={() => setScheduling(true)}>
            {meetingsText.schedule}
          </RuleButton>
        )
      }
    >
      <View of={meetings}>
        {({ rows, scheduleFor }) => {
          const shown = rows.filter(IN_TAB[tab]);
          return (
            <>
              <ViewTabs
                label={meetingsText.title}
                value={tab}
                onChange={setTab}
                tabs={(Object.keys(meetingsText.tabs) as Tab[]).map((value) => ({
                  value,
                  label: `${meetingsText.tabs[value]} (${rows.filter(IN_TAB[value]).length})`,
                }))}
              />
              <DataTable
                key={tab}
                name={`meetings-${tab}`}
                label={meetingsText.title}
                rows={shown}
                total={rows.length}
                noun={meetingsText.noun}
                columns={columns}
                sortedBy={{ column: 'when', descending: tab !== 'coming' }}
                onOpen={openMeeting}
                rowState={(row) =>
                  row.state === 'cancelled'
                    ? 'superseded'
                    : row.state === 'planned' && row.startsAt < instantFromMs(Date.now() - 86_400_000)
                      ? 'overdue'
                      : undefined
                }
                empty={
                  rows.length === 0 ? (
                    <EmptyState
                      title={meetingsText.empty}
                      action={
                        scheduleFor.length > 0 ? <Button onClick={() => setScheduling(true)}>{meetingsText.schedule}</Button> : undefined
                      }
                    >
                      {meetingsText.emptyHelp}
                    </EmptyState>
                  ) : (
                    <EmptyState title={meetingsText.emptyFiltered} />
                  )
                }
              />
              {scheduling && (
                <ScheduleMeeting groups={scheduleFor} onDone={(id) => goTo(`/meetings/${id}`)} onCancel={() => setScheduling(false)} />
              )}
            </>
          );
        }}
      </View>
    </Page>
  );
}
