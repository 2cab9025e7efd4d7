import { useCallback, useEffect, useRef, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import type { SectionPage } from '#shared/domain/assessment-section/assessment-section.queries.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { type Draft, useDraft } from '#renderer/app/scratchpad/use-draft.ts';

/** How long after the last key the text goes into the assessment by itself; every key is in the vault as unfinished text long before. */
const KEEP_AFTER_MS = 15_000;
export const SECTION_DRAFT = 'assessment-section.write';

export interface SectionFields extends Readonly<Record<string, unknown>> {
  readonly text: string;
  /** Digest of the text of the assessment that this one was begun from. */
  readonly basedOn: string;
  /** What stood in the assessment then. */
  readonly base: string;
}

interface SectionText {
  readonly draft: Draft<SectionFields>;
  readonly text: string;
  write(text: string): void;
  /** Typed, and not in the assessment yet. */
  readonly waiting: boolean;
  /** Somebody else changed the text meanwhile. */
  readonly conflict: boolean;
  readonly refusals: readonly Refusal[];
  readonly busy: boolean;
  /** Puts what is typed into the assessment; `over` also where somebody else changed it meanwhile. */
  keep(options?: { readonly over?: boolean }): Promise<boolean>;
  takeTheirs(): void;
}

/** Whether an unfinished text holds anything that is not in the assessment. */
export function isUnkept(fields: Readonly<Record<string, unknown>>): boolean {
  const { text, base } = fields;
  return typeof text === 'string' && text.trim() !== base;
}

/** The text of a section while somebody writes it: kept as typed, put into the assessment after a pause, on leaving and when asked, and never over somebody else’s words. */
export function useSectionText(
  section: SectionPage,
  kept: { readonly id: string; readonly fields: Readonly<Record<string, unknown>> } | null,
): SectionText {
  const bridge = useBridge();
  const [begun] = useState((): { readonly id: string | undefined; readonly fields: SectionFields } => {
    const fresh = { text: section.text, basedOn: section.textDigest, base: section.text };
    return { id: kept?.id, fields: kept !== null && isUnkept(kept.fields) ? { ...fresh, ...kept.fields } : fresh };
  });
  const draft = useDraft<SectionFields>({
    draftId: begun.id,
    parent: section.assessmentId,
    forKind: SECTION_DRAFT,
    itemId: section.id,
    initial: begun.fields,
  });
  // What stands in the assessment as far as this writer knows. It goes into the draft with every key.
  const [base, setBase] = useState({ text: begun.fields.base, digest: begun.fields.basedOn });
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const { setAll, draftId } = draft;
  const { text } = draft.fields;
  const waiting = text.trim() !== base.text;
  const conflict = waiting && section.textDigest !== base.digest && section.text !== text.trim();

  useEffect(() => {
    if (section.textDigest === base.digest || (waiting && section.text !== text.trim())) return;
    // What somebody else wrote is shown at once to whoever has typed nothing of their own.
    // The draft lives outside the component; what is known of the assessment changes together with it.
    // oxlint-disable-next-line react/set-state-in-effect
    setBase({ text: section.text, digest: section.textDigest });
    if (section.text !== text.trim()) setAll({ text: section.text, basedOn: section.textDigest, base: section.text });
  }, [waiting, section.textDigest, section.text, base.digest, text, setAll]);

  const running = useRef(false);
  const latest = useRef({ section, text, base });
  useEffect(() => {
    latest.current = { section, text, base };
  });
  const keep = useCallback(
    async ({ over = false }: { readonly over?: boolean } = {}): Promise<boolean> => {
      const sent = latest.current;
      if (sent.text.trim() === sent.base.text || sent.section.steps.write !== null) return true;
      if (running.current) return false;
      running.current = true;
      setBusy(true);
      const result = await bridge.run('assessment-section.write', {
        sectionId: sent.section.id,
        text: sent.text,
        basedOn: over ? sent.section.textDigest : sent.base.digest,
        // The unfinished text goes in the same step; what is typed meanwhile is kept anew with its next key.
        draftId,
      });
      running.current = false;
      setBusy(false);
      setRefusals(result.ok ? [] : result.refusals);
      if (!result.ok) return false;
      const now = { text: result.value.text, digest: result.value.textDigest };
      setBase(now);
      const meanwhile = latest.current.text;
      if (meanwhile !== sent.text) setAll({ text: meanwhile, basedOn: now.digest, base: now.text });
      return true;
    },
    [bridge, draftId, setAll],
  );

  useEffect(() => {
    if (!waiting || conflict || section.steps.write !== null) return;
    const timer = window.setTimeout(() => void keep(), KEEP_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [waiting, conflict, text, keep, section.steps.write]);

  // Leaving the section puts the last words in; where that is refused they stay as unfinished text and are there on coming back.
  useEffect(() => () => void keep(), [keep]);

  return {
    draft,
    text,
    write: (typed) => setAll({ text: typed, basedOn: base.digest, base: base.text }),
    waiting,
    conflict,
    refusals,
    busy,
    keep,
    takeTheirs() {
      setBase({ text: section.text, digest: section.textDigest });
      setAll({ text: section.text, basedOn: section.textDigest, base: section.text });
    },
  };
}
