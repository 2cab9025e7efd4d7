import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import type { Figure } from '#shared/domain/assessment-section/assessment-section.schema.ts';
import { chartScene } from '#shared/domain/assessment-section/chart-scene.ts';
import { figureColumns, figureSource } from '#shared/domain/assessment-section/figure-block.ts';
import { useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { ConfirmDialog } from '#renderer/components/dialogs.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { figuresText as words } from '#renderer/text/figures.ts';
import { FigureChart } from './figure-chart.tsx';
import { FigureDialog } from './figure-dialog.tsx';
import styles from './figures.module.css';

interface SectionFiguresProps {
  readonly sectionId: string;
  readonly figures: readonly Figure[];
  /** Whether the person writes in this section at all; where not, nothing is offered. */
  readonly mayEdit: boolean;
  /** Why nothing can be changed just now; null when it can. */
  readonly why: Refusal | null;
}

/** The figures of a section, each with its source and age: shown, added, changed, moved and taken out. */
export function SectionFigures({ sectionId, figures, mayEdit, why }: SectionFiguresProps): ReactNode {
  const [editing, setEditing] = useState<string | null>(null);
  const [removing, setRemoving] = useState<Figure | null>(null);
  const move = useCommand('assessment-section.move-figure');
  const remove = useCommand('assessment-section.remove-figure');
  const moveUp = async (index: number): Promise<void> => {
    const [figure, before] = [figures[index], figures[index - 1]];
    if (figure === undefined || before === undefined) return;
    if ((await move.run({ sectionId, figureId: figure.id, beforeFigureId: before.id })).ok) acknowledge(words.moved);
  };
  const takeOut = async (figure: Figure): Promise<void> => {
    if (!(await remove.run({ sectionId, figureId: figure.id })).ok) return;
    acknowledge(words.removed);
    setRemoving(null);
  };
  const edited = figures.find((one) => one.id === editing) ?? null;
  return (
    <section className={styles['root']} aria-labelledby="section-figures">
      <div className={styles['head']}>
        <h3 id="section-figures">{words.title}</h3>
        {mayEdit && (
          <RuleButton why={why} size="compact-sm" variant="subtle" onClick={() => setEditing('')}>
            {words.add}
          </RuleButton>
        )}
      </div>
      <RefusalNote refusals={move.refusals} />
      {figures.length === 0 && <p className={styles['quiet']}>{mayEdit ? words.none : words.noneToRead}</p>}
      {figures.map((figure, index) => (
        <FigureShown key={figure.id} figure={figure}>
          {mayEdit && why === null && (
            <>
              <Button size="compact-sm" variant="subtle" aria-label={words.changeOf(figure.title)} onClick={() => setEditing(figure.id)}>
                {words.change}
              </Button>
              {index > 0 && (
                <Button size="compact-sm" variant="subtle" aria-label={words.upOf(figure.title)} onClick={() => void moveUp(index)}>
                  {words.up}
                </Button>
              )}
              <Button size="compact-sm" variant="subtle" aria-label={words.removeOf(figure.title)} onClick={() => setRemoving(figure)}>
                {words.remove}
              </Button>
            </>
          )}
        </FigureShown>
      ))}
      {editing !== null && (editing === '' || edited !== null) && (
        <FigureDialog sectionId={sectionId} figure={edited} onClose={() => setEditing(null)} />
      )}
      {removing !== null && (
        <ConfirmDialog
          open
          title={words.removeTitle}
          confirm={words.remove}
          danger
          busy={remove.busy}
          refusals={remove.refusals}
          onConfirm={() => void takeOut(removing)}
          onClose={() => {
            remove.clear();
            setRemoving(null);
          }}
        >
          <p>{words.removeBody(removing.title)}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}

/** One figure as it is read: drawn, or as a table; what it is drawn from is one click away. */
function FigureShown({ figure, children }: { readonly figure: Figure; readonly children: ReactNode }): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const isDrawn = chartScene(figure) !== null;
  return (
    <figure className={styles['figure']}>
      <figcaption className={styles['caption']}>{figure.title}</figcaption>
      {isDrawn && <FigureChart figure={figure} />}
      {(!isDrawn || isOpen) && <FigureTable figure={figure} />}
      <p className={styles['source']}>
        {figureSource(figure)}
        {figure.note !== '' && ` ${figure.note}`}
      </p>
      <div className={styles['actions']}>
        {isDrawn && (
          <Button size="compact-sm" variant="subtle" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {isOpen ? words.hideTable : words.showTable}
          </Button>
        )}
        {children}
      </div>
    </figure>
  );
}

/** So many rows are shown at once; a figure may have two thousand. */
const ROWS_SHOWN = 200;

function FigureTable({ figure }: { readonly figure: Figure }): ReactNode {
  const columns = figureColumns(figure);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className={styles['tableScroll']} role="region" aria-label={figure.title} tabIndex={0}>
        <table className={styles['table']}>
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th key={index} scope="col" data-end={column.align === 'end' ? '' : undefined}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figure.rows.slice(0, ROWS_SHOWN).map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column} data-end={columns[column]?.align === 'end' ? '' : undefined}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {figure.rows.length > ROWS_SHOWN && <p className={styles['quiet']}>{words.more(figure.rows.length - ROWS_SHOWN)}</p>}
    </>
  );
}
