/**
 * `npm run fuzz:queries`: the long run of the query fuzz, 25,000 random Mango queries against RxDB's own evaluation in memory, from a
 * seed drawn anew each time and printed. `VAULT_FUZZ_SEED` runs one again, `VAULT_FUZZ_QUERIES` sets how many.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { root } from '../bundles.ts';

const VAULT_FUZZ_SEED = process.env['VAULT_FUZZ_SEED'] ?? String(randomInt(2 ** 31));
const VAULT_FUZZ_QUERIES = process.env['VAULT_FUZZ_QUERIES'] ?? '25000';
console.log(`${VAULT_FUZZ_QUERIES} queries from the seed ${VAULT_FUZZ_SEED}`);
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--testTimeout=3600000', 'test/vault/query-fuzz.test.ts'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, VAULT_FUZZ_SEED, VAULT_FUZZ_QUERIES } },
);
process.exit(status ?? 1);
