import type { Refusal } from '#shared/base/result.ts';
import { askShapes } from '#shared/contracts/bridge/asks.ts';
import { sessionText } from '#renderer/text/session.ts';

/** What the wizard has been given so far; all as typed. */
export interface SetUp {
  readonly workstationName: string;
  readonly forceName: string;
  readonly forceCode: string;
  readonly hasAreas: '' | 'yes' | 'no';
  /** `key` tells the lines apart on the screen. */
  readonly areas: readonly { readonly key: number; readonly name: string; readonly code: string }[];
  readonly rank: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly serviceNumber: string;
  readonly signInName: string;
}

export const emptySetUp: SetUp = {
  workstationName: '',
  forceName: '',
  forceCode: '',
  hasAreas: '',
  areas: [
    { key: 1, name: '', code: '' },
    { key: 2, name: '', code: '' },
  ],
  rank: '',
  givenName: '',
  familyName: '',
  serviceNumber: '',
  signInName: '',
};

/** Which step of the wizard asks for an argument of `vault.create`. */
export const STEP_OF_FIELD: Readonly<Record<string, number>> = {
  forceName: 0,
  forceCode: 0,
  workstationName: 0,
  hasAreas: 1,
  areas: 1,
  rank: 2,
  givenName: 2,
  familyName: 2,
  serviceNumber: 2,
  signInName: 2,
  passPhrase: 3,
};

const fault = (field: string, message: string): Refusal => ({ code: 'set-up/not-filled-in', duties: [], message, remedy: '', field });

/** What is wrong with one step, by the same shapes the engine will check with; empty when one may go on. */
export function faultsOf(given: SetUp, step: number): readonly Refusal[] {
  if (step === 1 && given.hasAreas === '') return [fault('hasAreas', sessionText.wizard.fillIn)];
  const named = given.hasAreas === 'yes' ? given.areas.filter((area) => area.name.trim() !== '' || area.code.trim() !== '') : [];
  if (step === 1 && given.hasAreas === 'yes' && named.length === 0) return [fault('areas.0.name', sessionText.wizard.areasMissing)];
  const parsed = askShapes['vault.create'].safeParse({ ...given, hasAreas: given.hasAreas === 'yes', areas: named, passPhrase: '-' });
  if (parsed.success) return [];
  const seen = new Set<string>();
  return parsed.error.issues.flatMap((issue) => {
    const field = fieldAt(issue.path, given, named);
    if (STEP_OF_FIELD[field.split('.')[0] ?? ''] !== step || seen.has(field)) return [];
    seen.add(field);
    return [fault(field, field === 'rank' ? sessionText.wizard.fillIn : issue.message)];
  });
}

/** The field on the screen for a path in the arguments: lines of the list left empty are not sent, so places differ. */
function fieldAt(path: readonly PropertyKey[], given: SetUp, named: readonly SetUp['areas'][number][]): string {
  const [first, index, ...rest] = path;
  if (first !== 'areas' || typeof index !== 'number') return path.map(String).join('.');
  const area = named[index];
  return ['areas', area === undefined ? index : given.areas.indexOf(area), ...rest].map(String).join('.');
}
