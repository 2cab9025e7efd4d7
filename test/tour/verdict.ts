import { timeText } from '#shared/base/time-text.ts';
import type { Instant } from '#shared/base/time.ts';
import type { SealedReport } from '#shared/contracts/sealed/sealed-report.ts';

/** The same bytes with one bit changed inside the first place where `words` stand; null when they stand nowhere. */
export function withOneLetterChanged(sealed: Uint8Array, words: string): Uint8Array | null {
  const at = Buffer.from(sealed).indexOf(words);
  if (at === -1) return null;
  const altered = sealed.slice();
  altered[at] = (altered[at] ?? 0) ^ 1;
  return altered;
}

/** What the verifier found, in lines for a terminal. */
export function verdictLines(report: SealedReport): readonly string[] {
  const { seal, copy } = report;
  const count = (kind: string): number => report.entries.filter((one) => one.entry?.kind === kind).length;
  return [
    report.says,
    ...(seal === null
      ? []
      : [
          `Signed by ${seal.signer.name}, ${seal.signer.role}, on ${timeText(seal.signedAt as Instant)}.`,
          `Fingerprint of the signing key: ${seal.fingerprint}`,
        ]),
    ...(copy === null ? [] : [`Copy ${copy.number}, for ${copy.recipient}.`]),
    ...(report.outcome === 'whole' ? [`It holds ${count('decision')} decisions and ${count('action')} actions.`] : []),
  ];
}
