import { giveAppointment } from '#shared/domain/appointment/appointment.commands.ts';
import { raiseGap } from '#shared/domain/intelligence-gap/intelligence-gap.commands.ts';
import { approveRequirement, createRequirement } from '#shared/domain/intelligence-requirement/intelligence-requirement.commands.ts';
import type { Change } from '#shared/domain/kit/command.ts';
import { addQuestion } from '#shared/domain/requirement-question/requirement-question.commands.ts';
import { addUnit } from '#shared/domain/unit/unit.commands.ts';
import { type MeetingWorld, meetingWorld } from './meeting-world.ts';
import { FOUNDED_ON } from './organisation-world.ts';

/** The strategic group of East with a priority, a gap and an assessment, an intelligence manager, a director, and two people of a dedicated source unit. */
export interface RequirementWorld extends MeetingWorld {
  readonly priorityId: string;
  readonly gapId: string;
  readonly assessmentId: string;
  readonly unitId: string;
  readonly sourceUnitId: string;
  readonly director: string;
  readonly manager: string;
  readonly controller: string;
  readonly handler: string;
  readonly meetingId: string;
  /** A complete question, for tests that change one thing about it. */
  question(more?: object): { readonly question: string; readonly gapId: string; readonly priorityId: string; readonly ownerId: string };
  /** A draft with as many questions. */
  draft(questions?: number): Promise<string>;
  ask(requirementId: string, more?: object): Promise<string>;
  /** A decision of the strategic group that names these. */
  decideOn(names: readonly { readonly kind: 'intelligence-requirement'; readonly id: string }[]): Promise<string>;
  /** A requirement in force with as many questions. */
  inForce(questions?: number): Promise<string>;
}

export async function requirementWorld(groupType: 'stcg' | 'ttcg' = 'stcg'): Promise<RequirementWorld> {
  const cast = await meetingWorld({ groupType });
  const { world, groupId } = cast;
  const office = async (name: string, role: 'director-of-intelligence' | 'intelligence-manager'): Promise<string> => {
    const personId = await world.person(role === 'director-of-intelligence' ? 'Detective Superintendent' : 'Inspector', name, {
      clearance: 'OFFICIAL-SENSITIVE',
    });
    await world.must(giveAppointment, {
      personId,
      role,
      scopeType: 'force',
      scopeId: world.forceId,
      from: FOUNDED_ON,
      givenBy: 'Chief Constable',
    });
    return personId;
  };
  const unit = async (name: string, unitType: 'dedicated-source-unit' | 'response'): Promise<string> =>
    (await world.must(addUnit, { name, unitType, areaId: '', remit: '', from: FOUNDED_ON, decidedBy: 'Chief Constable' })).unitId;
  const sourceUnitId = await unit('Source unit', 'dedicated-source-unit');
  const unitId = await unit('East response', 'response');
  const inUnit = (name: string) => world.person('Inspector', name, { unitId: sourceUnitId, clearance: 'OFFICIAL-SENSITIVE' });
  const controller = await inUnit('Controller');
  const handler = await inUnit('Handler');
  const director = await office('Director', 'director-of-intelligence');
  const manager = await office('Intelligence', 'intelligence-manager');
  const assessmentId = 'assessment-of-east';
  const scope = world.areaIds[0] ?? '';
  world.records.apply(
    [
      {
        put: {
          id: assessmentId,
          kind: 'strategic-assessment',
          scope,
          marking: 'OFFICIAL',
          handling: '',
          compartment: '',
          state: 'final',
          owner: '',
          parent: '',
          number: 1,
          dueAt: '',
          sortAt: '',
          body: { title: 'Strategic assessment 2026', groupId },
        },
      },
    ] as unknown as Change[],
    { now: world.now, actorId: '' },
  );
  const meetingId = groupType === 'stcg' ? await cast.live() : '';
  let itemId = '';
  const decideOn: RequirementWorld['decideOn'] = async (names) => {
    if (itemId === '') itemId = await cast.open(meetingId);
    return (await cast.decide(meetingId, itemId, { names: [...names] })).decisionId;
  };
  // A priority in force, as the control strategy of the place would have made it.
  const priorityId = 'priority-of-east';
  const priority = {
    reference: 'P1',
    title: 'County lines',
    summary: '',
    nodeType: 'area',
    nodeId: scope,
    setByDecisionId: groupType === 'stcg' ? await decideOn([]) : 'a-decision',
    from: FOUNDED_ON,
    to: '',
  };
  world.records.apply(
    [
      {
        put: {
          id: priorityId,
          kind: 'priority',
          scope,
          marking: 'OFFICIAL',
          handling: '',
          compartment: '',
          state: 'current',
          owner: '',
          parent: priority.setByDecisionId,
          number: 0,
          dueAt: '',
          sortAt: 'P1',
          body: priority,
        },
      },
    ] as unknown as Change[],
    { now: world.now, actorId: '' },
  );
  const { gapId } = await cast.must('secretary', raiseGap, { groupId, text: 'Who supplies the three dealers in Harbour Ward' });

  const found: RequirementWorld = {
    ...cast,
    pass: cast.pass,
    priorityId,
    gapId,
    assessmentId,
    unitId,
    sourceUnitId,
    director,
    manager,
    controller,
    handler,
    meetingId,
    decideOn,
    question: (more = {}) => ({
      question: 'Who supplies the three dealers in Harbour Ward?',
      gapId,
      priorityId,
      ownerId: cast.ids.analyst,
      ...more,
    }),
    async ask(requirementId, more = {}) {
      return (await cast.must('secretary', addQuestion, { requirementId, ...found.question(more) })).questionId;
    },
    async draft(questions = 1) {
      const { requirementId } = await cast.must('secretary', createRequirement, {
        groupId,
        title: 'Strategic intelligence requirement',
        assessmentId,
        reviewOn: '2027-02-01',
      });
      for (let index = 0; index < questions; index += 1) {
        const question = `Who supplies the dealers of street ${index + 1}?`;
        await found.ask(requirementId, { question, elements: [{ text: 'Where from' }, { text: 'How often' }] });
      }
      return requirementId;
    },
    async inForce(questions = 2) {
      const requirementId = await found.draft(questions);
      const decisionId = await decideOn([{ kind: 'intelligence-requirement', id: requirementId }]);
      await cast.must('secretary', approveRequirement, { requirementId, decisionId });
      cast.pass(60);
      return requirementId;
    },
  };
  return found;
}
