import type { Reading } from '#shared/domain/kit/reading.ts';

/** Whether this is the publication to staff, in force, of a control strategy or a requirement: only that is noted on what is published (duty 107). */
export async function isPublishedBy(
  reading: Reading,
  publicationId: string,
  what: { readonly controlStrategyId: string } | { readonly requirementId: string },
): Promise<boolean> {
  const found = publicationId === '' ? null : await reading.one('publication', publicationId);
  if (found?.state !== 'sent' || found.body.audience !== 'staff') return false;
  return 'controlStrategyId' in what
    ? found.body.controlStrategyId === what.controlStrategyId
    : found.body.requirementId === what.requirementId;
}
