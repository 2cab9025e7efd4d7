/**
 * `npm run check:lock`: every optional package an installed package names is in the lock file. npm leaves out silently
 * those it could not fetch when the lock was made, and `npm ci` then fails on the platform that needs them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bundles.ts';
import { missingFromLock } from './missing-from-lock.ts';

const missing = missingFromLock(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
for (const { owner, wanted } of missing) console.error(`${owner} names ${wanted}, which the lock file lacks.`);
if (missing.length > 0) process.exit(1);
console.log('Lock file: whole.');
