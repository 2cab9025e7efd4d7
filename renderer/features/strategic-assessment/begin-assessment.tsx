import { MultiSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import { MARKINGS, type Marking } from '#shared/contracts/record/record.ts';
import type { AgencyNamed, AssessmentsView } from '#shared/domain/strategic-assessment/strategic-assessment.queries.ts';
import type { TermsOfReference } from '#shared/domain/strategic-assessment/strategic-assessment.schema.ts';
import { goTo } from '#renderer/app/location.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { CommandDialog, type Form } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { ChoiceField, type FieldParts, TextArea, TextField, wrapperProps } from '#renderer/components/field.tsx';
import { assessmentsText as words } from '#renderer/text/assessments.ts';
import styles from './assessment.module.css';

/** The frame as a form holds it: days may still be missing. */
export interface FrameFields extends Readonly<Record<string, unknown>> {
  readonly title: string;
  readonly periodFrom: Day | '';
  readonly periodTo: Day | '';
  readonly dueOn: Day | '';
  readonly partnerAgencyIds: readonly string[];
}
/** Terms of reference as a form holds them: one question on each line. */
export interface TermsFields extends Readonly<Record<string, unknown>> {
  readonly aim: string;
  readonly scope: string;
  readonly questions: string;
  readonly method: string;
  readonly sources: string;
  readonly limits: string;
}

/** What is missing is sent empty, so that the refusal stands at its field. */
export function frameArgs(fields: FrameFields) {
  const { title, periodFrom, periodTo, dueOn, partnerAgencyIds } = fields;
  return { title, periodFrom, periodTo, dueOn, partnerAgencyIds: [...partnerAgencyIds] };
}
export function termsArgs({ questions, aim, scope, method, sources, limits }: TermsFields) {
  const lines = questions.split('\n').map((line) => line.trim());
  return { aim, scope, method, sources, limits, questions: lines.filter((line) => line !== '') };
}
export const termsFields = (terms: TermsOfReference): TermsFields => ({ ...terms, questions: terms.questions.join('\n') });

function AgenciesField({
  agencies,
  value,
  onChange,
  ...parts
}: FieldParts & {
  readonly agencies: readonly AgencyNamed[];
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
}): ReactNode {
  return (
    <MultiSelect
      {...wrapperProps(parts)}
      data={agencies.map((agency) => ({ value: agency.id, label: agency.name }))}
      value={[...value]}
      onChange={onChange}
      searchable
      maxDropdownHeight="16rem"
      comboboxProps={{ position: 'bottom-start', transitionProps: { duration: 0 } }}
    />
  );
}

/** Title, period, due day and partners of an assessment. */
export function FrameFieldset<F extends FrameFields>({
  form,
  agencies,
}: {
  readonly form: Form<F>;
  readonly agencies: readonly AgencyNamed[];
}): ReactNode {
  const { at, fields, set } = form as unknown as Form<FrameFields>;
  return (
    <>
      <TextField {...at('title')} maxLength={200} data-autofocus />
      <div className={styles['triple']}>
        <DayField {...at('periodFrom')} />
        <DayField {...at('periodTo')} />
        <DayField {...at('dueOn')} optional />
      </div>
      {agencies.length > 0 && (
        <AgenciesField
          name="partnerAgencyIds"
          label={words.labels['partnerAgencyIds'] ?? ''}
          help={words.help.partnerAgencyIds}
          error={at('partnerAgencyIds').error}
          optional
          agencies={agencies}
          value={fields.partnerAgencyIds}
          onChange={(ids) => set('partnerAgencyIds', ids)}
        />
      )}
    </>
  );
}

/** The terms of reference, each part in its own field (duty 29). */
export function TermsFieldset<F extends TermsFields>({
  form,
  brief = false,
}: {
  readonly form: Form<F>;
  readonly brief?: boolean;
}): ReactNode {
  const { at, error } = form as unknown as Form<TermsFields>;
  const field = (name: 'aim' | 'scope' | 'method' | 'sources' | 'limits'): ReactNode => (
    <TextArea {...at(name)} error={error(`terms.${name}`)} optional maxLength={4000} minRows={1} />
  );
  return (
    <>
      {field('aim')}
      {field('scope')}
      <TextArea {...at('questions')} error={error('terms.questions')} help={words.help.questions} optional minRows={2} />
      {field('method')}
      {!brief && field('sources')}
      {!brief && field('limits')}
    </>
  );
}

interface BeginProps {
  readonly groups: AssessmentsView['groups'];
  /** The final assessment a new one refreshes; null for one of its own. */
  readonly refreshes: {
    readonly id: string;
    readonly reference: string;
    readonly title: string;
    readonly groupId: string;
    readonly marking: Marking;
    readonly partnerAgencyIds: readonly string[];
    readonly terms: TermsOfReference;
  } | null;
  readonly onClose: () => void;
}

const NO_TERMS: TermsFields = { aim: '', scope: '', questions: '', method: '', sources: '', limits: '' };

/** Begins an assessment with its frame and, as far as they are known, its terms of reference (duties 29, 69). */
export function BeginAssessment({ groups, refreshes, onClose }: BeginProps): ReactNode {
  return (
    <CommandDialog
      title={refreshes === null ? words.beginTitle : words.refreshTitle(refreshes.reference)}
      command="strategic-assessment.create"
      forKind="strategic-assessment.create"
      about={refreshes?.id ?? ''}
      initial={{
        groupId: refreshes?.groupId ?? groups[0]?.id ?? '',
        title: refreshes?.title ?? '',
        periodFrom: '' as Day | '',
        periodTo: '' as Day | '',
        dueOn: '' as Day | '',
        marking: refreshes?.marking ?? ('OFFICIAL-SENSITIVE' as Marking),
        partnerAgencyIds: refreshes?.partnerAgencyIds ?? [],
        ...(refreshes === null ? NO_TERMS : termsFields(refreshes.terms)),
      }}
      labels={words.labels}
      args={(fields) => ({
        ...frameArgs(fields),
        groupId: fields.groupId,
        marking: fields.marking,
        terms: termsArgs(fields),
        refreshesId: refreshes?.id ?? '',
      })}
      submit={refreshes === null ? words.begin : words.steps.refresh}
      done={words.begun}
      onDone={({ assessmentId }) => goTo(linkTo('strategic-assessment', assessmentId))}
      onCancel={onClose}
    >
      {(form) => (
        <>
          {refreshes !== null && <p className={styles['note']}>{words.refreshHelp}</p>}
          {refreshes === null && groups.length > 1 && (
            <ChoiceField {...form.at('groupId')} choices={groups.map((group) => ({ value: group.id, label: group.name }))} />
          )}
          <FrameFieldset form={form} agencies={groups.find((group) => group.id === form.fields.groupId)?.agencies ?? []} />
          {refreshes === null && <ChoiceField {...form.at('marking')} choices={MARKINGS.map((value) => ({ value, label: value }))} />}
          <TermsFieldset form={form} brief />
          <p className={styles['note']}>{words.help.terms}</p>
        </>
      )}
    </CommandDialog>
  );
}
