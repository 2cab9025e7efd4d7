import type { z } from 'zod';
import { giveAppointment } from '#shared/domain/appointment/appointment.commands.ts';
import { assignSection, signOffSection, writeSection } from '#shared/domain/assessment-section/assessment-section.commands.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import {
  agreeTerms,
  createAssessment,
  reviewAssessment,
  submitAssessment,
} from '#shared/domain/strategic-assessment/strategic-assessment.commands.ts';
import { digestOf } from '#shared/base/digest.ts';
import { type Cast, type MeetingWorld, meetingWorld } from './meeting-world.ts';
import { FOUNDED_ON } from './organisation-world.ts';

/** A strategic group with an author (`analyst`) and a principal analyst who is not (`manager`). */
export interface AssessmentWorld extends MeetingWorld {
  /** Begins an assessment; `joint` with Eastmoor Council. */
  begin(more?: Partial<z.input<typeof createAssessment.args>>): Promise<string>;
  /** One that is being written: its terms are agreed by the chair. */
  drafting(more?: Partial<z.input<typeof createAssessment.args>>): Promise<string>;
  assessment(assessmentId: string): Promise<RecordOf<'strategic-assessment'>>;
  sections(assessmentId: string): Promise<readonly RecordOf<'assessment-section'>[]>;
  section(sectionId: string): Promise<RecordOf<'assessment-section'>>;
  /** The section of the council in a joint assessment, given to its person. */
  councilSection(assessmentId: string): Promise<string>;
  write(who: Cast, sectionId: string, text: string): ReturnType<MeetingWorld['as']>;
  /** Writes and signs off everything that is still open: the police sections by the author, the council's by its person. */
  signOffAll(assessmentId: string): Promise<void>;
  /** Written, signed off, reviewed and passed. */
  final(more?: Partial<z.input<typeof createAssessment.args>>): Promise<string>;
}

export const TERMS = {
  aim: 'To advise the group on its priorities for the next six months',
  scope: 'East, all crime and harm',
  questions: ['Where does most harm gather?'],
  method: 'Problem-oriented review of recorded crime and partners’ data',
} as const;

export async function assessmentWorld(): Promise<AssessmentWorld> {
  const cast = await meetingWorld({ groupType: 'stcg' });
  const give = (personId: string, role: 'analyst' | 'principal-analyst' | 'director-of-intelligence') =>
    cast.world.must(giveAppointment, {
      personId,
      role,
      scopeType: 'force',
      scopeId: cast.world.forceId,
      from: FOUNDED_ON,
      givenBy: 'Chief Constable',
    });
  await give(cast.ids.analyst, 'analyst');
  await give(cast.ids.manager, 'principal-analyst');
  const read = async <K extends 'strategic-assessment' | 'assessment-section'>(kind: K, id: string): Promise<RecordOf<K>> => {
    const record = await cast.world.records.reading.one(kind, id);
    if (record === null) throw new Error(`no ${kind}`);
    return record;
  };
  const world: AssessmentWorld = {
    ...cast,
    async begin(more = {}) {
      const made = await cast.must('analyst', createAssessment, {
        groupId: cast.groupId,
        title: 'Strategic assessment of East',
        periodFrom: '2026-12-01',
        periodTo: '2027-05-31',
        marking: 'OFFICIAL',
        terms: { ...TERMS, questions: [...TERMS.questions] },
        ...more,
      });
      return made.assessmentId;
    },
    async drafting(more) {
      const assessmentId = await world.begin(more);
      await cast.must('chair', agreeTerms, { assessmentId });
      return assessmentId;
    },
    assessment: (id) => read('strategic-assessment', id),
    section: (id) => read('assessment-section', id),
    sections: (assessmentId) => cast.world.records.reading.many('assessment-section', { parent: assessmentId }, { by: 'number' }),
    async councilSection(assessmentId) {
      const section = (await world.sections(assessmentId)).find((one) => one.body.ownerAgencyId === cast.agencyId);
      if (section === undefined) throw new Error('no section of the council');
      if (section.owner === '')
        await cast.must('analyst', assignSection, { sectionId: section.id, ownerId: cast.ids.partner, ownerAgencyId: cast.agencyId });
      return section.id;
    },
    write: async (who, sectionId, text) =>
      cast.as(who, writeSection, { sectionId, text, basedOn: digestOf((await world.section(sectionId)).body.text) }),
    async signOffAll(assessmentId) {
      for (const section of await world.sections(assessmentId)) {
        if (section.state === 'signed-off') continue;
        if (section.body.ownerAgencyId !== '') await world.councilSection(assessmentId);
        const who = section.body.ownerAgencyId === '' ? 'analyst' : 'partner';
        if (section.body.text === '') await world.write(who, section.id, `What is known: ${section.body.heading}`);
        await cast.must(who, signOffSection, { sectionId: section.id });
      }
    },
    async final(more) {
      const assessmentId = await world.drafting(more);
      await world.signOffAll(assessmentId);
      await cast.must('analyst', submitAssessment, { assessmentId, reviewerId: cast.ids.manager });
      cast.pass(60);
      await cast.must('manager', reviewAssessment, { assessmentId, outcome: 'passed' });
      return assessmentId;
    },
  };
  return world;
}
