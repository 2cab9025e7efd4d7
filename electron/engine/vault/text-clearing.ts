import { Pace, turn } from './pace.ts';
import { ASIDE_ITEMS, ASIDE_WORDS, setAsideSql } from './text-tables.ts';
import type { VaultFile } from './vault-file.ts';

/** Puts an empty index in the place of the one there is. Must run inside a transaction. */
export function setAside(file: VaultFile): void {
  file.exec(setAsideSql(1 + Math.max(0, ...asideNumbers(file))));
}

/**
 * Takes the indexes that were set aside away, a few rows at a time between other work: dropped whole, each of their pages would be
 * overwritten in one go. Ends early, to go on another time, when the vault is closed.
 */
export async function clearAside(file: VaultFile, isClosed: () => boolean): Promise<void> {
  for (const number of asideNumbers(file)) {
    const words = ASIDE_WORDS + number;
    const items = ASIDE_ITEMS + number;
    const pace = new Pace(16, 8, 2000);
    for (const [table, order] of [
      [`${words}_data`, 'id'],
      [`${words}_content`, 'id'],
      [`${words}_idx`, 'segid, term'],
      [items, 'key'],
    ] as const) {
      for (let cleared = 1; cleared > 0; ) {
        if (isClosed()) return;
        cleared = clearSome(file, pace, `DELETE FROM ${table} ORDER BY ${order} LIMIT ?`);
        await turn();
      }
    }
    if (isClosed()) return;
    file.inTransaction(() => file.exec(`DROP TABLE ${words}; DROP TABLE ${items};`));
  }
}

function clearSome(file: VaultFile, pace: Pace, sql: string): number {
  const rows = pace.atOnce;
  return pace.timed(rows, () => file.inTransaction(() => file.run(sql, [rows]).changes));
}

function asideNumbers(file: VaultFile): number[] {
  return file
    .pluckAll<string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB ? ORDER BY name", [`${ASIDE_ITEMS}*`])
    .map((name) => Number(name.slice(ASIDE_ITEMS.length)));
}
