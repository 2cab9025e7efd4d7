import { giveAppointment } from '#shared/domain/appointment/appointment.commands.ts';
import { raiseIssue, scoreIssues, settleIssue } from '#shared/domain/issue/issue.commands.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { openPrioritisation } from '#shared/domain/prioritisation/prioritisation.commands.ts';
import { adoptMatrix } from '#shared/domain/scoring-matrix/scoring-matrix.commands.ts';
import type { PresetKey } from '#shared/domain/scoring-matrix/matrix-presets.ts';
import { FOUNDED_ON } from './organisation-world.ts';
import { type MeetingWorld, meetingWorld } from './meeting-world.ts';

/** A strategic group that prioritises: its analyst is the force's principal analyst and scores with the house matrix. */
export interface ScoringWorld extends MeetingWorld {
  readonly matrixId: string;
  readonly prioritisationId: string;
  whole(id?: string): Promise<RecordOf<'prioritisation'>>;
  issues(id?: string): Promise<readonly RecordOf<'issue'>[]>;
  issue(issueId: string): Promise<RecordOf<'issue'>>;
  raise(title: string, more?: object): Promise<string>;
  /** Scores every factor of an issue at the same three points, each with a reason and a source. */
  scoreAll(issueId: string, low: number, likely: number, high: number): Promise<void>;
  settle(issueId: string, outcome: 'included' | 'not-included', reason?: string): Promise<void>;
  /** A decision of the strategic group in session that names the prioritisation. */
  decideOn(id?: string): Promise<string>;
}

export async function scoringWorld(
  options: { readonly preset?: PresetKey; readonly groupType?: 'stcg' | 'ttcg' } = {},
): Promise<ScoringWorld> {
  const { preset = 'house', groupType = 'stcg' } = options;
  const cast = await meetingWorld({ groupType });
  await cast.world.must(giveAppointment, {
    personId: cast.ids.analyst,
    role: 'principal-analyst',
    scopeType: 'force',
    scopeId: cast.world.forceId,
    from: FOUNDED_ON,
    givenBy: 'Director of intelligence',
  });
  const { matrixId } = await cast.must('analyst', adoptMatrix, { preset });
  let prioritisationId = '';
  if (groupType === 'stcg' && preset !== 'crime-harm-index')
    ({ prioritisationId } = await cast.must('analyst', openPrioritisation, {
      groupId: cast.groupId,
      title: 'Six months to May',
      matrixId,
    }));
  const reading = cast.world.records.reading;
  let meeting: { readonly meetingId: string; readonly itemId: string } | null = null;
  const world: ScoringWorld = {
    ...cast,
    matrixId,
    prioritisationId,
    async whole(id = prioritisationId) {
      const found = await reading.one('prioritisation', id);
      if (found === null) throw new Error('no prioritisation');
      return found;
    },
    issues: (id = prioritisationId) => reading.many('issue', { parent: id }, { by: 'number' }),
    async issue(issueId) {
      const found = await reading.one('issue', issueId);
      if (found === null) throw new Error('no issue');
      return found;
    },
    raise: async (title, more = {}) => (await cast.must('analyst', raiseIssue, { prioritisationId, title, ...more })).issueId,
    async scoreAll(issueId, low, likely, high) {
      const { parent } = await world.issue(issueId);
      const { matrix } = (await world.whole(parent)).body;
      await cast.must('analyst', scoreIssues, {
        prioritisationId: parent,
        scores: matrix.factors.map((factor) => {
          const values = factor.levels.map((level) => level.value);
          const within = (value: number): number => Math.min(Math.max(value, Math.min(...values)), Math.max(...values));
          return {
            issueId,
            factor: factor.key,
            range: { low: within(low), likely: within(likely), high: within(high) },
            reason: 'As the assessment says',
            source: 'Strategic assessment, section 3',
          };
        }),
      });
    },
    async settle(issueId, outcome, reason = 'The harm is high') {
      await cast.must('analyst', settleIssue, { issueId, outcome, reason });
    },
    async decideOn(id = prioritisationId) {
      if (meeting === null) {
        const meetingId = await cast.live();
        meeting = { meetingId, itemId: await cast.open(meetingId) };
      }
      cast.pass(1);
      return (
        await cast.decide(meeting.meetingId, meeting.itemId, { names: [{ kind: 'prioritisation', id }], text: 'Freeze the prioritisation' })
      ).decisionId;
    },
  };
  return world;
}
