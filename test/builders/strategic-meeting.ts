import type { RecordToWrite } from '#shared/contracts/record/record.ts';
import type { Bodies, Kind } from '#shared/domain/bodies.ts';
import { openAgendaItem } from '#shared/domain/agenda-item/agenda-item.commands.ts';
import type { Change } from '#shared/domain/kit/command.ts';
import type { MeetingWorld } from './meeting-world.ts';

/** Id of the assessment that `assessmentWith` puts before the group. */
export const FINAL_ASSESSMENT = 'assessment-final';

/** Writes records as they would stand, for tests about what follows from them and not about how they were made. */
export function standing(cast: MeetingWorld, ...changes: readonly Change[]): void {
  cast.world.records.apply(changes, { now: cast.world.now, actorId: cast.ids.secretary });
}

/** A record of the group's place and marking. */
export function ofPlace<K extends Kind>(
  cast: MeetingWorld,
  kind: K,
  part: Pick<RecordToWrite<K, Bodies[K]>, 'id' | 'state' | 'body'> & Partial<RecordToWrite<K, Bodies[K]>>,
): RecordToWrite<K, Bodies[K]> {
  return {
    kind,
    scope: cast.world.areaIds[0] ?? '',
    marking: 'OFFICIAL-SENSITIVE',
    handling: '',
    compartment: '',
    owner: '',
    parent: '',
    number: 0,
    dueAt: '',
    sortAt: cast.world.now,
    ...part,
  };
}

/** Puts a final assessment with these recommendations before the group. */
export function assessmentWith(
  cast: MeetingWorld,
  id: string,
  recommendations: readonly { readonly id: string; readonly title: string; readonly policeOnly?: boolean }[],
): void {
  const assessment = ofPlace(cast, 'strategic-assessment', {
    id,
    state: 'final',
    owner: cast.ids.analyst,
    body: {
      groupId: cast.groupId,
      nodeType: 'area',
      nodeId: cast.world.areaIds[0] ?? '',
      reference: 'SA-2026-2',
      title: 'Strategic assessment of East',
      periodFrom: '2026-04-01' as never,
      periodTo: '2026-09-30' as never,
      refreshesId: '',
      joint: false,
      partnerAgencyIds: [],
      terms: { aim: 'To know', scope: '', questions: [], method: '', sources: '', limits: '' },
      termsAgreedById: cast.ids.chair,
      termsAgreedAt: cast.world.now,
      reviewerId: cast.ids.deputy,
      reviews: [],
      dueOn: '',
      finalAt: cast.world.now,
      withdrawnBecause: '',
    },
  });
  standing(
    cast,
    { put: assessment },
    ...recommendations.map(
      (one, index): Change => ({
        put: ofPlace(cast, 'recommendation', {
          id: one.id,
          state: 'proposed',
          parent: id,
          number: index + 1,
          body: {
            groupId: cast.groupId,
            title: one.title,
            text: one.title,
            rationale: 'It follows from the scores',
            strand: '',
            issueId: '',
            policeOnly: one.policeOnly ?? false,
            outcomeReason: '',
            variedText: '',
            meetingId: '',
            decisionId: '',
            outcomeAt: '',
          },
        }),
      }),
    ),
  );
}

/** A current priority of the group's place, set before any meeting of the test. */
export function priorityOf(cast: MeetingWorld, id: string, reference: string, ownerId = ''): void {
  const priority = ofPlace(cast, 'priority', {
    id,
    state: 'current',
    owner: ownerId,
    parent: 'decision-of-old',
    body: {
      reference,
      title: `Priority ${reference}`,
      summary: 'What it is about',
      nodeType: 'area',
      nodeId: cast.world.areaIds[0] ?? '',
      setByDecisionId: 'decision-of-old',
      from: '2026-06-01' as never,
      to: '',
    },
  });
  standing(cast, { put: priority });
}

/** Opens the standing item of this key and gives its id. */
export async function itemOf(cast: MeetingWorld, meetingId: string, key: string): Promise<string> {
  const item = (await cast.agenda(meetingId)).find((one) => one.body.templateKey === key);
  if (item === undefined) throw new Error(`no item ${key}`);
  await cast.must('secretary', openAgendaItem, { itemId: item.id });
  return item.id;
}
