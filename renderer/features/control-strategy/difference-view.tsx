import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DifferenceShown } from '#shared/domain/control-strategy/control-strategy.queries.ts';
import type { FieldChange, RowDifference } from '#shared/domain/control-strategy/strategy-difference.ts';
import { DutyTag } from '#renderer/components/duty-tag.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { whenText } from '#renderer/components/when.tsx';
import { controlStrategyText } from '#renderer/text/control-strategy.ts';
import styles from './strategy.module.css';

const words = controlStrategyText.difference;
const { resources } = controlStrategyText;

/** What the later version says differently, first of the whole, then row by row; what is the same is only counted (duty 75). */
export function DifferenceView({ shown }: { readonly shown: DifferenceShown }): ReactNode {
  const differing = shown.rows.filter((row) => row.kind !== 'same');
  const same = shown.rows.length - differing.length;
  if (shown.isSame) return <p>{controlStrategyText.none.same}</p>;
  return (
    <>
      {shown.changes.length > 0 && (
        <section className={styles['section']}>
          <h2>{words.whole}</h2>
          <Changes changes={shown.changes} />
        </section>
      )}
      {shown.parents.length > 0 && (
        <section className={styles['section']}>
          <h2>{words.parents}</h2>
          <Changes changes={shown.parents} />
        </section>
      )}
      <section className={styles['section']}>
        <h2>
          {controlStrategyText.priorities} <DutyTag number={75} />
        </h2>
        {differing.map((row) => (
          <Row key={row.id} row={row} />
        ))}
        {same > 0 && <p className={styles['quiet']}>{words.unchanged(same)}</p>}
      </section>
    </>
  );
}

const TONES = { added: 'good', dropped: 'attention', changed: 'active', same: 'quiet' } as const;

function Row({ row }: { readonly row: RowDifference }): ReactNode {
  return (
    <div className={styles['row']}>
      <h3>
        <span>
          <Reference>{row.reference}</Reference> {row.title}
        </span>
        <StatusText tone={TONES[row.kind]}>{words.kinds[row.kind]}</StatusText>
      </h3>
      <Changes changes={row.changes} />
    </div>
  );
}

function Changes({ changes }: { readonly changes: readonly FieldChange[] }): ReactNode {
  return (
    <>
      {changes.map((change) => (
        <div key={change.id} className={styles['change']}>
          <span className={styles['quiet']}>{words.fields[change.id] ?? change.id}</span>
          <Change change={change} />
        </div>
      ))}
    </>
  );
}

function Change({ change }: { readonly change: FieldChange }): ReactNode {
  if (change.change !== null) {
    const write = change.id.endsWith('budget') ? resources.money : resources.number;
    const sign = change.change > 0 ? '+' : '';
    return (
      <span>
        {write(Number(change.before))} → <strong>{write(Number(change.after))}</strong> ({sign}
        {write(change.change)})
      </span>
    );
  }
  if (change.pieces.length > 0)
    return (
      <span className={styles['pieces']}>
        {change.pieces.map((piece) =>
          piece.kind === 'same' ? (
            <span key={piece.id}>{piece.text}</span>
          ) : piece.kind === 'added' ? (
            <ins key={piece.id}>
              <VisuallyHidden>{words.added}</VisuallyHidden>
              {piece.text}
            </ins>
          ) : (
            <del key={piece.id}>
              <VisuallyHidden>{words.removed}</VisuallyHidden>
              {piece.text}
            </del>
          ),
        )}
      </span>
    );
  const plain = (text: string): string =>
    text === '' ? words.nothing : (words.yesNo[text] ?? (change.id === 'reviewOn' ? whenText(text) : text));
  return (
    <span>
      {plain(change.before)} → <strong>{plain(change.after)}</strong>
    </span>
  );
}
