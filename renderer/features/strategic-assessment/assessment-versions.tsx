import { type ReactNode, useState } from 'react';
import type { AssessmentVersions, SectionCompared } from '#shared/domain/strategic-assessment/assessment-versions.ts';
import type { AssessmentPage } from '#shared/domain/strategic-assessment/strategic-assessment.queries.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { type Choice, ChoiceField } from '#renderer/components/field.tsx';
import { View } from '#renderer/components/view.tsx';
import { whenText } from '#renderer/components/when.tsx';
import { assessmentsText } from '#renderer/text/assessments.ts';
import { isSame, WordDifferences } from './word-differences.tsx';
import sheet from '#renderer/components/record-sheet.module.css';
import styles from './assessment.module.css';

const words = assessmentsText.versions;
const WHOLE = 'whole';
const NOW = 'now';

/** Two versions side by side with the words that differ: of the whole, or of one section. */
export function AssessmentVersionsTab({ page }: { readonly page: AssessmentPage }): ReactNode {
  const view = useView('strategic-assessment-versions', { assessmentId: page.id });
  return <View of={view}>{(versions) => versions !== null && <Compare page={page} versions={versions} />}</View>;
}

function Compare({ page, versions }: { readonly page: AssessmentPage; readonly versions: AssessmentVersions }): ReactNode {
  const [what, setWhat] = useState(WHOLE);
  const section = versions.sections.find((one) => one.id === what);
  return (
    <>
      {section === undefined ? (
        <WholeCompared page={page} versions={versions} what={what} setWhat={setWhat} />
      ) : (
        <SectionVersions key={section.id} versions={versions} section={section} setWhat={setWhat} />
      )}
    </>
  );
}

interface ChosenProps {
  readonly versions: AssessmentVersions;
  readonly what: string;
  readonly setWhat: (what: string) => void;
  readonly choices: readonly Choice[];
  readonly left: string;
  readonly right: string;
  readonly setLeft: (id: string) => void;
  readonly setRight: (id: string) => void;
}

function Chosen({ versions, what, setWhat, choices, left, right, setLeft, setRight }: ChosenProps): ReactNode {
  return (
    <div className={styles['choose']}>
      <ChoiceField
        name="versions-what"
        label={words.what}
        value={what}
        onChange={setWhat}
        choices={[{ value: WHOLE, label: words.whole }, ...versions.sections.map((one) => ({ value: one.id, label: one.heading }))]}
      />
      <ChoiceField name="versions-left" label={words.left} value={left} onChange={setLeft} choices={choices} />
      <ChoiceField name="versions-right" label={words.right} value={right} onChange={setRight} choices={choices} />
    </div>
  );
}

function WholeCompared({
  page,
  versions,
  what,
  setWhat,
}: {
  readonly page: AssessmentPage;
  readonly versions: AssessmentVersions;
  readonly what: string;
  readonly setWhat: (what: string) => void;
}): ReactNode {
  const moments = versions.moments.map((moment) => ({
    value: moment.at === '' ? NOW : moment.at,
    label: moment.at === '' ? words.now : `${words.moments[moment.what]}: ${words.version(whenText(moment.at), moment.by)}`,
  }));
  const earlier = versions.earlier === null ? [] : [{ value: 'earlier', label: words.earlier(versions.earlier.reference) }];
  const choices = [...earlier, ...moments];
  const [left, setLeft] = useState(choices[0]?.value ?? NOW);
  const [right, setRight] = useState(NOW);
  const at = (value: string): string => (value === NOW ? '' : value);
  const view = useView('strategic-assessment-compared', { assessmentId: page.id, left: at(left), right: at(right) });
  return (
    <>
      <Chosen {...{ versions, what, setWhat, choices, left, right, setLeft, setRight }} />
      <View of={view}>{(compared) => <Differences sections={compared?.sections ?? []} />}</View>
    </>
  );
}

function SectionVersions({
  versions,
  section,
  setWhat,
}: {
  readonly versions: AssessmentVersions;
  readonly section: AssessmentVersions['sections'][number];
  readonly setWhat: (what: string) => void;
}): ReactNode {
  const newest = section.versions.at(-1)?.id ?? '';
  const [left, setLeft] = useState(section.versions.at(-2)?.id ?? newest);
  const [right, setRight] = useState(newest);
  const choices = section.versions
    .map((version) => ({ value: version.id, label: words.version(whenText(version.at), version.by) }))
    .toReversed();
  const view = useView('assessment-section-compared', { sectionId: section.id, left, right });
  return (
    <>
      <Chosen {...{ versions, what: section.id, setWhat, choices, left, right, setLeft, setRight }} />
      {section.versions.length < 2 ? (
        <p className={sheet['dimmed']}>{words.onlyOne}</p>
      ) : (
        <View of={view}>{(compared) => <Differences sections={compared === null ? [] : [compared]} />}</View>
      )}
    </>
  );
}

function Differences({ sections }: { readonly sections: readonly SectionCompared[] }): ReactNode {
  const differing = sections.filter((section) => !isSame(section));
  const same = sections.length - differing.length;
  return (
    <div className={styles['compared']} aria-live="polite">
      {differing.map((compared) => (
        <WordDifferences key={compared.id} compared={compared} />
      ))}
      <p className={sheet['dimmed']}>{differing.length === 0 ? words.same : same > 0 ? words.sameSections(same) : ''}</p>
    </div>
  );
}
