import type { ForceRecords } from './force-records.ts';
import { readByStaff } from './judge-strategy.ts';
import { amber, counted, every, green, type Judges, red } from './judging.ts';

const NO_QUESTIONS = 'No question of an intelligence requirement is recorded.';
const questions = (records: ForceRecords) => records.of('requirement-question').filter((one) => one.state !== 'withdrawn');
const approved = (records: ForceRecords) => records.of('intelligence-requirement').filter((one) => one.state === 'approved');

/** What lies in a compartment is told to its members alone: to everybody else the sentence is the same whether there is something or not (duty 111). */
const MEMBERS_ONLY = 'What lies in a compartment is shown to its members alone; if there is anything, this page does not tell.';

/** Duties 103 to 112: the strategic intelligence requirement. */
export const requirementJudges: Judges = {
  103: every({
    place: '/strategy/requirement',
    of: questions,
    noun: ['question', 'questions'],
    none: NO_QUESTIONS,
    ok: (one) => one.owner !== '' && (one.body.priorityId !== '' || one.body.otherKeyThreat !== ''),
    good: 'with an owner and what they serve',
    bad: 'without an owner or without what it serves',
  }),
  104: {
    claims: ['green', 'amber', 'red'],
    place: '/strategy/requirement',
    judge(records) {
      const gaps = records.of('intelligence-gap').filter((gap) => gap.state === 'open');
      if (gaps.length === 0) return red('No gap in what is known is recorded.');
      const asked = new Set(questions(records).map((one) => one.body.gapId));
      const unasked = gaps.filter((gap) => !asked.has(gap.id));
      return unasked.length > 0
        ? amber(`${unasked.length} of ${counted(gaps.length, ['open gap', 'open gaps'])} asked after by no question.`, unasked)
        : green(`${counted(gaps.length, ['open gap is', 'open gaps are'])} each asked after by a question.`, gaps);
    },
  },
  105: {
    claims: ['green', 'amber', 'red'],
    place: '/strategy/requirement',
    judge(records) {
      const all = records.of('intelligence-requirement').filter((one) => one.state !== 'withdrawn');
      if (all.length === 0) return red('No intelligence requirement is recorded.');
      const renewed = all.filter((one) => one.body.replacesId !== '' || one.body.reviews.length > 0);
      return renewed.length === 0
        ? amber('The requirement is in its first version and has not been reviewed.', all)
        : green(`${counted(renewed.length, ['version', 'versions'])} renewed or reviewed, with the dates.`, renewed);
    },
  },
  106: {
    claims: ['green', 'amber', 'red'],
    place: '/strategy/requirement',
    judge(records) {
      const all = questions(records);
      if (all.length === 0) return red(NO_QUESTIONS);
      const others = all.filter((one) => one.body.otherKeyThreat !== '' && one.body.threatAssessmentId !== '');
      return others.length === 0
        ? amber('Every question serves a priority; no other key threat is asked after.', all)
        : green(
            `${counted(others.length, ['question asks', 'questions ask'])} after another key threat that an assessment identified.`,
            others,
          );
    },
  },
  107: every({
    place: '/strategy/publications',
    of: (records) => records.of('publication').filter((one) => one.body.requirementId !== '' || one.body.controlStrategyId !== ''),
    noun: ['publication', 'publications'],
    none: 'Neither a control strategy nor a requirement was published.',
    ok: (one) => one.body.requirementId !== '' && one.body.controlStrategyId !== '',
    good: 'of both in one act',
    bad: 'of one of the two alone, with the reason',
  }),
  108: readByStaff((one) => one.body.requirementId !== '', 'No intelligence requirement was sent to staff.'),
  109: every({
    place: '/strategy/requirement',
    of: approved,
    noun: ['approved requirement', 'approved requirements'],
    none: 'No intelligence requirement is approved.',
    ok: (one, records) => one.body.reviews.length > 0 && (one.body.reviewOn === '' || one.body.reviewOn >= records.today),
    good: 'reviewed, and not overdue for the next review',
    bad: 'never reviewed or overdue for review',
  }),
  110: every({
    place: '/strategy/requirement',
    of: (records) => questions(records).filter((one) => one.state !== 'answered'),
    noun: ['unanswered question', 'unanswered questions'],
    none: 'No question waits for an answer.',
    ok: (one, records) => records.of('collection-strategy').some((strategy) => strategy.parent === one.id && strategy.state === 'in-use'),
    good: 'with a collection strategy',
    bad: 'without a collection strategy you may see',
  }),
  111: {
    claims: ['green', 'amber'],
    place: '/strategy/requirement',
    judge(records) {
      const mine = records.of('collection-strategy').filter((one) => one.body.compartmentId !== '');
      return mine.length === 0
        ? amber(MEMBERS_ONLY)
        : green(
            `${counted(mine.length, ['collection strategy lies', 'collection strategies lie'])} in a compartment you are a member of.`,
            mine,
          );
    },
  },
  112: {
    claims: ['green', 'amber'],
    place: '/strategy/requirement',
    judge(records) {
      const inbox = new Set(
        records
          .of('compartment')
          .filter((one) => one.body.takesTasking)
          .map((one) => one.id),
      );
      const mine = records.of('collection-task').filter((task) => inbox.has(task.body.compartmentId));
      return mine.length === 0
        ? amber(MEMBERS_ONLY)
        : green(`${counted(mine.length, ['task has', 'tasks have'])} reached a compartment you are a member of.`, mine);
    },
  },
};
