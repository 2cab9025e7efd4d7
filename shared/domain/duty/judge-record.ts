import { amber, counted, type Evaluator, every, green, type Judges, red, some } from './judging.ts';

/** An idle workstation that stays open longer than this is a risk worth a word. */
const LONG_IDLE_MINUTES = 15;

/** What Cordon does for everybody and no record of the vault can prove: said as such, never green. */
function byUse(place: string, sentence: string): Evaluator {
  return { claims: ['amber'], place, judge: () => amber(sentence) };
}

/** Duties 25 to 49 and 174 to 184, as far as Cordon keeps what they ask. */
export const recordJudges: Judges = {
  29: every({
    place: '/strategy/assessments',
    of: (records) => records.of('strategic-assessment').filter((one) => one.state !== 'withdrawn'),
    noun: ['assessment', 'assessments'],
    none: 'No assessment is recorded.',
    ok: (one) => one.body.termsAgreedAt !== '',
    good: 'with terms of reference agreed before work began',
    bad: 'still without agreed terms of reference',
  }),
  31: some({
    place: '/meetings',
    of: (records) => records.of('paper').filter((paper) => paper.state === 'attached'),
    noun: ['paper', 'papers'],
    none: 'No paper is laid before a meeting.',
    good: 'laid before meetings as frozen copies with their digest',
  }),
  32: {
    claims: ['green', 'amber', 'red'],
    place: '/force/workstation',
    judge(records) {
      const [workstation] = records.of('workstation');
      if (workstation === undefined) return red('No settings of this workstation are recorded.');
      const minutes = workstation.body.idleLockMinutes;
      const said = `Everything is kept in an encrypted vault; the workstation locks itself after ${counted(minutes, ['minute', 'minutes'])}.`;
      return minutes > LONG_IDLE_MINUTES ? amber(`${said} That is long.`, [workstation]) : green(said, [workstation]);
    },
  },
  33: some({
    place: '/decisions',
    of: (records) => [...records.of('decision'), ...records.of('delivery-plan'), ...records.of('meeting')],
    noun: ['structured record', 'structured records'],
    none: 'Nothing is recorded yet.',
    good: 'of meetings, decisions and plans, each held to its mandatory fields',
  }),
  34: {
    claims: ['green', 'amber', 'red'],
    place: '/record',
    judge({ changed }) {
      if (changed.length === 0) return amber('Nothing has been changed yet, so no earlier version is there to be read.');
      const lost = changed.filter((one) => one.versions === 0).map((one) => one.record);
      return lost.length > 0
        ? red(
            `${lost.length} of ${counted(changed.length, ['changed record', 'changed records'])} looked at without an earlier version.`,
            lost,
          )
        : green(
            `Of ${counted(changed.length, ['changed record', 'changed records'])} looked at, every earlier version can be read.`,
            changed.map((one) => one.record),
          );
    },
  },
  35: byUse('/', 'Every record is found by its reference or its words (Ctrl+K). That is shown by using it; no record proves it.'),
  41: {
    claims: ['amber', 'red'],
    place: '/strategy/requirement',
    judge(records) {
      const closed = [...records.of('decision').filter((one) => one.body.policeOnly), ...records.of('compartment')];
      return closed.length === 0
        ? red(
            'Nothing you may read is held back from anybody. Breaking the glass with a reason: Cordon does not keep this yet; show it elsewhere.',
          )
        : amber(
            `${counted(closed.length, ['record is', 'records are'])} kept from those without need to know. Breaking the glass with a reason: Cordon does not keep this yet; show it elsewhere.`,
            closed,
          );
    },
  },
  122: byUse(
    '/record/journal',
    'Who changed what is in the journal, chained and signed. Open it and verify it there; this page cannot read it.',
  ),
  174: byUse(
    '/record/journal',
    'Every act is in the journal with who, when and what, never its content. Open it there; this page cannot read it.',
  ),
  184: {
    claims: ['green', 'amber', 'red'],
    place: '/meetings',
    judge(records) {
      const minutes = records.of('minutes');
      if (minutes.length === 0) return red('No minutes are signed, so no copy could be handed out.');
      const handedOut = minutes.filter((one) => one.body.copies.length > 0);
      const copies = handedOut.reduce((sum, one) => sum + one.body.copies.length, 0);
      return copies === 0
        ? amber('No copy of signed minutes has been handed out yet; each will carry marking, number and page x of y.', minutes)
        : green(`${counted(copies, ['copy', 'copies'])} handed out, each with its number and recipient.`, handedOut);
    },
  },
};
