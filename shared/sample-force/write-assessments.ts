import { type Day, type Instant, addDays, addMonths, instant } from '#shared/base/time.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { digestOf } from '#shared/base/digest.ts';
import {
  SAMPLE_PARTNER_TEXT,
  SAMPLE_POLICE_ONLY,
  SAMPLE_RECOMMENDATIONS,
  SAMPLE_REFRESH,
  SAMPLE_SECTIONS,
  SAMPLE_TERMS,
  type SampleSection,
} from './assessment-texts.ts';
import { addFigures } from './assessment-figures.ts';
import type { Northmoor } from './found-northmoor.ts';
import { type Teller, clockFrom } from './teller.ts';
import type { ActionStep } from './work-actions.ts';

/** What others need of the sample's assessments: ids by heading and in order. */
export interface SampleAssessment {
  readonly assessmentId: string;
  readonly sectionIds: ReadonlyMap<string, string>;
  readonly recommendationIds: readonly string[];
}

const AUTHOR = 'analyst-w';
const at = (on: Day, hour: number): Instant => instant(`${on}T${String(hour).padStart(2, '0')}:10:00.000Z`);
type Section = RecordOf<'assessment-section'>;

const sectionsOf = (teller: Teller, assessmentId: string): Promise<readonly Section[]> =>
  teller.world.reading.many('assessment-section', { parent: assessmentId }, { by: 'number' });

/** Writes one section as its owner: text, sources, forecasts. */
async function writeOne(teller: Teller, who: string, tick: () => Instant, section: Section, says: SampleSection, on: Day): Promise<void> {
  const sectionId = section.id;
  const before = await teller.world.reading.one('assessment-section', sectionId);
  await teller.tell(who, tick(), 'assessment-section.write', {
    sectionId,
    text: says.text,
    basedOn: digestOf(before?.body.text ?? ''),
  });
  const evidence = (says.sources ?? []).map(([title, daysBefore, confidence]) => ({ title, asOf: addDays(on, -daysBefore), confidence }));
  if (evidence.length > 0) await teller.tell(who, tick(), 'assessment-section.cite', { sectionId, evidence });
  if (says.forecasts === undefined) return;
  for (const known of before?.body.forecasts ?? [])
    await teller.tell(who, tick(), 'assessment-section.remove-forecast', { sectionId, forecastId: known.id });
  for (const forecast of says.forecasts)
    await teller.tell(who, tick(), 'assessment-section.set-forecast', { ...forecast, sectionId, by: addMonths(on, 6) });
}

/** The strategic assessment the control strategy rests on: written, signed off, reviewed and final before the first strategic meeting. */
export async function writeAssessment(teller: Teller, northmoor: Northmoor, begunOn: Day): Promise<SampleAssessment> {
  const { tick } = clockFrom(at(begunOn, 13));
  const author = northmoor.person(AUTHOR);
  await teller.tell(northmoor.person('administrator'), tick(), 'appointment.give', {
    personId: author,
    role: 'analyst',
    scopeType: 'force',
    scopeId: northmoor.forceId,
    from: begunOn,
    givenBy: 'Director of Intelligence',
    reason: 'Writes the strategic assessment of the force',
  });
  const { assessmentId } = await teller.tell(author, tick(), 'strategic-assessment.create', {
    groupId: northmoor.groups.stcg.id,
    title: 'Strategic assessment of Northmoor',
    periodFrom: addDays(begunOn, 20),
    periodTo: addMonths(addDays(begunOn, 20), 12),
    terms: { ...SAMPLE_TERMS, questions: [...SAMPLE_TERMS.questions] },
    dueOn: addDays(begunOn, 18),
  });
  await teller.tell(northmoor.person('director'), tick(20), 'strategic-assessment.agree-terms', { assessmentId });
  await teller.tell(author, tick(), 'assessment-section.add', {
    assessmentId,
    heading: SAMPLE_POLICE_ONLY.heading,
    policeOnly: true,
    ownerId: northmoor.person(SAMPLE_POLICE_ONLY.owner ?? AUTHOR),
  });
  for (const section of await sectionsOf(teller, assessmentId)) {
    const says = [...SAMPLE_SECTIONS, SAMPLE_POLICE_ONLY].find((one) => one.heading === section.body.heading);
    if (says === undefined) throw new Error(`the sample says nothing under ${section.body.heading}`);
    const who = northmoor.person(says.owner ?? AUTHOR);
    if (section.owner !== who) await teller.tell(author, tick(), 'assessment-section.assign', { sectionId: section.id, ownerId: who });
    await writeOne(teller, who, tick, section, says, begunOn);
    await addFigures(teller, who, tick, section, begunOn);
    await teller.tell(who, tick(), 'assessment-section.sign-off', { sectionId: section.id });
  }
  const recommendationIds: string[] = [];
  for (const one of SAMPLE_RECOMMENDATIONS)
    recommendationIds.push((await teller.tell(author, tick(), 'recommendation.add', { ...one, assessmentId })).recommendationId);
  const review = clockFrom(at(addDays(begunOn, 12), 10));
  const reviewerId = northmoor.person('principal');
  await teller.tell(author, review.tick(), 'strategic-assessment.submit', { assessmentId, reviewerId });
  await teller.tell(reviewerId, review.tick(240), 'strategic-assessment.review', {
    assessmentId,
    outcome: 'returned',
    text: 'Say in the summary which problems are recommended not to be priorities. The forecast on vehicle crime needs its confidence.',
  });
  const summary = (await sectionsOf(teller, assessmentId)).find((one) => one.body.sectionType === 'summary');
  if (summary !== undefined) {
    const mended = clockFrom(at(addDays(begunOn, 14), 9));
    const who = northmoor.person('principal');
    await teller.tell(who, mended.tick(), 'assessment-section.reopen', { sectionId: summary.id });
    await teller.tell(who, mended.tick(), 'assessment-section.write', {
      sectionId: summary.id,
      text: `${summary.body.text}\n\nVehicle crime, rural theft and retail crime are the three: the first is back within its expected range, the others are worked by neighbourhood teams.`,
      basedOn: digestOf(summary.body.text),
    });
    await teller.tell(who, mended.tick(), 'assessment-section.sign-off', { sectionId: summary.id });
  }
  const passed = clockFrom(at(addDays(begunOn, 15), 11));
  await teller.tell(author, passed.tick(), 'strategic-assessment.submit', { assessmentId, reviewerId });
  await teller.tell(reviewerId, passed.tick(90), 'strategic-assessment.review', {
    assessmentId,
    outcome: 'passed',
    text: 'Evidence and confidence fit; every forecast can be tested.',
  });
  return { assessmentId, sectionIds: await idsByHeading(teller, assessmentId), recommendationIds };
}

