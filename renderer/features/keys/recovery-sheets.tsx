import { Button, Group, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { instantFromMs } from '#shared/base/time.ts';
import { timeText } from '#shared/base/time-text.ts';
import { CheckField } from '#renderer/components/field.tsx';
import { RecoveryWords } from '#renderer/components/recovery-words.tsx';
import { keysText } from '#renderer/text/keys.ts';
import styles from './keys.module.css';

const text = keysText.sheets;

export interface Sheets {
  readonly sheets: readonly (readonly string[])[];
  readonly needed: number;
}

/** The words of a new recovery key, shown once, each share on a sheet of its own when printed. */
export function RecoverySheets({
  of: { sheets, needed },
  workstation,
  onDone,
}: {
  readonly of: Sheets;
  readonly workstation: string;
  readonly onDone: () => void;
}): ReactNode {
  const [kept, setKept] = useState(false);
  const [madeAt] = useState(() => timeText(instantFromMs(Date.now())));
  return (
    <Stack gap="md">
      <h2 className={styles['heading']} data-print="no">
        {text.title}
      </h2>
      <p className={styles['text']} data-print="no">
        {text.body(sheets.length)}
      </p>
      {sheets.map((words, index) => (
        <section key={words.join(' ')} className={styles['sheet']} aria-label={text.sheet(index + 1, sheets.length)}>
          <p className={styles['onPaper']}>{text.marking}</p>
          <p className={styles['onPaper']}>{text.printTitle(workstation)}</p>
          <h3 className={styles['sheetTitle']}>{text.sheet(index + 1, sheets.length)}</h3>
          <p className={styles['onPaperPlain']}>
            {madeAt}. {text.printBody(needed, sheets.length)}
          </p>
          <RecoveryWords words={words} />
          <p className={styles['onPaper']}>{text.marking}</p>
        </section>
      ))}
      <Group data-print="no">
        <Button variant="default" onClick={() => window.print()}>
          {text.print(sheets.length)}
        </Button>
      </Group>
      <Group data-print="no">
        <CheckField name="kept" label={text.check} checked={kept} onChange={setKept} />
      </Group>
      <div data-print="no">
        <Button disabled={!kept} onClick={onDone}>
          {text.done}
        </Button>
      </div>
    </Stack>
  );
}
