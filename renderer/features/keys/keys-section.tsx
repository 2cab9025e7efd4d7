import { Button, Group, NumberInput, Progress, Radio, Stack } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Refusal, Result } from '#shared/base/result.ts';
import type { KeysView } from '#shared/contracts/bridge/asks.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { Facts } from '#renderer/components/details-pane.tsx';
import { ConfirmDialog } from '#renderer/components/dialogs.tsx';
import { errorOf, TextField, wrapperProps } from '#renderer/components/field.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { whenText } from '#renderer/components/when.tsx';
import { keysText } from '#renderer/text/keys.ts';
import { ConfirmByPassPhrase } from './confirm-by-pass-phrase.tsx';
import styles from './keys.module.css';
import { RecoverySheets, type Sheets } from './recovery-sheets.tsx';

const LOOK_EVERY_MS = 500;

/** What an administrator does with the keys of the vault (duty 32): a new key, the recovery key, the keychain, the cost of a guess, the end. */
export function KeysSection({ workstation }: { readonly workstation: string }): ReactNode {
  const bridge = useBridge();
  const [keys, setKeys] = useState<KeysView | null>(null);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [sheets, setSheets] = useState<Sheets | null>(null);
  const look = useCallback(
    () =>
      bridge.ask('keys.look', {}).then((result) => {
        if (result.ok) setKeys(result.value);
        else setRefusals(result.refusals);
      }),
    [bridge],
  );
  const running = keys?.rekey.state === 'running';
  useEffect(() => {
    const first = window.setTimeout(() => void look(), 0);
    const timer = running ? window.setInterval(() => void look(), LOOK_EVERY_MS) : undefined;
    return () => {
      window.clearTimeout(first);
      window.clearInterval(timer);
    };
  }, [look, running]);

  if (sheets !== null) {
    return (
      <RecoverySheets
        of={sheets}
        workstation={workstation}
        onDone={() => {
          setSheets(null);
          void look();
        }}
      />
    );
  }
  return (
    <Stack gap="lg" mt="xl">
      <div>
        <h2 className={styles['heading']}>{keysText.title}</h2>
        <p className={styles['dimmed']}>{keysText.help}</p>
      </div>
      <RefusalNote refusals={refusals} />
      {keys !== null && (
        <>
          <DataKey keys={keys} look={look} />
          <RecoveryPart keys={keys} onSheets={setSheets} />
          <KeychainPart keys={keys} look={look} />
          <CostPart keys={keys} look={look} />
          <ErasePart workstation={workstation} />
        </>
      )}
    </Stack>
  );
}

interface PartProps {
  readonly keys: KeysView;
  readonly look: () => Promise<void>;
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className={styles['section']} aria-label={title}>
      <h3 className={styles['heading']}>{title}</h3>
      {children}
    </section>
  );
}

function DataKey({ keys, look }: PartProps): ReactNode {
  const text = keysText.data;
  const bridge = useBridge();
  const [asking, setAsking] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const { rekey, notYet } = keys;
  const waitsFor = text.notYet(notYet.people, notYet.recovery);
  const after = async (result: Result<unknown>, done: string): Promise<void> => {
    setAsking(false);
    setRefusals(result.ok ? [] : result.refusals);
    if (result.ok && done !== '') acknowledge(done);
    await look();
  };
  return (
    <Part title={text.title}>
      <Facts
        facts={[
          { label: text.generation, value: text.generationValue(keys.generation) },
          { label: text.since, value: keys.since === '' ? '' : whenText(keys.since) },
          { label: text.people, value: String(keys.people) },
        ]}
      />
      <p className={styles['text']}>{text.why}</p>
      <RefusalNote refusals={refusals} />
      {rekey.trouble !== '' && <p role="alert">{text.stopped(rekey.trouble)}</p>}
      {rekey.state === 'none' && waitsFor !== '' && <p className={styles['text']}>{waitsFor}</p>}
      {rekey.state === 'none' && waitsFor === '' && (
        <div>
          <Button variant="default" onClick={() => setAsking(true)}>
            {text.begin}
          </Button>
        </div>
      )}
      {rekey.state !== 'none' && (
        <>
          <p role="status">{rekey.state === 'running' ? text.running(rekey.done, rekey.total) : text.waiting}</p>
          <Progress value={rekey.total === 0 ? 0 : (100 * rekey.done) / rekey.total} aria-label={text.title} />
          <div>
            <Button
              variant="default"
              onClick={() => void bridge.ask('keys.give-up-rekey', {}).then((result) => after(result, text.givenUp))}
            >
              {text.giveUp}
            </Button>
          </div>
        </>
      )}
      <ConfirmDialog
        open={asking}
        title={text.confirmTitle}
        confirm={text.begin}
        onClose={() => setAsking(false)}
        onConfirm={() => void bridge.ask('keys.begin-rekey', {}).then((result) => after(result, ''))}
      >
        <p>{text.confirm}</p>
      </ConfirmDialog>
    </Part>
  );
}

