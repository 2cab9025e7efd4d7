import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { SectionPage } from '#shared/domain/assessment-section/assessment-section.queries.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { ChoiceField, TextField } from '#renderer/components/field.tsx';
import { todayNow } from '#renderer/components/when.tsx';
import { assessmentsText } from '#renderer/text/assessments.ts';

const words = assessmentsText.evidence;
type Confidence = SectionPage['evidence'][number]['confidence'];

/** Cites a record of Cordon, or a source outside it, with its age and confidence (duty 130). */
export function CiteDialog({ section, onClose }: { readonly section: SectionPage; readonly onClose: () => void }): ReactNode {
  const view = useView('records-to-cite', { sectionId: section.id });
  const records = view.state === 'ready' ? view.view.rows : [];
  return (
    <CommandDialog
      title={words.addTitle}
      command="assessment-section.cite"
      forKind="assessment-section.cite"
      about={section.id}
      initial={{ record: '', title: '', asOf: '' as Day | '', confidence: '' as Confidence }}
      labels={{ record: words.record, title: words.source, asOf: words.asOf, confidence: words.confidence }}
      args={(fields) => {
        const record = records.find((one) => one.id === fields.record);
        const added = {
          recordKind: record?.kind ?? '',
          recordId: record?.id ?? '',
          title: fields.title,
          asOf: fields.asOf,
          confidence: fields.confidence,
        };
        const known = section.evidence.map(({ recordKind, recordId, title, asOf, confidence }) => ({
          recordKind,
          recordId,
          title,
          asOf,
          confidence,
        }));
        return { sectionId: section.id, evidence: [...known, added] };
      }}
      submit={words.add}
      done={words.added}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at, setAll, error }) => (
        <>
          <ChoiceField
            {...at('record')}
            help={words.recordHelp}
            optional
            choices={records.map((one) => ({ value: one.id, label: `${words.kinds[one.kind] ?? ''}: ${one.title}` }))}
            onChange={(id) => {
              const record = records.find((one) => one.id === id);
              setAll(
                record === undefined ? { record: '' } : { record: id, title: record.title.slice(0, 300), asOf: record.asOf as Day | '' },
              );
            }}
          />
          <TextField {...at('title')} error={error(`evidence.${section.evidence.length}.title`)} maxLength={300} />
          <DayField {...at('asOf')} optional latest={todayNow()} />
          <ChoiceField
            {...at('confidence')}
            optional
            choices={(['low', 'moderate', 'high'] as const).map((value) => ({ value, label: words.choices[value] }))}
          />
        </>
      )}
    </CommandDialog>
  );
}
