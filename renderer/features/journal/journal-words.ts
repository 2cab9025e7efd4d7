import { assertNever } from '#shared/base/assert-never.ts';
import type { JournalEntry } from '#shared/contracts/record/journal-entry.ts';
import type { JournalReport } from '#shared/contracts/bridge/asks.ts';
import { actWords, kindWords, recordText } from '#renderer/text/record.ts';

/** What was done in words; an act this version does not know keeps its own name. */
export function actText(act: string): string {
  return actWords[act] ?? act;
}

/** The record an entry is about: kind and title, or the kind alone where the title may not be shown. */
export function subjectText(entry: { readonly subjectKind: string; readonly subjectName: string }): string {
  const kind = kindWords[entry.subjectKind] ?? entry.subjectKind;
  return entry.subjectName === '' ? kind : `${kind}: ${entry.subjectName}`;
}

/** The content-free facts of an entry in one line: `format pdf, copy 3`. */
export function factsText(facts: JournalEntry['facts']): string {
  return Object.entries(facts)
    .map(
      ([name, value]) =>
        `${name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()} ${value === true ? 'yes' : value === false ? 'no' : value}`,
    )
    .join(', ');
}

export interface Verdict {
  readonly whole: boolean;
  readonly sentence: string;
  readonly more: string;
}

/** What a check of the journal found, as a sentence and, when something is wrong, where (duty 122). */
export function verdictOf(report: JournalReport): Verdict {
  const words = recordText.journal;
  const search = searchSays(report.search);
  if (report.whole && report.headMatches) return { whole: true, sentence: words.whole(report.entries, report.seals), more: search };
  if (report.firstFault !== null)
    return { whole: false, sentence: words.altered(report.firstFault.seq), more: `${report.firstFault.says} ${search}`.trim() };
  return { whole: false, sentence: words.headWrong, more: search };
}

function searchSays({ state, wrong }: JournalReport['search']): string {
  switch (state) {
    case 'fits':
      return '';
    case 'being-made-anew':
      return recordText.journal.searchAnew;
    case 'did-not-fit':
      return recordText.journal.searchWrong(wrong);
    default:
      return assertNever(state);
  }
}
