import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { QueryView } from '#shared/domain/registry.ts';
import { Select } from '@mantine/core';
import { GAP_TOPICS, type GapTopic } from '#shared/domain/governance/gap-topics.ts';
import { type Column, DataTable } from '#renderer/components/data-table.tsx';
import { DutyTag } from '#renderer/components/duty-tag.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { forceText } from '#renderer/text/force.ts';
import { gapTopicWords } from '#renderer/text/governance.ts';
import { responsibilityWords } from '#renderer/text/organisation.ts';
import styles from './governance-view.module.css';

type Governance = QueryView<'governance'>;
type Row = Governance['gaps'][number];
const text = forceText.governance;

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'severity',
    title: text.columns.severity,
    width: 7,
    value: (row) => (row.severity === 'red' ? 0 : 1),
    text: (row) => text.severity[row.severity],
    cell: (row) => <StatusText tone={row.severity === 'red' ? 'danger' : 'attention'}>{text.severity[row.severity]}</StatusText>,
  },
  {
    id: 'where',
    title: text.columns.where,
    width: 14,
    value: (row) => row.subject.name,
    cell: (row) => <span title={row.subject.name}>{row.subject.name}</span>,
  },
  {
    id: 'sentence',
    title: text.columns.sentence,
    width: 18,
    grow: true,
    value: (row) => row.sentence,
    cell: (row) => <span title={row.sentence}>{row.sentence}</span>,
  },
  {
    id: 'topic',
    title: text.columns.topic,
    width: 12,
    value: (row) => gapTopicWords[row.topic],
  },
  {
    id: 'since',
    title: text.columns.since,
    width: 9,
    value: (row) => row.since,
    cell: (row) => <When at={row.since} />,
  },
  {
    id: 'duty',
    title: text.columns.duty,
    width: 9,
    value: (row) => row.duties[0] ?? 0,
    text: (row) => row.duties.join(', '),
    cell: (row) => (
      <span className={styles['duties']}>
        {row.duties.map((duty) => (
          <DutyTag key={duty} number={duty} />
        ))}
      </span>
    ),
  },
];

/** Who leads, which of the six roles are vacant, and every gap with its duty; a row opens the record it is about (duties 1-3, 8, 16). */
export function GovernanceView({ view, onOpen }: { readonly view: Governance; readonly onOpen: (gap: Row) => void }): ReactNode {
  const [only, setOnly] = useState<'all' | 'red' | 'amber'>('all');
  const [topic, setTopic] = useState<GapTopic | ''>('');
  const ofTopic = topic === '' ? view.gaps : view.gaps.filter((gap) => gap.topic === topic);
  const rows = only === 'all' ? ofTopic : ofTopic.filter((gap) => gap.severity === only);
  const present = GAP_TOPICS.filter((one) => view.gaps.some((gap) => gap.topic === one));
  const count = (severity: Row['severity']): number => ofTopic.filter((gap) => gap.severity === severity).length;
  return (
    <div className={styles['root']}>
      <div className={styles['summary']}>
        <section>
          <h2>{text.lead}</h2>
          {view.leads.length === 0 ? (
            <StatusText tone="danger">{text.noLead}</StatusText>
          ) : (
            <ul>
              {view.leads.map((lead) => (
                <li key={lead.appointmentId}>
                  <Link href={`/force/people?show=${lead.id}`}>{lead.name}</Link>
                  <span className={styles['quiet']}>
                    {' '}
                    {forceText.group.since(whenText(lead.since))}
                    {lead.responsibilities.map((one) => `, ${text.carries(responsibilityWords[one])}`).join('')}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
        <section>
          <h2>{text.roles}</h2>
          <dl className={styles['roles']}>
            {view.roles.map((role) => (
              <div key={role.id}>
                <dt>{role.name.charAt(0).toUpperCase() + role.name.slice(1)}</dt>
                <dd>{role.holders === 0 ? <StatusText tone="danger">{text.holders(0)}</StatusText> : text.holders(role.holders)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      {!view.strategyKnown && <p className={styles['quiet']}>{text.notPast}</p>}
      {!view.meetingsKnown && <p className={styles['quiet']}>{text.notAllKnown}</p>}
      <div className={styles['tabs']}>
        <ViewTabs
          label={text.view}
          value={only}
          onChange={setOnly}
          tabs={[
            { value: 'all', label: text.all(ofTopic.length) },
            { value: 'red', label: text.onlyRed(count('red')) },
            { value: 'amber', label: text.onlyAmber(count('amber')) },
          ]}
        />
        <Select
          aria-label={text.topic}
          placeholder={text.anyTopic}
          data={present.map((one) => ({ value: one, label: gapTopicWords[one] }))}
          value={topic === '' ? null : topic}
          onChange={(chosen) => setTopic((chosen ?? '') as GapTopic | '')}
          clearable
          size="sm"
          w="15rem"
          comboboxProps={{ transitionProps: { duration: 0 } }}
        />
      </div>
      <div className={styles['table']}>
        <DataTable
          name="governance"
          label={text.title}
          rows={rows}
          columns={COLUMNS}
          noun={text.noun}
          total={view.gaps.length}
          filters={topic === '' ? [] : [{ id: 'topic', words: text.filterTopic(gapTopicWords[topic]), remove: () => setTopic('') }]}
          sortedBy={{ column: 'severity' }}
          onOpen={onOpen}
          empty={<EmptyState title={text.emptyTitle}>{text.emptyBody}</EmptyState>}
        />
      </div>
    </div>
  );
}
