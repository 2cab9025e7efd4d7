import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { QueryView } from '#shared/domain/registry.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { copyText } from '#renderer/components/copy-text.ts';
import { StatusText } from '#renderer/components/status-text.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { appText } from '#renderer/text/app.ts';
import { forceText } from '#renderer/text/force.ts';
import { unitTypeWords } from '#renderer/text/organisation.ts';
import { nodeKindWords } from './node-words.ts';
import styles from './structure-tree.module.css';

type Structure = QueryView<'force-structure'>;
export type StructureNode = Structure['nodes'][number];

interface StructureTreeProps {
  readonly nodes: readonly StructureNode[];
  readonly shown: string;
  readonly onShow: (id: string) => void;
}

interface Line {
  readonly node: StructureNode;
  readonly depth: number;
}

/** The tree as lines: the force, its areas with their units, then the units of the whole force; only what is in use. */
export function linesOf(nodes: readonly StructureNode[]): readonly Line[] {
  const byName = (a: StructureNode, b: StructureNode): number => a.name.localeCompare(b.name, 'en-GB');
  const inUse = nodes.filter((node) => node.standing === 'in-use');
  const areas = inUse.filter((node) => node.kind === 'area').sort(byName);
  const units = inUse.filter((node) => node.kind === 'unit').sort(byName);
  const known = new Set(areas.map((area) => area.id));
  return [
    ...inUse.filter((node) => node.kind === 'force').map((node) => ({ node, depth: 0 })),
    ...areas.flatMap((area) => [
      { node: area, depth: 1 },
      ...units.filter((unit) => unit.areaId === area.id).map((node) => ({ node, depth: 2 })),
    ]),
    ...units.filter((unit) => !known.has(unit.areaId)).map((node) => ({ node, depth: 1 })),
  ];
}

/** The tree as text for a document or a table elsewhere: one line a place, indented, with head, dates and who decided why. */
export function structureText(lines: readonly Line[]): string {
  const { columns, facts } = forceText.structure;
  const head = [columns.name, facts.kind, columns.head, columns.people, columns.groups, columns.since, columns.decidedBy, facts.reason];
  const rows = lines.map(({ node, depth }) => [
    `${'  '.repeat(depth)}${node.name}`,
    kindOf(node),
    node.heads.map((one) => one.label).join('; '),
    String(node.people),
    node.groups.map((group) => group.code).join(', '),
    whenText(node.since),
    node.decidedBy,
    node.reason,
  ]);
  return [head, ...rows].map((cells) => cells.map((cell) => cell.replace(/[\t\n]+/g, ' ')).join('\t')).join('\n');
}

function kindOf(node: StructureNode): string {
  return node.kind === 'unit' ? (unitTypeWords[node.unitType as keyof typeof unitTypeWords] ?? '') : nodeKindWords(node);
}

/** Force, areas and units as an indented list; a line opens its details. */
export function StructureTree({ nodes, shown, onShow }: StructureTreeProps): ReactNode {
  const [withOthers, setWithOthers] = useState(false);
  const lines = linesOf(nodes);
  const others = nodes.filter((node) => node.standing !== 'in-use');
  const columns = forceText.structure.columns;
  return (
    <div className={styles['holder']}>
      <div className={styles['copy']}>
        <Tooltip label={appText.components.copyTable}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={appText.components.copyTable}
            onClick={() => {
              if (copyText(structureText(lines))) acknowledge(appText.components.copied(lines.length));
            }}
            data-print="no"
          >
            <IconCopy size="1rem" stroke={1.5} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <table className={styles['tree']}>
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.head}</th>
            <th scope="col" data-align="end">
              {columns.people}
            </th>
            <th scope="col">{columns.groups}</th>
            <th scope="col" data-wide>
              {columns.since}
            </th>
            <th scope="col" data-wide>
              {columns.decidedBy}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <NodeRow key={line.node.id} {...line} shown={shown} onShow={onShow} />
          ))}
          {withOthers &&
            others.map((node) => <NodeRow key={node.id} node={node} depth={node.kind === 'unit' ? 2 : 1} shown={shown} onShow={onShow} />)}
        </tbody>
      </table>
      {others.length > 0 && (
        <Button
          className={styles['others'] ?? ''}
          variant="subtle"
          size="compact-sm"
          aria-expanded={withOthers}
          onClick={() => setWithOthers((now) => !now)}
        >
          {forceText.structure.closed} ({others.length})
        </Button>
      )}
    </div>
  );
}

function NodeRow({ node, depth, shown, onShow }: Line & { readonly shown: string; readonly onShow: (id: string) => void }): ReactNode {
  const kind = kindOf(node);
  const heads = node.heads.map((head) => (node.kind === 'unit' ? head.name : head.label)).join(', ');
  return (
    <tr className={styles['row']} data-kind={node.kind} data-selected={node.id === shown || undefined} onClick={() => onShow(node.id)}>
      <th scope="row" style={{ paddingInlineStart: `${0.5 + depth * 1.25}rem` }}>
        <button
          type="button"
          className={styles['name']}
          title={node.name}
          aria-pressed={node.id === shown}
          onClick={(event) => {
            event.stopPropagation();
            onShow(node.id);
          }}
        >
          {node.name}
        </button>
        {node.code !== '' && <span className={styles['code']}>{node.code}</span>}
        <span className={styles['kind']}>{kind}</span>
        {node.standing !== 'in-use' && <StatusText tone="quiet">{forceText.structure.standing[node.standing]}</StatusText>}
      </th>
      <td title={heads}>
        {heads !== '' ? heads : node.kind === 'unit' ? <StatusText tone="danger">{forceText.structure.noHead}</StatusText> : ''}
      </td>
      <td data-align="end">{node.people}</td>
      <td>{node.groups.map((group) => group.code).join(', ')}</td>
      <td data-wide>
        <When at={node.since} />
      </td>
      <td data-wide>{node.decidedBy}</td>
    </tr>
  );
}
