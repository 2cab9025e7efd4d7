import { refusalBook } from '#shared/base/refusal.ts';
import type { AnyRecordToWrite } from '#shared/domain/kit/command.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { defineNoun } from '#shared/domain/kit/noun.ts';
import type { BackupSettings } from '#shared/contracts/bridge/backups.ts';
import { USUAL_BACKUPS, WORKSTATION_STATES, workstationBody, type WorkstationBody } from './workstation.schema.ts';

/** There is one record for the machine it is kept on. */
export const WORKSTATION_ID = 'workstation';

export const workstationBook = refusalBook({
  'workstation/only-one': { duties: [32], message: 'A vault holds the settings of exactly one workstation.', remedy: '' },
  'workstation/not-set-up': { duties: [32], message: 'This workstation has not been set up yet.', remedy: 'Set it up first.' },
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

/** The backup settings in force: the usual ones until someone changes them. */
export function backupsOf(body: WorkstationBody | undefined): BackupSettings {
  return body?.backups ?? USUAL_BACKUPS;
}

/** The workstation's record with other backup settings, to be written. */
export function withBackups(before: RecordOf<'workstation'>, backups: BackupSettings): AnyRecordToWrite {
  const { id, kind, scope, marking, handling, compartment, state, owner, parent, number, dueAt, sortAt, body } = before;
  return {
    id,
    kind,
    scope,
    marking,
    handling,
    compartment,
    state,
    owner,
    parent,
    number,
    dueAt,
    sortAt,
    body: { ...body, backups: { ...backups } },
  };
}
