import { ROLE_NAMES } from '#shared/domain/appointment/role-names.ts';
import type { Warning } from '#shared/domain/governance/warning.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';

const NOT_DONE = ['open', 'in-progress', 'blocked', 'claimed'] as const;

/** What someone who leaves still holds: appointments that go on, actions nobody else answers for (duty 123), and priorities without an owner (duty 97). */
export async function leaverWarnings(
  reading: Reading,
  personId: string,
  open: readonly RecordOf<'appointment'>[],
): Promise<readonly Warning[]> {
  const actions = await reading.many('action', { owner: personId, state: NOT_DONE });
  const warnings: Warning[] = open.map((one) => ({
    code: 'person/appointment-goes-on',
    duties: [7],
    sentence: `The appointment as ${ROLE_NAMES[one.body.role]} goes on after the last day of service. End it or give it to someone else.`,
  }));
  if (actions.length > 0) {
    const references = actions.map((one) => one.body.reference).join(', ');
    warnings.push({
      code: 'person/owns-actions',
      duties: [123],
      sentence: `${actions.length === 1 ? 'One action has' : `${actions.length} actions have`} no serving owner: ${references}. Have the action manager give each to one named person.`,
    });
  }
  const priorities = await reading.many('priority', { owner: personId, state: 'current' });
  if (priorities.length > 0) {
    const references = priorities.map((one) => one.body.reference).join(', ');
    warnings.push({
      code: 'person/owns-priorities',
      duties: [97],
      sentence: `${priorities.length === 1 ? 'One priority' : `${priorities.length} priorities`} of the control strategy will have no serving owner: ${references}. Have the chair of the strategic group hand ${priorities.length === 1 ? 'it' : 'each'} over.`,
    });
  }
  return warnings;
}
