import { create } from 'zustand';
import type { Refusal, Result } from '#shared/base/result.ts';
import type { AskArgs } from '#shared/contracts/bridge/asks.ts';
import type { Bridge } from '#renderer/app/bridge/bridge.ts';
import { CANCELLED, sendFile } from '#renderer/app/bridge/send-file.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { meetingsText } from '#renderer/text/meetings.ts';

const words = meetingsText.papers;

/** A file on its way in or out. It goes on while the person works on other pages. */
export interface PaperUnderWay {
  readonly id: number;
  readonly way: 'in' | 'out';
  readonly meetingId: string;
  /** Whose it is: after somebody else signed in, nobody sees it. */
  readonly personId: string;
  readonly fileName: string;
  readonly size: number;
  readonly done: number;
  /** Why it was not taken in or saved; empty while it goes on. */
  readonly refusals: readonly Refusal[];
  cancel(): void;
}

interface PapersUnderWay {
  readonly all: readonly PaperUnderWay[];
}

export const usePapersUnderWay = create<PapersUnderWay>()(() => ({ all: [] }));

let lastId = 0;

const change = (id: number, to: Partial<PaperUnderWay>): void =>
  usePapersUnderWay.setState(({ all }) => ({ all: all.map((one) => (one.id === id ? { ...one, ...to } : one)) }));

/** Takes it off the list. */
export const dismissPaper = (id: number): void => usePapersUnderWay.setState(({ all }) => ({ all: all.filter((one) => one.id !== id) }));

function begin(
  about: Pick<PaperUnderWay, 'way' | 'meetingId' | 'personId' | 'fileName' | 'size'>,
  work: (signal: AbortSignal, done: (bytes: number) => void) => Promise<Result<unknown> | typeof CANCELLED>,
): void {
  lastId += 1;
  const id = lastId;
  const wanted = new AbortController();
  const cancelled = about.way === 'in' ? words.cancelled : words.saveCancelled;
  usePapersUnderWay.setState(({ all }) => ({
    all: [...all, { ...about, id, done: 0, refusals: [], cancel: () => wanted.abort() }],
  }));
  void work(wanted.signal, (done) => change(id, { done })).then((result) => {
    if (result !== CANCELLED && !result.ok && !wanted.signal.aborted) return change(id, { refusals: result.refusals });
    dismissPaper(id);
    if (result === CANCELLED || !result.ok) acknowledge(cancelled(about.fileName));
  });
}

/** Lays a file before a meeting in the background; resolves with why it is not taken, or null once it is on its way. */
export async function layPaper(
  bridge: Bridge,
  personId: string,
  file: File,
  laid: Omit<AskArgs<'paper.begin'>, 'fileName' | 'mediaType' | 'size'>,
): Promise<readonly Refusal[] | null> {
  const begun = await bridge.ask('paper.begin', { ...laid, fileName: file.name, mediaType: file.type, size: file.size });
  if (!begun.ok) return begun.refusals;
  const { uploadId, pieceBytes } = begun.value;
  begin({ way: 'in', meetingId: laid.meetingId, personId, fileName: file.name, size: file.size }, async (signal, onStored) => {
    const sent = await sendFile(bridge, { file, uploadId, pieceBytes, onStored, signal });
    if (sent === CANCELLED || !sent.ok) return sent;
    const attached = await bridge.ask('paper.attach', { uploadId });
    if (attached.ok) acknowledge(words.attached(laid.title));
    return attached;
  });
  return null;
}

/** Saves a copy of a paper where the person chooses, in the background. */
export function saveCopy(
  bridge: Bridge,
  personId: string,
  paper: { readonly id: string; readonly fileName: string; readonly size: number },
  meetingId: string,
): void {
  begin({ way: 'out', meetingId, personId, fileName: paper.fileName, size: paper.size }, async (signal, onSaved) => {
    const saved = await bridge.ask('paper.save', { paperId: paper.id }, ({ done }) => onSaved(done), signal);
    if (saved.ok && saved.value.path !== '') acknowledge(words.saved(saved.value.path));
    return saved;
  });
}
