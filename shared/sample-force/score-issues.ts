import type { Instant } from '#shared/base/time.ts';
import { MATRIX_PRESETS } from '#shared/domain/scoring-matrix/matrix-presets.ts';
import type { Northmoor } from './found-northmoor.ts';
import { SAMPLE_ISSUES, type SampleIssue } from './sample-issues.ts';
import type { Teller } from './teller.ts';

/** What the sample force has of prioritisation, for whoever tells the story on. */
export interface SamplePrioritisation {
  readonly prioritisationId: string;
  readonly houseMatrixId: string;
  readonly fourByFourMatrixId: string;
  /** By title. */
  readonly issueIds: ReadonlyMap<string, string>;
}

/** The principal analyst takes the matrices into use and scores the issues for the coming strategic meeting; all have an outcome proposed. */
export async function scoreIssues(teller: Teller, northmoor: Northmoor, at: Instant): Promise<SamplePrioritisation> {
  const principal = northmoor.person('principal');
  const { matrixId: houseMatrixId } = await teller.tell(principal, at, 'scoring-matrix.adopt', { preset: 'house' });
  const { matrixId: fourByFourMatrixId } = await teller.tell(principal, at, 'scoring-matrix.adopt', { preset: 'four-by-four' });
  await teller.tell(principal, at, 'scoring-matrix.adopt', { preset: 'crime-harm-index' });
  const groupId = northmoor.groups.stcg.id;
  const [assessment] = (await teller.world.reading.many('strategic-assessment', {}, { by: 'sortAt', direction: 'down' })).filter(
    (one) => one.body.groupId === groupId && one.state !== 'withdrawn',
  );
  const { prioritisationId } = await teller.tell(principal, at, 'prioritisation.open', {
    groupId,
    title: 'Priorities for the next control strategy of Northmoor',
    matrixId: houseMatrixId,
    assessmentId: assessment?.id ?? '',
    marking: 'OFFICIAL-SENSITIVE',
  });
  const issueIds = new Map<string, string>();
  for (const { title, description, otherKeyThreat = false, policeOnly = false } of SAMPLE_ISSUES) {
    const { issueId } = await teller.tell(principal, at, 'issue.raise', {
      prioritisationId,
      title,
      description,
      otherKeyThreat,
      policeOnly,
    });
    issueIds.set(title, issueId);
  }
  const idOf = (issue: SampleIssue): string => issueIds.get(issue.title) ?? '';
  await teller.tell(principal, at, 'issue.score', {
    prioritisationId,
    scores: SAMPLE_ISSUES.flatMap((issue) => scoresOf(issue, idOf(issue))),
  });
  for (const issue of SAMPLE_ISSUES)
    await teller.tell(principal, at, 'issue.settle', { issueId: idOf(issue), outcome: issue.outcome, reason: issue.reason });
  return { prioritisationId, houseMatrixId, fourByFourMatrixId, issueIds };
}

function scoresOf(issue: SampleIssue, issueId: string) {
  return MATRIX_PRESETS.house.factors.map((factor, index) => {
    const digits = Array.from(issue.scores[index] ?? '', Number);
    const [low = 0, likely = low, high = low] = digits;
    const meaning = factor.levels.find((level) => level.value === likely)?.meaning ?? '';
    return {
      issueId,
      factor: factor.key,
      range: { low, likely, high },
      reason: issue.because[factor.key] ?? `${meaning}, judged by the analysts of both areas together.`,
      source: issue.source,
    };
  });
}
