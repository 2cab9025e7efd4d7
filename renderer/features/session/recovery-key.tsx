import { Button, Group, Stack } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { instantFromMs } from '#shared/base/time.ts';
import { timeText } from '#shared/base/time-text.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { copyText } from '#renderer/components/copy-text.ts';
import { ConfirmDialog } from '#renderer/components/dialogs.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { RecoveryWords } from '#renderer/components/recovery-words.tsx';
import { sessionText } from '#renderer/text/session.ts';
import styles from './session.module.css';

const text = sessionText.key;

/** Two different places among the words, chosen anew each time. */
function twoPlaces(count: number): readonly [number, number] {
  const [a = 0, b = 0] = crypto.getRandomValues(new Uint32Array(2));
  const first = a % count;
  return [first, (first + 1 + (b % (count - 1))) % count].sort((x, y) => x - y) as [number, number];
}

/** The 24 recovery words, shown once: print them, copy them only on purpose, and show by two of them that they are written down. */
export function RecoveryKey({
  words,
  force,
  workstation,
  onDone,
}: {
  readonly words: readonly string[];
  readonly force: string;
  readonly workstation: string;
  readonly onDone: () => void;
}): ReactNode {
  const places = useMemo(() => twoPlaces(words.length), [words.length]);
  const [typed, setTyped] = useState<readonly [string, string]>(['', '']);
  const [checked, setChecked] = useState(false);
  const [copying, setCopying] = useState(false);
  const [madeAt] = useState(() => timeText(instantFromMs(Date.now())));
  const right = places.map((place, index) => typed[index]?.trim().toLowerCase() === words[place]);
  return (
    <Stack gap="md" mt="md">
      <p className={styles['noPrint']}>{text.body}</p>
      <div>
        <div className={styles['printOnly']}>
          <p className={styles['printMarking']}>{text.marking}</p>
          <h1>{text.printTitle(force)}</h1>
          <p>
            {text.printWorkstation}: {workstation} · {madeAt}
          </p>
          <p>{text.printBody}</p>
        </div>
        <RecoveryWords words={words} label={text.words} />
        <p className={`${styles['printOnly']} ${styles['printMarking']}`}>{text.marking}</p>
      </div>
      <Group className={styles['noPrint'] ?? ''}>
        <Button variant="default" onClick={() => window.print()}>
          {text.print}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => setCopying(true)}>
          {text.copy}
        </Button>
      </Group>
      <form
        className={styles['noPrint']}
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          if (right.every(Boolean)) onDone();
        }}
      >
        <Stack gap="md">
          <h2 className={styles['subtitle']}>{text.checkTitle}</h2>
          <div className={styles['checks']}>
            {places.map((place, index) => (
              <TextField
                key={place}
                name={`word-${place}`}
                label={text.check(place + 1)}
                value={typed[index] ?? ''}
                onChange={(word) => setTyped((now) => (index === 0 ? [word, now[1]] : [now[0], word]))}
                error={checked && !right[index] ? text.checkWrong(place + 1) : undefined}
                autoCapitalize="none"
              />
            ))}
          </div>
          <div>
            <Button type="submit">{text.done}</Button>
          </div>
        </Stack>
      </form>
      <ConfirmDialog
        open={copying}
        title={text.copy}
        confirm={text.copyYes}
        danger
        onClose={() => setCopying(false)}
        onConfirm={() => {
          setCopying(false);
          if (copyText(words.map((word, place) => `${place + 1}. ${word}`).join('\n'))) acknowledge(text.copied);
        }}
      >
        <p>{text.copyConfirm}</p>
      </ConfirmDialog>
    </Stack>
  );
}
