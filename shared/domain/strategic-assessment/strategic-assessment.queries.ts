import { z } from 'zod';
import type { Refusal } from '#shared/base/result.ts';
import { idShape } from '#shared/base/shapes.ts';
import { dayOf } from '#shared/base/time.ts';
import type { Marking } from '#shared/contracts/record/record.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import { preparesStrategy } from '#shared/domain/access/strategy-access.ts';
import { layoutRefusal } from '#shared/domain/assessment-section/assessment-section.policy.ts';
import { hasSubstance } from '#shared/domain/assessment-section/assessment-section.rules.ts';
import type { SECTION_TYPES } from '#shared/domain/assessment-section/assessment-section.schema.ts';
import { type QueryContext, defineQuery } from '#shared/domain/kit/query.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { type Names, readNames } from '#shared/domain/meeting/people-named.ts';
import { recommendingRefusal } from '#shared/domain/recommendation/recommendation.rules.ts';
import { type UsedBy, decisionsSince, decisionsThatUsed, partsOf, usesIn } from './assessment-uses.ts';
import { strategicAssessmentBook as book } from './strategic-assessment-refusals.ts';
import { agreesTerms, handsOver, mayReview, writesAssessment } from './strategic-assessment.policy.ts';
import { notBeingWritten, submissionConcerns, termsConcerns } from './strategic-assessment.rules.ts';
import type { TermsOfReference } from './strategic-assessment.schema.ts';

type Assessment = RecordOf<'strategic-assessment'>;

/** One line of the list of assessments. */
export interface AssessmentRow {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly state: string;
  readonly authorId: string;
  readonly author: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly joint: boolean;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly finalAt: string;
  readonly signedOff: number;
  readonly sections: number;
  /** How many decisions used it, of those this person may see (duty 23). */
  readonly used: number;
  /** Final, and no decision has used it yet. */
  readonly unused: boolean;
  readonly marking: Marking;
}
export interface AssessmentsView {
  /** Being written by due day, then final ones newest first, then withdrawn ones. */
  readonly rows: readonly AssessmentRow[];
  /** Groups this person may begin an assessment for; empty when it is not theirs. */
  readonly groups: readonly { readonly id: string; readonly name: string; readonly agencies: readonly AgencyNamed[] }[];
}
export interface AgencyNamed {
  readonly id: string;
  readonly name: string;
}

/** A name by id, where the reader may look people up; partners know at least themselves. */
const nameOf = (names: Names, actor: Actor, id: string): string => (id === actor.personId ? actor.name : names.of(id));

async function rowOf(
  assessment: Assessment,
  { names, groups }: { readonly names: Names; readonly groups: ReadonlyMap<string, RecordOf<'group'>> },
  used: number,
  { reading, actor, now }: QueryContext,
): Promise<AssessmentRow> {
  const { body } = assessment;
  const sections = await reading.many('assessment-section', { parent: assessment.id });
  return {
    id: assessment.id,
    reference: body.reference,
    title: body.title,
    state: assessment.state,
    authorId: assessment.owner,
    author: nameOf(names, actor, assessment.owner),
    groupId: body.groupId,
    groupName: groups.get(body.groupId)?.body.name ?? '',
    periodFrom: body.periodFrom,
    periodTo: body.periodTo,
    joint: body.joint,
    dueOn: body.dueOn,
    overdue: isOpen(assessment.state) && body.dueOn !== '' && body.dueOn < dayOf(now),
    finalAt: body.finalAt,
    signedOff: sections.filter((section) => section.state === 'signed-off').length,
    sections: sections.length,
    used,
    unused: assessment.state === 'final' && used === 0,
    marking: assessment.marking,
  };
}

const isOpen = (state: string): boolean => state === 'terms' || state === 'drafting' || state === 'in-review';
const inListOrder = (rows: readonly AssessmentRow[]): readonly AssessmentRow[] => [
  ...rows.filter((row) => isOpen(row.state)),
  ...rows.filter((row) => row.state === 'final').sort((a, b) => (a.finalAt < b.finalAt ? 1 : -1)),
  ...rows.filter((row) => row.state === 'withdrawn'),
];

