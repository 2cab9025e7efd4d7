import { refusalBook } from '#shared/base/refusal.ts';
import { defineNoun } from '#shared/domain/kit/noun.ts';
import { WORKSTATION_STATES, workstationBody, type WorkstationBody } from './workstation.schema.ts';

/** There is one record for the machine it is kept on. */
export const WORKSTATION_ID = 'workstation';

export const workstationBook = refusalBook({
  'workstation/only-one': { duties: [32], message: 'A vault holds the settings of exactly one workstation.', remedy: '' },
  'workstation/kept': { duties: [32, 34], message: 'The settings of this workstation are changed, never removed.', remedy: '' },
});

export const workstation = defineNoun<'workstation', WorkstationBody>({
  kind: 'workstation',
  shape: 1,
  body: workstationBody,
  states: WORKSTATION_STATES,
  keepsVersions: true,
  accessOf: (record) => ({ unit: record.scope, marking: record.marking, caveats: [], named: [] }),
  check: async ({ after }) => {
    if (after === null) return [workstationBook.say('workstation/kept')];
    return after.id === WORKSTATION_ID ? [] : [workstationBook.say('workstation/only-one')];
  },
  searchText: () => null,
});
