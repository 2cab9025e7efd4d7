import { type ReactNode, useState } from 'react';
import type { ReviewRow } from '#shared/domain/accountability-review/review-rows.ts';
import type { AccountabilityReviewBody } from '#shared/domain/accountability-review/accountability-review.schema.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { ChoiceField, TextArea, TextField } from '#renderer/components/field.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { StatusText, type Tone } from '#renderer/components/status-text.tsx';
import { taskingText } from '#renderer/text/tasking.ts';
import styles from './tasking.module.css';

const words = taskingText.accounts;
type Rating = AccountabilityReviewBody['rating'];
const TONES: Readonly<Record<Rating, Tone>> = { '': 'quiet', red: 'danger', amber: 'attention', green: 'good' };

/** What the owner answers for each of their priorities: what changed, what it achieved, what comes next (duty 102). */
export function AccountsPanel({ reviews }: { readonly reviews: readonly ReviewRow[] }): ReactNode {
  const [open, setOpen] = useState<ReviewRow | null>(null);
  return (
    <section aria-label={words.title}>
      <div className={styles['head']}>
        <h3>{words.title}</h3>
      </div>
      {reviews.length === 0 && <p className={styles['dimmed']}>{words.none}</p>}
      <ul className={styles['list']}>
        {reviews.map((row) => (
          <li key={row.id}>
            <span className={styles['what']}>
              {row.reference} {row.title}
            </span>
            <span className={styles['line']}>
              <span>{row.owner === '' ? words.noOwner : row.ownerLeft ? `${row.owner} ${words.ownerLeft}` : row.owner}</span>
              {row.state === 'due' ? (
                <StatusText tone="quiet">{words.due}</StatusText>
              ) : (
                <StatusText tone={TONES[row.rating]}>{words.ratings[row.rating]}</StatusText>
              )}
            </span>
            {row.state === 'given' && (
              <p className={styles['said']}>
                {[row.changed, row.achieved, row.next, row.measure === '' ? '' : `${row.measure}: ${row.measured}`]
                  .filter((text) => text !== '')
                  .join('\n')}
              </p>
            )}
            <span className={styles['acts']}>
              <RuleButton why={row.give} size="compact-sm" variant="default" onClick={() => setOpen(row)}>
                {row.state === 'due' ? words.give : words.again}
              </RuleButton>
            </span>
          </li>
        ))}
      </ul>
      {open !== null && <GiveAccount review={open} onClose={() => setOpen(null)} />}
    </section>
  );
}

function GiveAccount({ review, onClose }: { readonly review: ReviewRow; readonly onClose: () => void }): ReactNode {
  const [only] = review.measures;
  const measures = review.measures.map((one) => (one.target === '' ? one.name : `${one.name} (${one.target})`)).join('; ');
  return (
    <CommandDialog
      title={words.dialogTitle(review.reference, review.title)}
      command="accountability-review.give"
      forKind="accountability-review.give"
      about={review.id}
      initial={{
        changed: review.changed,
        achieved: review.achieved,
        next: review.next,
        measure: review.measure === '' ? (only?.name ?? '') : review.measure,
        measured: review.measured,
        rating: review.rating as Rating,
      }}
      labels={words.labels}
      args={(fields) => ({ reviewId: review.id, ...fields })}
      submit={words.submit}
      done={words.done}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          <TextArea {...at('changed')} data-autofocus />
          <TextArea {...at('achieved')} />
          <TextArea {...at('next')} />
          <TextField {...at('measure')} optional help={words.measureHelp(measures)} maxLength={200} />
          <TextField {...at('measured')} optional maxLength={200} />
          <ChoiceField<Rating>
            {...at('rating')}
            optional
            choices={(['green', 'amber', 'red'] as const).map((value) => ({ value, label: words.ratings[value] ?? value }))}
          />
        </>
      )}
    </CommandDialog>
  );
}
