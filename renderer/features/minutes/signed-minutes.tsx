import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import type { CopyListed, SignatureShown } from '#shared/domain/minutes/minutes-document.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { When } from '#renderer/components/when.tsx';
import { minutesText } from '#renderer/text/minutes.ts';
import styles from './minutes.module.css';

/** Who signed, with what the verifier shows of it too: fingerprint and seal. */
export function SignatureFacts({ signature }: { readonly signature: SignatureShown }): ReactNode {
  const words = minutesText.signed;
  return (
    <section aria-labelledby="signed-title">
      <h2 id="signed-title" className={styles['title']}>
        {words.title}
      </h2>
      <dl className={styles['facts']}>
        <dt>{words.by}</dt>
        <dd>
          {signature.signerName}, {signature.role}
        </dd>
        <dt>{words.at}</dt>
        <dd>
          <When at={signature.signedAt} />
        </dd>
        <dt>{words.fingerprint}</dt>
        <dd className={styles['mono']} data-fingerprint="">
          {signature.fingerprint}
        </dd>
        <dt>{words.seal}</dt>
        <dd className={styles['mono']} data-seal="">
          {signature.sealHash.match(/.{1,8}/g)?.join(' ')}
        </dd>
        <dt>{words.entries}</dt>
        <dd>{signature.lines}</dd>
      </dl>
      <p className={styles['help']}>{words.help}</p>
    </section>
  );
}

/** Every copy that was handed out: its number, who has it, what it left out, who gave it (duty 184). */
export function CopiesList({ copies }: { readonly copies: readonly CopyListed[] }): ReactNode {
  const words = minutesText.copies;
  return (
    <section aria-labelledby="copies-title">
      <h2 id="copies-title" className={styles['title']}>
        {words.title}
      </h2>
      {copies.length === 0 && <p className={styles['help']}>{words.none}</p>}
      <ol className={styles['copies']}>
        {[...copies].reverse().map((copy) => (
          <li key={copy.number}>
            <span className={styles['number']}>{copy.number}</span>
            <div>
              <div>
                {copy.recipient} · {words.formats[copy.format]}
              </div>
              {copy.partner !== '' && (
                <div className={styles['help']}>
                  {words.partner(copy.partner)}, {words.columns.withheld.toLowerCase()} {copy.withheld}
                </div>
              )}
              <div className={styles['help']}>
                <When at={copy.at} /> · {copy.by}
              </div>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Saves the stand-alone verifier where the person chooses. */
export function VerifierToSave(): ReactNode {
  const words = minutesText.verifier;
  const bridge = useBridge();
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const save = async (): Promise<void> => {
    setBusy(true);
    setRefusals([]);
    const result = await bridge.ask('verifier.save', {});
    setBusy(false);
    if (!result.ok) setRefusals(result.refusals);
    else acknowledge(result.value.path === '' ? words.cancelled : words.done(result.value.path));
  };
  return (
    <section aria-labelledby="verifier-title">
      <h2 id="verifier-title" className={styles['title']}>
        {words.title}
      </h2>
      <p className={styles['help']}>{words.help}</p>
      <RefusalNote refusals={refusals} />
      <div className={styles['acts']}>
        <Button variant="default" loading={busy} onClick={() => void save()}>
          {words.button}
        </Button>
      </div>
    </section>
  );
}
