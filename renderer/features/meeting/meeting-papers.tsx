import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Day } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import type { MeetingPage } from '#shared/domain/meeting/meeting.queries.ts';
import { useBridge, useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { useActor } from '#renderer/app/session/session.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { PoliceOnly } from '#renderer/components/marking-badge.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { consoleText } from '#renderer/text/console.ts';
import { meetingsText } from '#renderer/text/meetings.ts';
import { AttachPaper } from './attach-paper.tsx';
import { useFileDrop } from './file-drop.ts';
import styles from './meeting.module.css';
import { PaperPicture } from './paper-picture.tsx';
import { PapersUnderWay } from './paper-progress.tsx';
import { sizeText } from './paper-size.ts';
import { saveCopy } from './papers-under-way.ts';

const words = meetingsText.papers;

/** Papers laid before the meeting: frozen copies with their day and confidence (duties 127, 130). */
export function MeetingPapers({ view }: { readonly view: MeetingPage }): ReactNode {
  const bridge = useBridge();
  const { personId } = useActor();
  // What was dropped, or null while the person is still to choose; undefined while nothing is being attached.
  const [attaching, setAttaching] = useState<File | null | undefined>(undefined);
  const mayAttach = (view.state === 'planned' || view.state === 'live') && view.steps.attachPapers === null;
  const drop = useFileDrop(mayAttach ? setAttaching : null);
  const withdraw = useCommand('paper.withdraw');
  return (
    <section
      className={styles['section']}
      aria-label={meetingsText.page.papers}
      data-dropping={drop.over ? '' : undefined}
      {...drop.handlers}
    >
      <header className={styles['sectionHead']}>
        <h2>{meetingsText.page.papers}</h2>
        {(view.state === 'planned' || view.state === 'live') && (
          <RuleButton why={view.steps.attachPapers} size="compact-sm" variant="default" onClick={() => setAttaching(null)}>
            {words.attach}
          </RuleButton>
        )}
      </header>
      <RefusalNote refusals={withdraw.refusals} />
      {drop.over && <p className={styles['none']}>{words.dropHere}</p>}
      <PapersUnderWay meetingId={view.id} />
      {view.papers.length === 0 && <p className={styles['none']}>{words.empty}</p>}
      <ul className={styles['plain']}>
        {view.papers.map((paper) => (
          <li key={paper.id} data-struck={paper.state === 'withdrawn' ? '' : undefined}>
            <PaperPicture paper={paper} />
            <div className={styles['what']}>
              <p className={styles['itemTitle']}>{paper.title}</p>
              <p className={styles['below']}>
                <span>{words.types[paper.paperType]}</span>
                {paper.asOf !== '' && <span>{consoleText.side.asOf(dayText(paper.asOf as Day))}</span>}
                {paper.confidence !== '' && (
                  <span>{`${words.confidence}: ${(consoleText.compose.confidences[paper.confidence] ?? '').toLowerCase()}`}</span>
                )}
                {paper.old && paper.ageDays !== null && <StatusText tone="attention">{words.age(paper.ageDays)}</StatusText>}
                <span>{`${paper.fileName}, ${sizeText(paper.size)}`}</span>
                {paper.policeOnly && <PoliceOnly />}
                {paper.state === 'withdrawn' && <StatusText tone="quiet">{words.isWithdrawn}</StatusText>}
              </p>
              <div className={styles['paperActs']}>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={words.saveOf(paper.title)}
                  onClick={() => saveCopy(bridge, personId, paper, view.id)}
                >
                  {words.save}
                </Button>
                {paper.state === 'attached' && view.state === 'planned' && view.steps.attachPapers === null && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="gray"
                    aria-label={`${words.withdraw}: ${paper.title}`}
                    onClick={() =>
                      void withdraw.run({ paperId: paper.id }).then((result) => {
                        if (result.ok) acknowledge(words.withdrawn);
                      })
                    }
                  >
                    {words.withdraw}
                  </Button>
                )}
              </div>
            </div>
          </li>
        ))}
      </ul>
      {attaching !== undefined && <AttachPaper view={view} dropped={attaching} onClose={() => setAttaching(undefined)} />}
    </section>
  );
}
