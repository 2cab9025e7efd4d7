import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useParams, useSearch } from 'wouter';
import type { AssessmentPage as Assessment } from '#shared/domain/strategic-assessment/strategic-assessment.queries.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { PageLoading } from '#renderer/components/page.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { SaveDocument } from '#renderer/components/save-document.tsx';
import { SplitPanes } from '#renderer/components/split-panes.tsx';
import { View } from '#renderer/components/view.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { AddSection } from '#renderer/features/assessment-section/section-dialogs.tsx';
import { SectionDetails } from '#renderer/features/assessment-section/section-details.tsx';
import { SectionEditor } from '#renderer/features/assessment-section/section-editor.tsx';
import { SectionNavigation } from '#renderer/features/assessment-section/section-navigation.tsx';
import { RecommendationList } from '#renderer/features/recommendation/recommendation-list.tsx';
import { AssessmentReviewTab } from '#renderer/features/strategic-assessment/assessment-review.tsx';
import { AssessmentSteps } from '#renderer/features/strategic-assessment/assessment-steps.tsx';
import { AssessmentState } from '#renderer/features/strategic-assessment/assessment-table.tsx';
import { AssessmentTerms } from '#renderer/features/strategic-assessment/assessment-terms.tsx';
import { AssessmentUsedBy } from '#renderer/features/strategic-assessment/assessment-used-by.tsx';
import { AssessmentVersionsTab } from '#renderer/features/strategic-assessment/assessment-versions.tsx';
import { assessmentsText as words } from '#renderer/text/assessments.ts';
import { StrategyFrame } from './strategy-frame.tsx';
import sheet from '#renderer/components/record-sheet.module.css';
import styles from './assessments.module.css';

type Tab = keyof typeof words.pageTabs;
const TABS = ['sections', 'terms', 'recommendations', 'review', 'versions', 'used'] as const;

/** One strategic assessment: its sections, terms, recommendations, review, versions, and the decisions that used it (duties 13, 23, 29, 69, 73). */
export function AssessmentPage(): ReactNode {
  const { assessmentId = '' } = useParams<{ assessmentId: string }>();
  const view = useView('strategic-assessment', { assessmentId });
  return (
    <View of={view}>
      {(page) =>
        page === null ? (
          <StrategyFrame title={words.gone.title}>
            <EmptyState title={words.gone.title}>{words.gone.body}</EmptyState>
          </StrategyFrame>
        ) : (
          <Loaded key={page.id} page={page} />
        )
      }
    </View>
  );
}

function Loaded({ page }: { readonly page: Assessment }): ReactNode {
  const asked = new URLSearchParams(useSearch());
  const [chosen, setTab] = useState<Tab | null>(null);
  const begins: Tab = asked.has('recommendation')
    ? 'recommendations'
    : page.state === 'terms' && !asked.has('section')
      ? 'terms'
      : 'sections';
  const tab = chosen ?? begins;
  const count: Partial<Readonly<Record<Tab, number>>> = { recommendations: page.recommendations.length, used: page.usedBy.length };
  return (
    <StrategyFrame
      title={page.title}
      subtitle={
        <>
          <Reference>{page.reference}</Reference> · {page.groupName === '' ? '' : `${page.groupName} · `}
          <AssessmentState row={page} />
          {page.refreshes !== null && (
            <>
              {' '}
              ·{' '}
              <a
                href={linkTo('strategic-assessment', page.refreshes.id)}
                onClick={(event) => {
                  event.preventDefault();
                  goTo(linkTo('strategic-assessment', page.refreshes?.id ?? ''));
                }}
              >
                {words.refreshes(page.refreshes.reference)}
              </a>
            </>
          )}
        </>
      }
      marking={page.marking}
      policeOnly={page.policeOnly}
      fill
      actions={<AssessmentSteps page={page} />}
    >
      <div className={styles['bar']}>
        <ViewTabs
          label={words.pageTabsLabel}
          tabs={TABS.map((value) => ({
            value,
            label: count[value] === undefined ? words.pageTabs[value] : words.tab(words.pageTabs[value], count[value]),
          }))}
          value={tab}
          onChange={setTab}
        />
        <div className={styles['copies']}>
          {(page.joint ? (['whole', 'partner'] as const) : (['whole'] as const)).map((copy) => (
            <SaveDocument
              key={copy}
              name="strategic-assessment"
              args={{ assessmentId: page.id, copy }}
              formats={['pdf', 'docx']}
              label={words.copies[copy]}
              size="compact-sm"
            />
          ))}
        </div>
      </div>
      {page.withdrawnBecause !== '' && <p className={sheet['banner']}>{words.withdrawnBanner(page.withdrawnBecause)}</p>}
      {tab === 'sections' ? (
        <div className={styles['panes']}>
          <Sections page={page} askedFor={asked.get('section') ?? ''} />
        </div>
      ) : (
        // Most of what stands here is only read: the part itself takes the focus, so that the keyboard can scroll it.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <section className={styles['scroll']} aria-label={words.pageTabs[tab]} tabIndex={0}>
          {tab === 'terms' && <AssessmentTerms page={page} />}
          {tab === 'recommendations' && <RecommendationList page={page} />}
          {tab === 'review' && <AssessmentReviewTab page={page} />}
          {tab === 'versions' && <AssessmentVersionsTab page={page} />}
          {tab === 'used' && <AssessmentUsedBy page={page} />}
        </section>
      )}
    </StrategyFrame>
  );
}

function Sections({ page, askedFor }: { readonly page: Assessment; readonly askedFor: string }): ReactNode {
  const [chosen, setChosen] = useState(askedFor);
  const [adding, setAdding] = useState(false);
  const sectionId = page.sections.some((one) => one.id === chosen) ? chosen : (page.sections[0]?.id ?? '');
  const view = useView('assessment-section', sectionId === '' ? null : { sectionId });
  const section = view.state === 'ready' && view.view?.id === sectionId ? view.view : null;
  return (
    <>
      <SplitPanes
        name="assessment"
        leftWidth={17}
        rightWidth={20.5}
        left={{
          label: words.sections.label,
          content: (
            <SectionNavigation
              sections={page.sections}
              chosenId={sectionId}
              onChoose={setChosen}
              add={
                page.steps.layOut === null && (
                  <Button size="compact-sm" variant="subtle" onClick={() => setAdding(true)}>
                    {words.sections.add}
                  </Button>
                )
              }
            />
          ),
        }}
        middle={{
          label: words.sections.text,
          // A section somebody else writes has nothing in it to hold the keyboard.
          onlyRead: true,
          content:
            section !== null ? (
              <SectionEditor key={section.id} section={section} />
            ) : sectionId === '' ? (
              <EmptyState title={words.sections.none} />
            ) : (
              <PageLoading />
            ),
        }}
        right={{
          label: words.sections.details,
          content: section !== null && <SectionDetails key={section.id} section={section} page={page} />,
          onlyRead: section?.steps.write !== null,
        }}
      />
      {adding && (
        <AddSection
          page={page}
          onAdded={(id) => {
            setAdding(false);
            setChosen(id);
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}
