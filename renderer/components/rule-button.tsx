import { Button, type ButtonProps, Tooltip, VisuallyHidden } from '@mantine/core';
import { type MouseEvent, type ReactNode, useId } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import { RefusalText, refusalSentence } from './refusal-note.tsx';

export interface RuleButtonProps extends ButtonProps {
  /** Why a rule forbids it now; null or an empty list when it is allowed. */
  readonly why: Refusal | readonly Refusal[] | null;
  readonly onClick: () => void;
  readonly children: ReactNode;
  readonly type?: 'button' | 'submit';
  readonly tabIndex?: number;
}

/** A button that a rule may forbid just now: then it stays in view and in the tab order, does nothing, and says why to eye and ear. */
export function RuleButton({ why, onClick, children, type = 'button', ...rest }: RuleButtonProps): ReactNode {
  const id = useId();
  const reasons: readonly Refusal[] = why === null ? [] : Array.isArray(why) ? (why as readonly Refusal[]) : [why as Refusal];
  if (reasons.length === 0)
    return (
      <Button type={type} onClick={onClick} {...rest}>
        {children}
      </Button>
    );
  return (
    <>
      <Tooltip label={reasons.map((refusal) => <RefusalText key={refusal.code} refusal={refusal} />)}>
        <Button
          type="button"
          data-disabled
          aria-disabled
          aria-describedby={id}
          onClick={(event: MouseEvent) => event.preventDefault()}
          {...rest}
        >
          {children}
        </Button>
      </Tooltip>
      <VisuallyHidden id={id}>{reasons.map(refusalSentence).join(' ')}</VisuallyHidden>
    </>
  );
}
