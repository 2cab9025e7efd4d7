import { describe, expect, test } from 'vitest';
import type { BackupListed } from '#shared/contracts/bridge/backups.ts';
import type { Instant } from '#shared/base/time.ts';
import { backupConcern } from './backup-concern.ts';

const NOW = '2026-11-23T09:00:00.000Z' as Instant;
const made = (day: string, state: BackupListed['state'] = 'proved'): BackupListed => ({
  id: day,
  madeAt: `${day}T08:00:00.000Z` as Instant,
  because: 'schedule',
  bytes: 1,
  entries: 1,
  state,
});
const well = { backups: [made('2026-11-22')], damage: null, pace: 'daily', trouble: '' } as const;

describe('whoever looks after backups signs in (duties 32, 34)', () => {
  test('nothing is said while the newest proved backup is young enough for its pace', () => {
    expect(backupConcern(well, NOW)).toBeNull();
    expect(backupConcern({ ...well, backups: [made('2026-11-10')], pace: 'weekly' }, NOW)).toBeNull();
  });

  test('an old one is named with its age, and backups that do not count do not make it younger', () => {
    const backups = [made('2026-11-23', 'damaged'), made('2026-11-22', 'earlier-key'), made('2026-11-20'), made('2026-11-01')];
    expect(backupConcern({ ...well, backups, trouble: 'The drive is not there.' }, NOW)).toEqual({
      what: 'old',
      days: 3,
      trouble: 'The drive is not there.',
    });
    expect(backupConcern({ ...well, backups: [made('2026-10-20')], pace: 'never' }, NOW)).toMatchObject({ what: 'old', days: 34 });
  });

  test('no backup at all is said when one was tried in vain or none is made by itself, not while the first is still coming', () => {
    expect(backupConcern({ ...well, backups: [] }, NOW)).toBeNull();
    expect(backupConcern({ ...well, backups: [], trouble: 'The drive is full.' }, NOW)).toEqual({
      what: 'none',
      trouble: 'The drive is full.',
    });
    expect(backupConcern({ ...well, backups: [], pace: 'never' }, NOW)).toEqual({ what: 'none', trouble: '' });
  });

  test('damage goes before everything', () => {
    const damage = { foundAt: NOW, file: 'vault', says: [] };
    expect(backupConcern({ ...well, backups: [], damage }, NOW)).toEqual({ what: 'damaged' });
  });
});
