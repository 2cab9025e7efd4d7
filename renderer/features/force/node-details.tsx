import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Facts } from '#renderer/components/details-pane.tsx';
import { When } from '#renderer/components/when.tsx';
import { forceText } from '#renderer/text/force.ts';
import { organisationText, unitTypeWords } from '#renderer/text/organisation.ts';
import { nodeKindWords } from './node-words.ts';
import type { StructureNode } from './structure-tree.tsx';
import styles from './structure-tree.module.css';

interface NodeDetailsProps {
  readonly node: StructureNode;
  readonly areaName: string;
  /** What may be done with it. */
  readonly actions: ReactNode;
}

/** One place of the structure: what it is, who decided and why, and every form it had (duties 6-8). */
export function NodeDetails({ node, areaName, actions }: NodeDetailsProps): ReactNode {
  const labels = forceText.structure.facts;
  return (
    <>
      <Facts
        facts={[
          {
            label: labels.kind,
            value:
              node.kind === 'unit'
                ? unitTypeWords[node.unitType as keyof typeof unitTypeWords]
                : node.kind === 'area'
                  ? forceText.structure.kindOfArea
                  : nodeKindWords(node),
          },
          { label: labels.code, value: node.code },
          { label: labels.worksFor, value: node.kind === 'unit' ? areaName || organisationText.unit.wholeForce : '' },
          { label: labels.process, value: node.kind === 'area' ? forceText.structure.process(node.runsStrategic, node.runsTactical) : '' },
          { label: labels.remit, value: node.remit },
          {
            label: node.kind === 'unit' ? labels.heads : labels.leads,
            value:
              node.heads.length === 0
                ? node.kind === 'unit'
                  ? forceText.structure.noHead
                  : ''
                : node.heads.map((head) => (
                    <div key={head.appointmentId}>
                      <Link href={`/force/people?show=${head.id}`}>{head.label}</Link>
                    </div>
                  )),
          },
          { label: labels.people, value: String(node.people) },
          {
            label: labels.groups,
            value:
              node.groups.length === 0
                ? ''
                : node.groups.map((group) => (
                    <div key={group.id}>
                      <Link href={`/force/groups/${group.id}`}>{group.name}</Link>
                    </div>
                  )),
          },
          { label: labels.telephone, value: node.telephone },
          { label: labels.email, value: node.email },
          { label: labels.standing, value: node.standing === 'in-use' ? '' : forceText.structure.standing[node.standing] },
          { label: labels.since, value: <When at={node.since} /> },
          { label: labels.decidedBy, value: node.decidedBy },
          { label: labels.reason, value: node.reason },
        ]}
      />
      <div className={styles['buttons']}>{actions}</div>
      <section className={styles['section']}>
        <h3>{forceText.structure.history}</h3>
        <ol className={styles['history']}>
          {node.history.map((change) => (
            <li key={change.id}>
              <p>
                <When at={change.from} />: {change.inUse ? `${change.name}, ${change.detail}` : forceText.structure.becomesClosed}
              </p>
              <p className={styles['quiet']}>
                {change.decidedBy}
                {change.reason !== '' && `: ${change.reason}`}
              </p>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