/** Every strategic assessment this person may see, with those no decision has used (duties 13, 23, 29). */
export const assessmentsQuery = defineQuery({
  name: 'strategic-assessments',
  args: z.object({}),
  followsClock: true,
  read: async (_args, context): Promise<AssessmentsView> => {
    const { reading, actor } = context;
    const [assessments, groupList, agencies, names] = await Promise.all([
      reading.many('strategic-assessment', {}, { by: 'dueAt' }),
      reading.many('group'),
      reading.many('partner-agency', { state: 'in-use' }),
      readNames(reading),
    ]);
    const groups = new Map(groupList.map((group) => [group.id, group]));
    const decisions = await decisionsSince(reading, assessments);
    const rows = await Promise.all(
      assessments.map(async (assessment) => {
        const parts = await partsOf(reading, assessment.id);
        const used = decisions.filter((decision) => usesIn(decision, parts).length > 0).length;
        return rowOf(assessment, { names, groups }, used, context);
      }),
    );
    const offered = agencies
      .filter((agency) => agency.body.policeConsent !== null && agency.body.partnerConsent !== null)
      .map((agency) => ({ id: agency.id, name: agency.body.name }));
    return {
      rows: inListOrder(rows),
      groups: groupList
        .filter((group) => group.state === 'in-use' && group.body.groupType === 'stcg' && preparesStrategy(actor, group.id))
        .map((group) => ({ id: group.id, name: group.body.name, agencies: offered })),
    };
  },
});

/** A section as the navigation at the left lists it. */
export interface SectionRow {
  readonly id: string;
  readonly heading: string;
  readonly sectionType: (typeof SECTION_TYPES)[number];
  readonly ownerId: string;
  readonly owner: string;
  readonly ownerAgencyId: string;
  readonly ownerAgency: string;
  readonly signedOff: boolean;
  readonly empty: boolean;
  readonly policeOnly: boolean;
}
/** A recommendation and what the strategic group made of it (duty 73). */
export interface RecommendationShown {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly rationale: string;
  readonly strand: RecordOf<'recommendation'>['body']['strand'];
  readonly issueId: string;
  readonly issue: string;
  readonly policeOnly: boolean;
  readonly state: string;
  readonly outcomeReason: string;
  readonly variedText: string;
  readonly outcomeAt: string;
  readonly decision: { readonly id: string; readonly reference: string } | null;
}
export interface AssessmentPage extends Omit<AssessmentRow, 'sections' | 'used' | 'unused'> {
  readonly sections: readonly SectionRow[];
  readonly terms: TermsOfReference;
  readonly termsAgreedBy: string;
  readonly termsAgreedAt: string;
  readonly reviewerId: string;
  readonly reviewer: string;
  /** What a review says is for the police: partners see that there was one. */
  readonly reviews: readonly {
    readonly id: string;
    readonly at: string;
    readonly by: string;
    readonly outcome: string;
    readonly text: string;
  }[];
  readonly agencies: readonly AgencyNamed[];
  readonly agencyIds: readonly string[];
  readonly recommendations: readonly RecommendationShown[];
  readonly withdrawnBecause: string;
  readonly refreshes: { readonly id: string; readonly reference: string } | null;
  readonly refreshedBy: readonly { readonly id: string; readonly reference: string; readonly state: string }[];
  readonly policeOnly: boolean;
  readonly usedBy: readonly UsedBy[];
  readonly steps: AssessmentSteps;
  readonly choices: {
    readonly agencies: readonly AgencyNamed[];
    /** Principal analysts who may review it. */
    readonly reviewerIds: readonly string[];
    readonly issues: readonly { readonly id: string; readonly title: string }[];
  };
}
export interface AssessmentSteps {
  readonly change: Refusal | null;
  readonly layOut: Refusal | null;
  readonly recommend: Refusal | null;
  readonly agreeTerms: Refusal | null;
  readonly handOver: Refusal | null;
  readonly submit: Refusal | null;
  readonly review: Refusal | null;
  readonly withdraw: Refusal | null;
  readonly refresh: Refusal | null;
}

