import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { SectionPage } from '#shared/domain/assessment-section/assessment-section.queries.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { TextArea, TextField } from '#renderer/components/field.tsx';
import { todayNow } from '#renderer/components/when.tsx';
import { assessmentsText } from '#renderer/text/assessments.ts';

const words = assessmentsText.sections;

/** Takes in what a partner agency sent in writing, word for word (duty 69). */
export function ReceiveSection({ section, onClose }: { readonly section: SectionPage; readonly onClose: () => void }): ReactNode {
  return (
    <CommandDialog
      title={words.receiveTitle(section.ownerAgency)}
      command="assessment-section.receive"
      forKind="assessment-section.receive"
      about={section.id}
      initial={{ text: section.text, on: '' as Day | '', reference: '' }}
      labels={words.labels}
      args={({ text, on, reference }) => ({ sectionId: section.id, text, on, reference })}
      submit={words.receive}
      done={words.received}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          <TextArea {...at('text')} help={words.receiveHelp} maxLength={100_000} minRows={6} data-autofocus />
          <DayField {...at('on')} latest={todayNow()} />
          <TextField {...at('reference')} maxLength={200} />
        </>
      )}
    </CommandDialog>
  );
}
