import { createContext, use } from 'react';
import type { QueryView } from '#shared/domain/registry.ts';
import { type Draft, useDraft } from '#renderer/app/scratchpad/use-draft.ts';

/** The drafts the vault already held when the console opened; they are gone on with, not begun again. */
export const KeptDrafts = createContext<QueryView<'drafts'>['rows']>([]);

/** The unfinished text of one kind under one agenda item: the one kept from before, or a new one. */
export function useItemDraft<F extends Readonly<Record<string, unknown>>>(
  meetingId: string,
  forKind: string,
  itemId: string,
  initial: F,
  longTexts: readonly (keyof F & string)[],
): Draft<F> {
  const kept = use(KeptDrafts).find((one) => one.forKind === forKind && one.itemId === itemId);
  return useDraft<F>({
    draftId: kept?.id,
    parent: meetingId,
    forKind,
    itemId,
    initial,
    resumed: kept?.fields as Partial<F> | undefined,
    longTexts,
  });
}
