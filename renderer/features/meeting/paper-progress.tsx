import { Button, Progress } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useActor } from '#renderer/app/session/session.ts';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { appText } from '#renderer/text/app.ts';
import { meetingsText } from '#renderer/text/meetings.ts';
import styles from './meeting.module.css';
import { sizeText } from './paper-size.ts';
import { dismissPaper, type PaperUnderWay, usePapersUnderWay } from './papers-under-way.ts';

const words = meetingsText.papers;

/** The files of this meeting that are on their way in or out, each with how far it has got and a way to stop it. */
export function PapersUnderWay({ meetingId }: { readonly meetingId: string }): ReactNode {
  const { personId } = useActor();
  const all = usePapersUnderWay((state) => state.all);
  const mine = useMemo(() => all.filter((one) => one.meetingId === meetingId && one.personId === personId), [all, meetingId, personId]);
  if (mine.length === 0) return null;
  return (
    <ul className={styles['underWay']}>
      {mine.map((one) => (
        <li key={one.id}>{one.refusals.length > 0 ? <NotDone paper={one} /> : <OnItsWay paper={one} />}</li>
      ))}
    </ul>
  );
}

function OnItsWay({ paper }: { readonly paper: PaperUnderWay }): ReactNode {
  const percent = Math.min(100, Math.floor((100 * paper.done) / Math.max(1, paper.size)));
  const title = paper.way === 'in' ? words.takingIn(paper.fileName) : words.savingCopy(paper.fileName);
  return (
    <>
      <div className={styles['what']}>
        <p className={styles['itemTitle']}>{title}</p>
        <Progress value={percent} aria-label={title} size="sm" transitionDuration={0} />
        <p className={styles['below']}>
          <span>{percent === 100 ? words.finishing : words.soFar(sizeText(paper.done), sizeText(paper.size), percent)}</span>
        </p>
      </div>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={words.cancel(paper.fileName)}
        disabled={percent === 100 && paper.way === 'in'}
        onClick={() => paper.cancel()}
      >
        {appText.components.cancel}
      </Button>
    </>
  );
}

function NotDone({ paper }: { readonly paper: PaperUnderWay }): ReactNode {
  return (
    <>
      <div className={styles['what']}>
        <RefusalNote
          refusals={paper.refusals}
          title={paper.way === 'in' ? words.notTaken(paper.fileName) : words.notSaved(paper.fileName)}
        />
      </div>
      <Button size="compact-xs" variant="default" onClick={() => dismissPaper(paper.id)}>
        {words.dismiss}
      </Button>
    </>
  );
}