async function idsByHeading(teller: Teller, assessmentId: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await sectionsOf(teller, assessmentId)).map((section) => [section.body.heading, section.id]));
}

/** The joint six-month refresh in progress: begun three weeks before `today` with the community safety partnership, partly rewritten, partly signed off. */
export function refreshAssessment(teller: Teller, northmoor: Northmoor, earlier: SampleAssessment, today: Day): readonly ActionStep[] {
  const author = northmoor.person(AUTHOR);
  const partner = northmoor.person('partner-csp');
  let assessmentId = '';
  const found = async (heading: string): Promise<Section> => {
    const section = (await sectionsOf(teller, assessmentId)).find((one) => one.body.heading === heading);
    if (section === undefined) throw new Error(`the refresh has no section ${heading}`);
    return section;
  };
  const step = (daysAgo: number, hour: number, take: (tick: () => Instant) => Promise<unknown>): ActionStep => {
    const on = addDays(today, -daysAgo);
    const { tick } = clockFrom(at(on, hour));
    return { on, take: () => take(tick) };
  };
  return [
    step(21, 14, async (tick) => {
      const agencyId = (await teller.world.reading.one('person', partner))?.body.partnerAgencyId ?? '';
      ({ assessmentId } = await teller.tell(author, tick(), 'strategic-assessment.create', {
        groupId: northmoor.groups.stcg.id,
        title: 'Strategic assessment of Northmoor: joint six-month refresh',
        periodFrom: addDays(today, 14),
        periodTo: addMonths(addDays(today, 14), 6),
        partnerAgencyIds: [agencyId],
        terms: { ...SAMPLE_TERMS, questions: ['What has changed since the spring, and for whom?', ...SAMPLE_TERMS.questions] },
        dueOn: addDays(today, 10),
        refreshesId: earlier.assessmentId,
      }));
      const view = (await sectionsOf(teller, assessmentId)).find((one) => one.body.ownerAgencyId === agencyId);
      await teller.tell(author, tick(), 'assessment-section.assign', {
        sectionId: view?.id ?? '',
        ownerId: partner,
        ownerAgencyId: agencyId,
      });
      await teller.tell(northmoor.person('deputy'), tick(), 'strategic-assessment.agree-terms', { assessmentId });
    }),
    ...SAMPLE_REFRESH.map((says, index) =>
      step(16 - index * 3, 15, async (tick) => {
        const section = await found(says.heading);
        const who = section.owner;
        await teller.tell(who, tick(), 'assessment-section.bring-forward', { sectionId: section.id });
        await writeOne(teller, who, tick, section, says, today);
        if (says.signed) await teller.tell(who, tick(), 'assessment-section.sign-off', { sectionId: section.id });
      }),
    ),
    step(5, 16, async (tick) => {
      const section = (await sectionsOf(teller, assessmentId)).find((one) => one.owner === partner);
      if (section === undefined) throw new Error('the partner owns no section');
      await teller.tell(author, tick(), 'assessment-section.receive', {
        sectionId: section.id,
        text: SAMPLE_PARTNER_TEXT,
        on: addDays(today, -6),
        reference: 'Letter of the partnership manager, file CSP/14',
      });
    }),
    step(4, 17, async (tick) => {
      const section = await found('Recommendations');
      await teller.tell(section.owner, tick(), 'recommendation.add', {
        assessmentId,
        title: 'Agree a joint priority on safe routes for night workers',
        text: 'Adopt with the community safety partnership a joint objective for the routes around the distribution centres: lighting, wardens, and a shift-change patrol.',
        rationale: 'Two new streets among the worst, fear is highest there, and the partnership offers wardens.',
        strand: 'reassurance',
      });
    }),
  ];
}
