import type { Marking } from '#shared/contracts/record/record.ts';
import type { Kind } from '#shared/domain/bodies.ts';
import type { Gap } from '#shared/domain/governance/warning.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { recordName } from '#shared/domain/kit/record-name.ts';
import type { ForceRecords } from './force-records.ts';

/** Green: shown by records of this vault. Amber: shown in part, or not by a record. Red: not shown. */
export type Colour = 'green' | 'amber' | 'red';

/** A record to open as evidence. */
export interface Evidence {
  readonly kind: Kind;
  readonly id: string;
  readonly parent: string;
  readonly title: string;
  readonly marking: Marking;
}

/** How one duty stands for this force. */
export interface Standing {
  readonly colour: Colour;
  readonly sentence: string;
  readonly evidence: readonly Evidence[];
}

/** Judges one duty from the records; `claims` are the colours it can come to, each proved by a test. */
export interface Evaluator {
  readonly claims: readonly Colour[];
  /** Where in Cordon it is done. */
  readonly place: string;
  judge(records: ForceRecords): Standing;
}

export type AnyRecord = Pick<RecordOf<Kind>, 'kind' | 'id' | 'parent' | 'marking' | 'body'>;
export type Judges = Readonly<Record<number, Evaluator>>;

export function evidenceOf(record: AnyRecord): Evidence {
  return { kind: record.kind, id: record.id, parent: record.parent, title: recordName(record.body), marking: record.marking };
}

export function red(sentence: string, evidence: readonly AnyRecord[] = []): Standing {
  return { colour: 'red', sentence, evidence: evidence.map(evidenceOf) };
}
export function amber(sentence: string, evidence: readonly AnyRecord[] = []): Standing {
  return { colour: 'amber', sentence, evidence: evidence.map(evidenceOf) };
}
export function green(sentence: string, evidence: readonly AnyRecord[]): Standing {
  return { colour: 'green', sentence, evidence: evidence.map(evidenceOf) };
}

/** `1 plan`, `3 plans`. */
export function counted(count: number, [one, many]: readonly [one: string, many: string]): string {
  return `${count} ${count === 1 ? one : many}`;
}

interface Every<One extends AnyRecord> {
  readonly place: string;
  readonly of: (records: ForceRecords) => readonly One[];
  readonly noun: readonly [one: string, many: string];
  /** What is said when there is nothing to judge by. */
  readonly none: string;
  readonly ok: (one: One, records: ForceRecords) => boolean;
  /** What those that are in order do, after their number: `have an owner`. */
  readonly good: string;
  /** What the others lack, after their number: `without an owner`. */
  readonly bad: string;
}

/** Green when each of some records is in order, amber when a part of them is, red when none is or there are none. */
export function every<One extends AnyRecord>(rule: Every<One>): Evaluator {
  return {
    claims: ['green', 'amber', 'red'],
    place: rule.place,
    judge(records) {
      const all = rule.of(records);
      if (all.length === 0) return red(rule.none);
      const failing = all.filter((one) => !rule.ok(one, records));
      if (failing.length === 0) return green(`${counted(all.length, rule.noun)} ${rule.good}.`, all);
      const said = `${failing.length} of ${counted(all.length, rule.noun)} ${rule.bad}.`;
      return failing.length === all.length ? red(said, failing) : amber(said, failing);
    },
  };
}

/** Green when there are such records, red when there are none. */
export function some<One extends AnyRecord>(rule: Pick<Every<One>, 'place' | 'of' | 'noun' | 'none' | 'good'>): Evaluator {
  return {
    claims: ['green', 'red'],
    place: rule.place,
    judge(records) {
      const all = rule.of(records);
      return all.length === 0 ? red(rule.none) : green(`${counted(all.length, rule.noun)} ${rule.good}.`, all);
    },
  };
}

/** What the page of governance finds amiss, as a standing; null when it finds nothing of these. */
export function amiss(records: ForceRecords, fits: (gap: Gap) => boolean): Standing | null {
  const gaps = records.gaps.filter(fits);
  if (gaps.length === 0) return null;
  const worst = gaps.some((gap) => gap.severity === 'red') ? 'red' : 'amber';
  const shown = gaps.filter((gap) => gap.severity === worst);
  const [first] = shown;
  const about = first === undefined || first.sentence.includes(first.subject.name) ? '' : `${first.subject.name}: `;
  const more = shown.length === 1 ? '' : ` And ${shown.length - 1} more.`;
  return {
    colour: worst,
    sentence: `${about}${first?.sentence ?? ''}${more}`,
    evidence: shown.map(({ subject }) => ({
      kind: subject.kind,
      id: subject.id,
      parent: subject.parent ?? '',
      title: subject.name,
      marking: 'OFFICIAL',
    })),
  };
}
