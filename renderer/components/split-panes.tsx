import { type KeyboardEvent, type PointerEvent, type ReactNode, useCallback, useRef, useState } from 'react';
import { appText } from '#renderer/text/app.ts';
import styles from './split-panes.module.css';

/** Widths people chose, by the name of the split; kept until Cordon ends. */
const chosenWidths = new Map<string, number>();
const REM_STEP = 1;

interface Width {
  readonly rem: number;
  readonly separator: {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
    readonly 'aria-valuemin': number;
    readonly 'aria-valuemax': number;
  };
}

/** A width in rem that a person may drag or change with the arrow keys; `grows` says which way makes it wider. */
export function useResizableWidth(name: string, initial: number, least: number, most: number, grows: 'left' | 'right'): Width {
  const [rem, setRem] = useState(() => chosenWidths.get(name) ?? initial);
  const begin = useRef({ x: 0, rem: 0 });
  const choose = useCallback(
    (next: number) => {
      const within = Math.min(most, Math.max(least, next));
      chosenWidths.set(name, within);
      setRem(within);
    },
    [least, most, name],
  );
  const sign = grows === 'left' ? -1 : 1;
  return {
    rem,
    separator: {
      onPointerDown(event) {
        const pixels = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
        const target = event.currentTarget;
        begin.current = { x: event.clientX, rem };
        target.setPointerCapture(event.pointerId);
        const move = (moved: globalThis.PointerEvent): void =>
          choose(begin.current.rem + (sign * (moved.clientX - begin.current.x)) / pixels);
        target.addEventListener('pointermove', move);
        target.addEventListener('lostpointercapture', () => target.removeEventListener('pointermove', move), { once: true });
      },
      onKeyDown(event) {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        event.preventDefault();
        choose(rem + sign * (event.key === 'ArrowRight' ? REM_STEP : -REM_STEP));
      },
      'aria-valuemin': least,
      'aria-valuemax': most,
    },
  };
}

export interface Pane {
  readonly label: string;
  readonly content: ReactNode;
  /** It holds nothing one can stop at: then the pane itself takes the focus, so that the keyboard can scroll it. */
  readonly onlyRead?: boolean;
}

interface SplitPanesProps {
  /** Under this name the widths are remembered until Cordon ends. */
  readonly name: string;
  readonly left?: Pane;
  readonly middle: Pane;
  readonly right?: Pane;
  readonly leftWidth?: number;
  readonly rightWidth?: number;
}

/** Two or three panes side by side, each scrolling by itself, their borders movable by pointer and arrow keys. Widths in rem. On a narrow or zoomed screen they stand one above the other. */
export function SplitPanes({ name, left, middle, right, leftWidth = 18, rightWidth = 22 }: SplitPanesProps): ReactNode {
  const leftSize = useResizableWidth(`${name}-left`, leftWidth, 10, 40, 'right');
  const rightSize = useResizableWidth(`${name}-right`, rightWidth, 12, 48, 'left');
  return (
    <div className={styles['root']}>
      {left && (
        <>
          <section className={styles['pane']} aria-label={left.label} style={{ width: `${leftSize.rem}rem` }}>
            {left.content}
          </section>
          <Separator label={left.label} width={leftSize} />
        </>
      )}
      <section className={`${styles['pane']} ${styles['middle']}`} tabIndex={middle.onlyRead ? 0 : undefined} aria-label={middle.label}>
        {middle.content}
      </section>
      {right && (
        <>
          <Separator label={right.label} width={rightSize} />
          <section
            className={styles['pane']}
            tabIndex={right.onlyRead ? 0 : undefined}
            aria-label={right.label}
            style={{ width: `${rightSize.rem}rem` }}
          >
            {right.content}
          </section>
        </>
      )}
    </div>
  );
}

/** The movable border of a pane. */
export function Separator({ label, width }: { readonly label: string; readonly width: Width }): ReactNode {
  return (
    <div
      className={styles['separator']}
      role="separator"
      aria-orientation="vertical"
      aria-label={appText.components.resizeColumn(label)}
      tabIndex={0}
      aria-valuenow={Math.round(width.rem)}
      {...width.separator}
    />
  );
}
