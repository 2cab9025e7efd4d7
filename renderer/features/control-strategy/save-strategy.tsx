import type { ReactNode } from 'react';
import { SaveDocument } from '#renderer/components/save-document.tsx';
import { controlStrategyText } from '#renderer/text/control-strategy.ts';

const words = controlStrategyText.save;

/** Saves a version as its one-page form, whole or without what partners are not given (duties 83, 100). */
export function SaveStrategy({ strategyId }: { readonly strategyId: string }): ReactNode {
  return (
    <>
      <SaveDocument name="control-strategy" args={{ strategyId, copy: 'partners' }} formats={['pdf', 'docx']} label={words.partners} />
      <SaveDocument name="control-strategy" args={{ strategyId, copy: 'police' }} formats={['pdf', 'docx']} label={words.police} />
    </>
  );
}
