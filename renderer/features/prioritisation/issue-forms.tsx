import { Radio, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { IssueInWork, PrioritisationPage } from '#shared/domain/prioritisation/prioritisation.queries.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { CheckField, ChoiceField, TextArea, TextField } from '#renderer/components/field.tsx';
import { prioritisationText as words } from '#renderer/text/prioritisation.ts';

interface IssueFormProps {
  readonly page: PrioritisationPage;
  /** Null raises a new one. */
  readonly issue: IssueInWork | null;
  readonly onDone: (issueId: string) => void;
  readonly onClose: () => void;
}

/** Raises an issue, or changes what it is called and says (duties 90, 106). */
export function IssueForm({ page, issue, onDone, onClose }: IssueFormProps): ReactNode {
  const form = {
    initial: {
      title: issue?.title ?? '',
      description: issue?.description ?? '',
      sectionId: issue?.sectionId ?? '',
      otherKeyThreat: issue?.otherKeyThreat ?? false,
      policeOnly: issue?.policeOnly ?? false,
    },
    labels: words.issueLabels,
    onCancel: onClose,
  };
  const fields: Parameters<typeof CommandDialog<'issue.change', typeof form.initial>>[0]['children'] = ({
    at,
    fields: typed,
    set,
    error,
  }) => (
    <>
      <TextField {...at('title')} maxLength={200} />
      <TextArea {...at('description')} optional maxLength={4000} />
      {page.sections.length > 0 && (
        <ChoiceField
          {...at('sectionId')}
          optional
          choices={page.sections.map((section) => ({ value: section.id, label: section.heading }))}
        />
      )}
      <CheckField
        name="otherKeyThreat"
        label={words.issueLabels.otherKeyThreat}
        help={words.otherKeyThreatHelp}
        error={error('otherKeyThreat')}
        checked={typed.otherKeyThreat}
        onChange={(checked) => set('otherKeyThreat', checked)}
      />
      <CheckField
        name="policeOnly"
        label={words.issueLabels.policeOnly}
        help={words.policeOnlyHelp}
        error={error('policeOnly')}
        checked={typed.policeOnly}
        onChange={(checked) => set('policeOnly', checked)}
      />
    </>
  );
  return issue === null ? (
    <CommandDialog
      {...form}
      title={words.raise.button}
      command="issue.raise"
      forKind="issue.raise"
      about={page.id}
      args={(typed) => ({ ...typed, prioritisationId: page.id })}
      submit={words.raise.button}
      done={words.raise.done}
      onDone={({ issueId }) => onDone(issueId)}
    >
      {fields}
    </CommandDialog>
  ) : (
    <CommandDialog
      {...form}
      title={words.changeIssue.button}
      command="issue.change"
      forKind="issue.change"
      about={issue.id}
      args={(typed) => ({ ...typed, issueId: issue.id })}
      submit={words.changeIssue.button}
      done={words.changeIssue.done}
      onDone={() => onDone(issue.id)}
    >
      {fields}
    </CommandDialog>
  );
}

/** Says how an issue ends and why (duties 95, 96). */
export function OutcomeForm({ issue, onClose }: { readonly issue: IssueInWork; readonly onClose: () => void }): ReactNode {
  const { outcomes } = words;
  return (
    <CommandDialog
      title={`${outcomes.labels.outcome}: ${issue.title}`}
      command="issue.settle"
      forKind="issue.settle"
      about={issue.id}
      initial={{ outcome: issue.state as 'scoring' | 'included' | 'not-included', reason: issue.outcomeReason }}
      labels={outcomes.labels}
      args={(fields) => ({ ...fields, issueId: issue.id })}
      submit={outcomes.give}
      done={outcomes.done}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ fields, set, at, error }) => (
        <>
          <Radio.Group
            label={outcomes.labels.outcome}
            value={fields.outcome}
            onChange={(value) => set('outcome', value as typeof fields.outcome)}
            error={error('otherKeyThreat')}
          >
            <Stack gap="xs" mt="xs">
              {(['included', 'not-included', 'scoring'] as const).map((value) => (
                <Radio key={value} value={value} label={outcomes.state[value]} />
              ))}
            </Stack>
          </Radio.Group>
          <TextArea {...at('reason')} help={outcomes.reasonHelp} optional={fields.outcome === 'scoring'} maxLength={4000} />
        </>
      )}
    </CommandDialog>
  );
}
