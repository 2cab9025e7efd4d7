import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { hasForbiddenCharacters, withoutForbiddenCharacters } from '#shared/base/text.ts';
import type { SectionPage } from '#shared/domain/assessment-section/assessment-section.queries.ts';
import { useCommand, useView } from '#renderer/app/bridge/use-bridge.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { PoliceOnly } from '#renderer/components/marking-badge.tsx';
import { PageLoading } from '#renderer/components/page.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { SavedAt } from '#renderer/components/saved-at.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { whenText } from '#renderer/components/when.tsx';
import { appText } from '#renderer/text/app.ts';
import { assessmentsText } from '#renderer/text/assessments.ts';
import { SectionFigures } from './section-figures.tsx';
import { SECTION_DRAFT, useSectionText } from './use-section-text.ts';
import sheet from '#renderer/components/record-sheet.module.css';
import styles from './section.module.css';

const words = assessmentsText.sections;

/** The middle of the assessment: one section, written or read. */
export function SectionEditor({ section }: { readonly section: SectionPage }): ReactNode {
  const { write } = section.steps;
  return (
    <article className={styles['section']} aria-labelledby="section-heading">
      <header className={styles['head']}>
        <h2 id="section-heading" className={styles['heading']}>
          {section.heading}
        </h2>
        <p className={styles['under']}>
          {section.signedOffAt === '' ? (
            <StatusText tone="quiet">{words.open}</StatusText>
          ) : (
            <StatusText tone="good">{words.signedOff}</StatusText>
          )}
          {section.ownerAgency !== '' && <span>{words.byPartner(section.ownerAgency)}</span>}
          {section.policeOnly && <PoliceOnly />}
        </p>
        {section.helpText !== '' && <p className={sheet['dimmed']}>{section.helpText}</p>}
      </header>
      {write === null ? <WritingBegun section={section} /> : <Reading section={section} />}
      <SectionFigures
        sectionId={section.id}
        figures={section.figures}
        mayEdit={write === null || write.code === 'assessment-section/signed-off-is-fixed'}
        why={write}
      />
    </article>
  );
}

function Reading({ section }: { readonly section: SectionPage }): ReactNode {
  return (
    <>
      {section.text === '' ? (
        <p className={sheet['dimmed']}>{words.nothingYet}</p>
      ) : (
        <p className={`${sheet['prose']} ${styles['read']}`}>{section.text}</p>
      )}
      {section.steps.write !== null && section.steps.write.code !== 'assessment-section/signed-off-is-fixed' && (
        <p className={styles['why']}>
          {section.steps.write.message} {section.steps.write.remedy}
        </p>
      )}
    </>
  );
}

/** Waits for what was left unfinished in this section, so that later answers do not swap the text under the cursor. */
function WritingBegun({ section }: { readonly section: SectionPage }): ReactNode {
  const drafts = useView('drafts', { parent: section.assessmentId });
  const [begun, setBegun] = useState<{ readonly kept: Parameters<typeof useSectionText>[1] } | null>(null);
  if (begun === null) {
    if (drafts.state === 'loading') return <PageLoading />;
    const rows = drafts.state === 'ready' ? drafts.view.rows : [];
    const kept = rows.find((row) => row.forKind === SECTION_DRAFT && row.itemId === section.id) ?? null;
    setBegun({ kept });
    return null;
  }
  return <Writing section={section} kept={begun.kept} />;
}

function Writing({ section, kept }: { readonly section: SectionPage; readonly kept: Parameters<typeof useSectionText>[1] }): ReactNode {
  const typing = useSectionText(section, kept);
  const keep = async (over = false): Promise<void> => {
    if (await typing.keep({ over })) acknowledge(words.kept);
  };
  useShortcut('mod+s', words.key, () => void keep(), { inFields: true });
  const unclean = hasForbiddenCharacters(typing.text);
  return (
    <>
      {section.steps.bringForward === null && !typing.waiting && typing.text === '' && <BringForward sectionId={section.id} />}
      {typing.conflict && (
        <div className={styles['conflict']} role="alert">
          <p>{words.conflict}</p>
          <details>
            <summary>{words.theirs}</summary>
            <p className={sheet['prose']}>{section.text}</p>
          </details>
          <div className={styles['row']}>
            <Button size="compact-sm" variant="default" onClick={() => void keep(true)}>
              {words.keepMine}
            </Button>
            <Button size="compact-sm" variant="default" onClick={typing.takeTheirs}>
              {words.takeTheirs}
            </Button>
          </div>
        </div>
      )}
      {!typing.conflict && <RefusalNote refusals={typing.refusals} />}
      <Textarea
        aria-label={words.text}
        classNames={{ input: styles['text'] ?? '' }}
        value={typing.text}
        onChange={(event) => typing.write(event.currentTarget.value)}
        onBlur={() => void typing.keep()}
        error={
          unclean && (
            <>
              {appText.components.hidden}{' '}
              <Button size="compact-sm" variant="default" onClick={() => typing.write(withoutForbiddenCharacters(typing.text))}>
                {appText.components.removeHidden}
              </Button>
            </>
          )
        }
        autosize
        minRows={12}
        maxLength={100_000}
        spellCheck
        lang="en-GB"
      />
      <footer className={styles['foot']}>
        <span className={styles['saved']}>
          {typing.waiting || typing.draft.state !== 'saved' ? (
            <>
              <SavedAt state={typing.draft.state} savedAt={typing.draft.savedAt} /> · {words.notKept}
            </>
          ) : (
            section.text !== '' && words.inAssessment(whenText(section.updatedAt), section.updatedBy)
          )}
        </span>
        <Button size="compact-sm" onClick={() => void keep()} loading={typing.busy} disabled={!typing.waiting}>
          {words.keep}
        </Button>
      </footer>
    </>
  );
}

function BringForward({ sectionId }: { readonly sectionId: string }): ReactNode {
  const { run, busy, refusals } = useCommand('assessment-section.bring-forward');
  return (
    <div className={styles['bring']}>
      <p>{words.bringHelp}</p>
      <RefusalNote refusals={refusals} />
      <Button
        size="compact-sm"
        variant="default"
        loading={busy}
        onClick={() => void run({ sectionId }).then((result) => result.ok && acknowledge(words.broughtForward))}
      >
        {words.bringForward}
      </Button>
    </div>
  );
}