async function stepsOf(assessment: Assessment, { reading, actor, now }: QueryContext): Promise<AssessmentSteps> {
  const fixed = notBeingWritten(assessment.state);
  const say = book.say;
  const change = writesAssessment(actor, assessment) ? null : say('strategic-assessment/not-yours-to-change');
  const handOver = handsOver(actor, assessment) ? null : say('strategic-assessment/not-yours-to-hand-over');
  const over = assessment.state === 'in-review' ? null : fixed;
  const notInReview = assessment.state === 'in-review' ? null : say('strategic-assessment/step-not-in-order');
  const reviews = !actor.partner && (await mayReview(reading, assessment, actor.personId, dayOf(now)));
  const notAgreed = assessment.state === 'terms' ? say('strategic-assessment/terms-not-agreed') : null;
  return {
    change: fixed ?? change,
    layOut: layoutRefusal(actor, assessment),
    recommend: recommendingRefusal(actor, assessment),
    agreeTerms:
      assessment.state !== 'terms'
        ? (fixed ?? say('strategic-assessment/agreed-terms-are-fixed'))
        : agreesTerms(actor, assessment)
          ? (termsConcerns(assessment.body.terms)[0] ?? null)
          : say('strategic-assessment/terms-not-yours-to-agree'),
    handOver: fixed ?? handOver,
    submit: fixed ?? change ?? notAgreed ?? (await submissionConcerns(reading, assessment.id))[0] ?? null,
    review: reviews ? notInReview : say('strategic-assessment/reviewer-not-principal'),
    withdraw: over ?? (handsOver(actor, assessment) ? null : say('strategic-assessment/not-yours-to-change')),
    refresh:
      assessment.state !== 'final'
        ? say('strategic-assessment/refreshes-nothing')
        : preparesStrategy(actor, assessment.body.groupId)
          ? null
          : say('strategic-assessment/not-yours-to-begin'),
  };
}

function sectionRow(section: RecordOf<'assessment-section'>, names: Names, actor: Actor): SectionRow {
  const { body } = section;
  return {
    id: section.id,
    heading: body.heading,
    sectionType: body.sectionType,
    ownerId: section.owner,
    owner: body.ownerName || nameOf(names, actor, section.owner),
    ownerAgencyId: body.ownerAgencyId,
    ownerAgency: body.ownerAgencyName ?? '',
    signedOff: section.state === 'signed-off',
    empty: !hasSubstance(body),
    policeOnly: body.policeOnly,
  };
}

async function recommendationsShown(assessmentId: string, { reading }: QueryContext): Promise<readonly RecommendationShown[]> {
  const recommendations = await reading.many('recommendation', { parent: assessmentId }, { by: 'number' });
  const ids = (of: 'decisionId' | 'issueId'): string[] => recommendations.map((one) => one.body[of]).filter((id) => id !== '');
  const [decisions, issues] = await Promise.all([reading.some('decision', ids('decisionId')), reading.some('issue', ids('issueId'))]);
  return recommendations.map(({ id, state, body }) => {
    const decision = decisions.find((one) => one.id === body.decisionId);
    return {
      id,
      title: body.title,
      text: body.text,
      rationale: body.rationale,
      strand: body.strand,
      issueId: body.issueId,
      issue: issues.find((one) => one.id === body.issueId)?.body.title ?? '',
      policeOnly: body.policeOnly,
      state,
      outcomeReason: body.outcomeReason,
      variedText: body.variedText,
      outcomeAt: body.outcomeAt,
      decision: decision === undefined ? null : { id: decision.id, reference: decision.body.reference },
    };
  });
}

