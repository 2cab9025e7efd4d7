import type { RecordOf } from '#shared/domain/kit/reading.ts';
import type { GroupType } from '#shared/domain/group/group.schema.ts';

/** A person as minutes name them; the name carries the rank, for example `Det Supt Jane Hale`. */
export interface PersonNamed {
  readonly id: string;
  readonly name: string;
  /** Name of the partner agency that employs the person; empty for the police service. */
  readonly agency: string;
}

/**
 * The view of the query `minutes-content` ({ meetingId }): everything the minutes of one meeting are made of,
 * as stored, with the names that go with the ids. Documents, the sealed file and the minutes page are all made from it.
 * Null when there is no such meeting or the person may not read it.
 */
export interface MinutesContent {
  readonly force: { readonly name: string; readonly code: string; readonly sample: boolean };
  readonly group: { readonly id: string; readonly name: string; readonly code: string; readonly groupType: GroupType };
  readonly meeting: RecordOf<'meeting'>;
  /** By number. */
  readonly items: readonly RecordOf<'agenda-item'>[];
  /** By `entry`, their place in the running record; corrected ones are included. */
  readonly entries: readonly RecordOf<'minute-entry'>[];
  readonly decisions: readonly RecordOf<'decision'>[];
  /** Actions raised at this meeting, by `entry`. */
  readonly actions: readonly RecordOf<'action'>[];
  readonly papers: readonly RecordOf<'paper'>[];
  /** Null until the chair has signed. */
  readonly minutes: RecordOf<'minutes'> | null;
  /** Everyone named by an id anywhere above. */
  readonly people: readonly PersonNamed[];
  /** Decisions of earlier meetings that decisions of this one correct. */
  readonly correctedElsewhere: readonly { readonly id: string; readonly reference: string }[];
  /** Priorities the decisions are linked to. */
  readonly priorities: readonly { readonly id: string; readonly reference: string; readonly title: string }[];
  /** What strategic and tactical groups did beside the running record; absent in minutes signed before there was any. */
  readonly tasking?: TaskingContent;
}

/** Recommendations that got their outcome at the meeting, its bids, the commissions raised or heard in it, and the accounts of owners. */
export interface TaskingContent {
  readonly recommendations: readonly RecordOf<'recommendation'>[];
  readonly bids: readonly RecordOf<'resource-bid'>[];
  readonly commissions: readonly RecordOf<'commission'>[];
  readonly reviews: readonly RecordOf<'accountability-review'>[];
}
