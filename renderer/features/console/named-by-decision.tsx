import { Button, Checkbox } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Nameable, NamedAct } from '#shared/domain/decision/nameable.ts';
import { PoliceOnly } from '#renderer/components/marking-badge.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { consoleText } from '#renderer/text/console.ts';
import { taskingText } from '#renderer/text/tasking.ts';
import styles from './composer.module.css';

const words = consoleText.compose;
/** So many are offered at once; the rest unfold. */
const OFFERED_AT_ONCE = 6;

interface NamedByDecisionProps {
  readonly offered: readonly Nameable[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** What the decision sets, approves or gives an outcome: nothing can be set later by a decision that does not name it (duties 73-77, 93). */
export function NamedByDecision({ offered, chosen, onChange }: NamedByDecisionProps): ReactNode {
  const [whole, setWhole] = useState(false);
  if (offered.length === 0) return null;
  const shown = whole ? offered : offered.filter((one, index) => index < OFFERED_AT_ONCE || chosen.includes(one.id));
  return (
    <div className={styles['set']} role="group" aria-label={words.names}>
      <p className={styles['setTitle']}>{words.names}</p>
      <Checkbox.Group value={[...chosen]} onChange={onChange} aria-label={words.names}>
        <div className={styles['checks']}>
          {shown.map((one) => (
            <Checkbox
              key={one.id}
              value={one.id}
              label={
                <>
                  {taskingText.kinds[one.kind]}: {one.title === '' ? taskingText.hidden : one.title} {one.policeOnly && <PoliceOnly />}
                </>
              }
            />
          ))}
        </div>
      </Checkbox.Group>
      {shown.length < offered.length && (
        <Button size="compact-sm" variant="subtle" onClick={() => setWhole(true)}>
          {words.moreNames(offered.length - shown.length)}
        </Button>
      )}
    </div>
  );
}

interface NamedListProps {
  readonly acts: readonly NamedAct[];
  /** Carries one out; null for whoever may not. */
  readonly onCarryOut: ((act: NamedAct) => void) | null;
}

/** What a decision named, and for each that waits the act that carries it out. */
export function NamedList({ acts, onCarryOut }: NamedListProps): ReactNode {
  return (
    <ul className={styles['named']}>
      {acts.map((act) => (
        <li key={act.id}>
          <span>
            {taskingText.kinds[act.kind]}: {act.title === '' ? taskingText.hidden : act.title}
          </span>
          {act.stage === 'done' && <StatusText tone="good">{taskingText.carryOut.done}</StatusText>}
          {act.stage === 'otherwise' && <StatusText tone="quiet">{taskingText.carryOut.otherwise}</StatusText>}
          {act.stage === 'waiting' && onCarryOut !== null && (
            <Button size="compact-sm" variant="default" onClick={() => onCarryOut(act)}>
              {taskingText.carryOut.verbs[act.kind]}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