function RecoveryPart({ keys, onSheets }: { readonly keys: KeysView; readonly onSheets: (sheets: Sheets) => void }): ReactNode {
  const text = keysText.recovery;
  const bridge = useBridge();
  const [open, setOpen] = useState(false);
  const [how, setHow] = useState<'whole' | 'shares'>('whole');
  const [shares, setShares] = useState<number | string>(3);
  const [needed, setNeeded] = useState<number | string>(2);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const { split, madeAt } = keys.recovery;
  return (
    <Part title={text.title}>
      <Facts
        facts={[
          { label: text.form, value: split === null ? text.whole : text.split(split.needed, split.made) },
          { label: text.madeAt, value: madeAt === '' ? '' : whenText(madeAt) },
        ]}
      />
      <p className={styles['text']}>{text.why}</p>
      <div>
        <Button variant="default" onClick={() => setOpen(true)}>
          {text.renew}
        </Button>
      </div>
      {open && (
        <ConfirmByPassPhrase
          title={text.renew}
          confirm={text.submit}
          onClose={() => setOpen(false)}
          onConfirm={async (passPhrase) => {
            const whole = how === 'whole';
            const result = await bridge.ask('keys.renew-recovery', {
              passPhrase,
              needed: whole ? 1 : Number(needed),
              shares: whole ? 1 : Number(shares),
            });
            setRefusals(result.ok ? [] : result.refusals);
            if (result.ok) onSheets(result.value);
            return result;
          }}
        >
          <Radio.Group label={text.howTitle} value={how} onChange={(chosen) => setHow(chosen === 'shares' ? 'shares' : 'whole')}>
            <Stack gap="xs" mt="xs">
              <Radio value="whole" label={text.asWhole} />
              <Radio value="shares" label={text.asShares} />
            </Stack>
          </Radio.Group>
          {how === 'shares' && (
            <Group>
              <NumberInput
                {...wrapperProps({ name: 'shares', label: text.shares, error: errorOf(refusals, 'shares') })}
                min={2}
                max={10}
                value={shares}
                onChange={setShares}
              />
              <NumberInput
                {...wrapperProps({ name: 'needed', label: text.needed, error: errorOf(refusals, 'needed') })}
                min={2}
                max={10}
                value={needed}
                onChange={setNeeded}
              />
            </Group>
          )}
          <p>{text.warn}</p>
        </ConfirmByPassPhrase>
      )}
    </Part>
  );
}

function KeychainPart({ keys, look }: PartProps): ReactNode {
  const text = keysText.keychain;
  const bridge = useBridge();
  const [open, setOpen] = useState(false);
  const { bound, trouble } = keys.keychain;
  const cannot = !bound && trouble !== '';
  return (
    <Part title={text.title}>
      <p className={styles['text']}>{bound ? text.bound : text.free}</p>
      <p className={styles['text']}>{text.why}</p>
      {cannot && <p className={styles['text']}>{text.cannot(trouble)}</p>}
      {!cannot && (
        <div>
          <Button variant="default" onClick={() => setOpen(true)}>
            {bound ? text.release : text.bind}
          </Button>
        </div>
      )}
      {open && (
        <ConfirmByPassPhrase
          title={bound ? text.releaseTitle : text.bindTitle}
          confirm={bound ? text.release : text.bind}
          onClose={() => setOpen(false)}
          onConfirm={async (passPhrase) => {
            const result = await bridge.ask('keys.bind-keychain', { passPhrase, bound: !bound });
            if (result.ok) acknowledge(bound ? text.doneFree : text.doneBound);
            await look();
            return result;
          }}
        >
          <p>{text.why}</p>
        </ConfirmByPassPhrase>
      )}
    </Part>
  );
}

function CostPart({ keys, look }: PartProps): ReactNode {
  const text = keysText.cost;
  const bridge = useBridge();
  return (
    <Part title={text.title}>
      <Radio.Group
        label={text.label}
        value={keys.cost}
        onChange={(chosen) => {
          void bridge.ask('keys.set-cost', { cost: chosen === 'strong' ? 'strong' : 'standard' }).then((result) => {
            if (result.ok) acknowledge(text.done);
            return look();
          });
        }}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="standard" label={text.standard} />
          <Radio value="strong" label={text.strong} />
        </Stack>
      </Radio.Group>
      {keys.belowCost > 0 && <p className={styles['dimmed']}>{text.below(keys.belowCost)}</p>}
    </Part>
  );
}

function ErasePart({ workstation }: { readonly workstation: string }): ReactNode {
  const text = keysText.erase;
  const bridge = useBridge();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  return (
    <Part title={text.title}>
      <p className={styles['text']}>{text.why}</p>
      <div>
        <Button variant="outline" color="red" onClick={() => setOpen(true)}>
          {text.begin}
        </Button>
      </div>
      {open && (
        <ConfirmByPassPhrase
          title={text.title}
          confirm={text.confirm}
          danger
          onClose={() => setOpen(false)}
          onConfirm={async (passPhrase) => {
            const result = await bridge.ask('vault.erase', { passPhrase, typed });
            setRefusals(result.ok ? [] : result.refusals);
            return result;
          }}
        >
          <p>{text.why}</p>
          <TextField name="typed" label={text.typed(workstation)} value={typed} onChange={setTyped} error={errorOf(refusals, 'typed')} />
          <p>{text.receipt}</p>
        </ConfirmByPassPhrase>
      )}
    </Part>
  );
}
