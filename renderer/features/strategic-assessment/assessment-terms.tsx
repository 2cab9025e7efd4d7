import { type ReactNode, useState } from 'react';
import type { AssessmentPage } from '#shared/domain/strategic-assessment/strategic-assessment.queries.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { Facts } from '#renderer/components/details-pane.tsx';
import { SheetSection } from '#renderer/components/record-sheet.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { assessmentsText as words } from '#renderer/text/assessments.ts';
import { TermsFieldset, frameArgs, termsArgs, termsFields } from './begin-assessment.tsx';
import sheet from '#renderer/components/record-sheet.module.css';

const PARTS = ['aim', 'scope', 'questions', 'method', 'sources', 'limits'] as const;

/** The frame and the terms of reference: what was agreed before work began (duty 29). */
export function AssessmentTerms({ page }: { readonly page: AssessmentPage }): ReactNode {
  const [changing, setChanging] = useState(false);
  const { termsFacts } = words;
  const mayChange = page.state === 'terms' && page.steps.change === null;
  return (
    <article className={sheet['sheet']}>
      {page.state === 'terms' && <p className={sheet['banner']}>{words.termsOpen}</p>}
      <div className={sheet['columns']}>
        <Facts
          facts={[
            { label: termsFacts.period, value: `${whenText(page.periodFrom)} to ${whenText(page.periodTo)}` },
            { label: termsFacts.due, value: page.dueOn === '' ? '' : <When at={page.dueOn} /> },
            {
              label: termsFacts.agreed,
              value: page.termsAgreedAt === '' ? '' : words.agreedBy(page.termsAgreedBy, whenText(page.termsAgreedAt)),
            },
          ]}
        />
        <Facts
          facts={[
            { label: termsFacts.group, value: page.groupName },
            { label: termsFacts.author, value: page.author },
            { label: termsFacts.partners, value: page.agencies.map((agency) => agency.name).join(', ') },
          ]}
        />
      </div>
      {PARTS.map((part) => (
        <SheetSection key={part} title={words.labels[part] ?? part} duties={part === 'aim' ? [29] : []}>
          {page.terms[part].length === 0 ? (
            <p className={sheet['dimmed']}>{words.termsMissing}</p>
          ) : part === 'questions' ? (
            <ol>
              {page.terms.questions.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ol>
          ) : (
            <p className={sheet['prose']}>{page.terms[part]}</p>
          )}
        </SheetSection>
      ))}
      {mayChange && (
        <div>
          <RuleButton why={page.steps.change} variant="default" onClick={() => setChanging(true)}>
            {words.steps.changeTerms}
          </RuleButton>
        </div>
      )}
      {changing && (
        <CommandDialog
          title={words.steps.changeTerms}
          command="strategic-assessment.change"
          forKind="strategic-assessment.terms"
          about={page.id}
          initial={termsFields(page.terms)}
          labels={words.labels}
          args={(fields) => ({ ...frameOf(page), assessmentId: page.id, terms: termsArgs(fields) })}
          submit={words.steps.save}
          done={words.changed}
          onDone={() => setChanging(false)}
          onCancel={() => setChanging(false)}
        >
          {(form) => <TermsFieldset form={form} />}
        </CommandDialog>
      )}
    </article>
  );
}

/** The frame as it stands, for a change that leaves it alone. */
export function frameOf(page: AssessmentPage): ReturnType<typeof frameArgs> {
  return frameArgs({
    title: page.title,
    periodFrom: page.periodFrom as never,
    periodTo: page.periodTo as never,
    dueOn: page.dueOn as never,
    partnerAgencyIds: page.agencyIds,
  });
}
