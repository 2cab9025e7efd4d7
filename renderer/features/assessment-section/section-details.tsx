import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { dayText } from '#shared/base/time-text.ts';
import { day } from '#shared/base/time.ts';
import type { SectionPage } from '#shared/domain/assessment-section/assessment-section.queries.ts';
import { likelihoodInWords } from '#shared/domain/assessment-section/yardstick.ts';
import type { AssessmentPage } from '#shared/domain/strategic-assessment/strategic-assessment.queries.ts';
import { useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { Facts } from '#renderer/components/details-pane.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { assessmentsText } from '#renderer/text/assessments.ts';
import { CiteDialog } from './cite-dialog.tsx';
import { ForecastDialog } from './forecast-dialog.tsx';
import { ReceiveSection } from './receive-dialog.tsx';
import { SectionMenu } from './section-menu.tsx';
import styles from './section.module.css';

const words = assessmentsText.sections;

/** The pane at the right of a section: who owns it, its sign-off, what it rests on and what it expects (duties 69, 130). */
export function SectionDetails({ section, page }: { readonly section: SectionPage; readonly page: AssessmentPage }): ReactNode {
  return (
    <div className={styles['details']}>
      <Facts
        facts={[
          { label: words.owner, value: section.owner === '' ? words.noOwner : section.owner },
          { label: words.agency, value: section.ownerAgency },
          { label: words.signedOffBy, value: section.signedOffBy },
          {
            label: words.receivedLabel,
            value: section.received === null ? '' : words.receivedFrom(whenText(section.received.on), section.received.enteredBy),
          },
          { label: words.receivedReference, value: section.received?.reference ?? '' },
          { label: words.signedOffAt, value: section.signedOffAt === '' ? '' : <When at={section.signedOffAt} /> },
        ]}
      />
      <SignOff section={section} page={page} />
      <Evidence section={section} />
      <Forecasts section={section} />
    </div>
  );
}

/** Refusals that mean the step is not this person’s at all: then its button is absent, not grey. */
const NOT_THEIRS = [
  'assessment-section/partner-owns-it',
  'assessment-section/police-own-it',
  'assessment-section/not-yours-to-write',
  'assessment-section/only-owner-signs-off',
  'assessment-section/begins-empty',
  'assessment-section/signed-off-is-fixed',
  'strategic-assessment/final-is-fixed',
  'strategic-assessment/withdrawn-is-fixed',
  'strategic-assessment/in-review-is-fixed',
];

function SignOff({ section, page }: { readonly section: SectionPage; readonly page: AssessmentPage }): ReactNode {
  const [receiving, setReceiving] = useState(false);
  const signOff = useCommand('assessment-section.sign-off');
  const reopen = useCommand('assessment-section.reopen');
  const offered = (refusal: SectionPage['steps']['signOff']): boolean => refusal === null || !NOT_THEIRS.includes(refusal.code);
  const run = async (command: typeof signOff | typeof reopen, done: string): Promise<void> => {
    if ((await command.run({ sectionId: section.id })).ok) acknowledge(done);
  };
  return (
    <div className={styles['group']}>
      <RefusalNote refusals={[...signOff.refusals, ...reopen.refusals]} />
      <div className={styles['row']}>
        {section.signedOffAt === '' && offered(section.steps.signOff) && (
          <RuleButton
            size="compact-sm"
            why={section.steps.signOff}
            loading={signOff.busy}
            onClick={() => void run(signOff, words.signedOffNow)}
          >
            {words.signOff}
          </RuleButton>
        )}
        {section.signedOffAt !== '' && offered(section.steps.reopen) && (
          <RuleButton
            size="compact-sm"
            variant="default"
            why={section.steps.reopen}
            loading={reopen.busy}
            onClick={() => void run(reopen, words.reopened)}
          >
            {words.reopen}
          </RuleButton>
        )}
        {section.steps.receive === null && (
          <Button size="compact-sm" variant="default" onClick={() => setReceiving(true)}>
            {words.receive}
          </Button>
        )}
        <SectionMenu section={section} page={page} />
      </div>
      {receiving && <ReceiveSection section={section} onClose={() => setReceiving(false)} />}
    </div>
  );
}

function Evidence({ section }: { readonly section: SectionPage }): ReactNode {
  const text = assessmentsText.evidence;
  const [adding, setAdding] = useState(false);
  const { run, refusals } = useCommand('assessment-section.cite');
  const mayEdit = section.steps.write === null;
  const remove = async (id: string): Promise<void> => {
    const evidence = section.evidence
      .filter((one) => one.id !== id)
      .map(({ recordKind, recordId, title, asOf, confidence }) => ({ recordKind, recordId, title, asOf, confidence }));
    if ((await run({ sectionId: section.id, evidence })).ok) acknowledge(text.removed);
  };
  return (
    <section className={styles['group']} aria-labelledby="section-evidence">
      <div className={styles['groupHead']}>
        <h3 id="section-evidence">{text.title}</h3>
        {mayEdit && (
          <Button size="compact-sm" variant="subtle" onClick={() => setAdding(true)}>
            {text.add}
          </Button>
        )}
      </div>
      <RefusalNote refusals={refusals} />
      {section.evidence.length === 0 ? (
        <p className={styles['small']}>{text.none}</p>
      ) : (
        <ul className={styles['items']}>
          {section.evidence.map((one) => (
            <li key={one.id} className={styles['item']}>
              <div>
                <p>{one.title}</p>
                <p className={styles['small']}>
                  {one.asOf !== '' && dayText(day(one.asOf))}
                  {one.asOf !== '' && one.confidence !== '' && ' · '}
                  {text.levels[one.confidence]}
                </p>
                {one.age !== 'current' && <p className={styles['old']}>{text[one.age]}</p>}
                {one.newer !== '' && <p className={styles['old']}>{text.newer(one.newer)}</p>}
              </div>
              {mayEdit && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="gray"
                  aria-label={text.remove(one.title)}
                  title={text.remove(one.title)}
                  onClick={() => void remove(one.id)}
                >
                  ×
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {adding && <CiteDialog section={section} onClose={() => setAdding(false)} />}
    </section>
  );
}

function Forecasts({ section }: { readonly section: SectionPage }): ReactNode {
  const text = assessmentsText.forecasts;
  const [editing, setEditing] = useState<string | null>(null);
  const mayEdit = section.steps.write === null;
  return (
    <section className={styles['group']} aria-labelledby="section-forecasts">
      <div className={styles['groupHead']}>
        <h3 id="section-forecasts">{text.title}</h3>
        {mayEdit && (
          <Button size="compact-sm" variant="subtle" onClick={() => setEditing('')}>
            {text.add}
          </Button>
        )}
      </div>
      {section.forecasts.length === 0 ? (
        <p className={styles['small']}>{text.none}</p>
      ) : (
        <ul className={styles['items']}>
          {section.forecasts.map((one) => (
            <li key={one.id} className={styles['item']}>
              <div>
                <p>{one.statement}</p>
                <p className={styles['small']}>
                  {likelihoodInWords(one)}
                  {one.by !== '' && ` · ${text.byDay(dayText(day(one.by)))}`}
                </p>
                {one.hedges.length > 0 && <p className={styles['old']}>{text.hedges(one.hedges)}</p>}
              </div>
              {mayEdit && (
                <Button size="compact-sm" variant="subtle" onClick={() => setEditing(one.id)}>
                  {text.change}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {editing !== null && (
        <ForecastDialog
          sectionId={section.id}
          forecast={section.forecasts.find((one) => one.id === editing) ?? null}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  );
}
