import { z } from 'zod';
import {
  idShape,
  lineShape,
  maybeDayShape,
  maybeIdShape,
  maybeInstantShape,
  maybeLineShape,
  maybeProseShape,
} from '#shared/base/shapes.ts';

/** One item of a meeting's agenda. `parent` is the meeting, `number` its place. */
export const agendaItemBody = z.looseObject({
  groupId: idShape,
  title: lineShape(200),
  /** What the item is for, shown under the title. */
  purpose: maybeProseShape(2000),
  /** Key of the template line it came from, or empty. */
  templateKey: maybeLineShape(60),
  duties: z.array(z.int().min(1).max(184)).max(20),
  leadId: maybeIdShape,
  /** Left out of partners' copies (duty 119). */
  policeOnly: z.boolean(),
  /** The open decision, overdue action, deferred item or commission it carries forward. */
  carriedFromKind: z.union([z.literal(''), z.enum(['decision', 'action', 'agenda-item', 'commission'])]),
  carriedFromId: maybeIdShape,
  openedAt: maybeInstantShape,
  concludedAt: maybeInstantShape,
  /** Why there was no decision, or why it was deferred (duty 121). */
  outcomeReason: maybeProseShape(2000),
  deferredTo: maybeDayShape,
});
export type AgendaItemBody = z.output<typeof agendaItemBody>;
/** `waiting` and `open` are undecided: the meeting cannot close with one. */
export const AGENDA_ITEM_STATES = ['waiting', 'open', 'decided', 'no-decision', 'deferred'] as const;
