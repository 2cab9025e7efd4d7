import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import { defineNoun } from '#shared/domain/kit/noun.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { FORCE_STATES, forceBody, type ForceBody } from './force.schema.ts';
import { organisationAccess } from './organisation-record.ts';

export const forceBook = refusalBook({
  'force/none-yet': { duties: [6], message: 'This workstation has no force yet.', remedy: 'Set up the force first.' },
  'force/only-one': { duties: [6], message: 'A workstation holds exactly one force.', remedy: 'Change the force that is there.' },
  'force/kept': { duties: [7], message: 'The force is changed, never removed.', remedy: '' },
  'force/areas-not-wanted': {
    duties: [62],
    message: 'A force without basic command units has no areas to set up.',
    remedy: 'Say that the force has areas, or leave the list empty.',
  },
  'force/sample-for-good': {
    duties: [],
    message: 'A sample force stays a sample and a real force stays real.',
    remedy: 'Make a new workstation.',
  },
});

/** The one force of this vault, or null before it is set up. */
export async function theForce(reading: Reading): Promise<RecordOf<'force'> | null> {
  const [first] = await reading.many('force');
  return first ?? null;
}

/** The force this vault belongs to (duties 6, 62). */
export const force = defineNoun<'force', ForceBody>({
  kind: 'force',
  shape: 1,
  body: forceBody,
  states: FORCE_STATES,
  keepsVersions: true,
  accessOf: organisationAccess,
  check: async ({ before, after, reading }) => {
    if (after === null) return [forceBook.say('force/kept')];
    const refusals: Refusal[] = [];
    if ((await reading.count('force')) > 1) refusals.push(forceBook.say('force/only-one'));
    if (before !== null && before.body.sample !== after.body.sample) refusals.push(forceBook.say('force/sample-for-good'));
    return refusals;
  },
  searchText: (record) => ({ title: record.body.name, text: `${record.body.code} ${record.body.configuredBecause}` }),
});