async function choicesOf(assessment: Assessment, { reading, actor, now }: QueryContext): Promise<AssessmentPage['choices']> {
  if (actor.partner) return { agencies: [], reviewerIds: [], issues: [] };
  const [agencies, appointments, issues] = await Promise.all([
    reading.many('partner-agency', { state: 'in-use' }),
    reading.many('appointment'),
    reading.many('issue'),
  ]);
  const principals = [...new Set(appointments.filter((one) => one.body.role === 'principal-analyst').map((one) => one.body.personId))];
  const allowed = await Promise.all(principals.map((id) => mayReview(reading, assessment, id, dayOf(now))));
  return {
    agencies: agencies
      .filter(({ body }) => body.policeConsent !== null && body.partnerConsent !== null)
      .map((agency) => ({ id: agency.id, name: agency.body.name })),
    reviewerIds: principals.filter((_id, index) => allowed[index]),
    issues: issues.filter((issue) => issue.scope === assessment.scope).map((issue) => ({ id: issue.id, title: issue.body.title })),
  };
}

/** One assessment: its frame, sections, recommendations, reviews, the decisions that used it, and what this person may do; null when it is not theirs to see. */
export const assessmentQuery = defineQuery({
  name: 'strategic-assessment',
  args: z.object({ assessmentId: idShape }),
  followsClock: true,
  seen: ({ assessmentId }) => ({ kind: 'strategic-assessment', id: assessmentId }),
  read: async ({ assessmentId }, context): Promise<AssessmentPage | null> => {
    const { reading, actor } = context;
    const assessment = await reading.one('strategic-assessment', assessmentId);
    if (assessment === null) return null;
    const { body } = assessment;
    const [group, names, sections, recommendations, usedBy, agencies, all, steps, choices] = await Promise.all([
      reading.one('group', body.groupId),
      readNames(reading),
      reading.many('assessment-section', { parent: assessmentId }, { by: 'number' }),
      recommendationsShown(assessmentId, context),
      decisionsThatUsed(reading, assessment),
      reading.some('partner-agency', body.partnerAgencyIds),
      reading.many('strategic-assessment'),
      stepsOf(assessment, context),
      choicesOf(assessment, context),
    ]);
    const row = await rowOf(assessment, { names, groups: new Map(group === null ? [] : [[group.id, group]]) }, usedBy.length, context);
    const earlier = all.find((one) => one.id === body.refreshesId);
    const { used: _used, unused: _unused, sections: _count, ...head } = row;
    return {
      ...head,
      sections: sections.map((section) => sectionRow(section, names, actor)),
      terms: body.terms,
      termsAgreedBy: nameOf(names, actor, body.termsAgreedById),
      termsAgreedAt: body.termsAgreedAt,
      reviewerId: body.reviewerId,
      reviewer: nameOf(names, actor, body.reviewerId),
      reviews: body.reviews.map((review, index) => ({
        id: String(index + 1),
        at: review.at,
        by: nameOf(names, actor, review.byId),
        outcome: review.outcome,
        text: actor.partner ? '' : review.text,
      })),
      agencies: body.partnerAgencyIds.map((id) => ({
        id,
        name:
          agencies.find((agency) => agency.id === id)?.body.name ??
          sections.find((section) => section.body.ownerAgencyId === id)?.body.ownerAgencyName ??
          '',
      })),
      agencyIds: body.partnerAgencyIds,
      recommendations,
      withdrawnBecause: body.withdrawnBecause,
      refreshes: earlier === undefined ? null : { id: earlier.id, reference: earlier.body.reference },
      refreshedBy: all
        .filter((one) => one.body.refreshesId === assessmentId)
        .map((one) => ({ id: one.id, reference: one.body.reference, state: one.state })),
      policeOnly: sections.some((section) => section.body.policeOnly) || recommendations.some((one) => one.policeOnly),
      usedBy,
      steps,
      choices,
    };
  },
});

export const strategicAssessmentQueries = [assessmentsQuery, assessmentQuery] as const;
