import { z } from 'zod';
import { lineShape } from '#shared/base/shapes.ts';
import { BACKUP_PACES, type BackupSettings } from '#shared/contracts/bridge/backups.ts';

/** Where backups go, how often, and how many days, weeks and months of them are kept. */
export const backupSettings = z.looseObject({
  /** Folder a person chose, as this computer's path; empty for Cordon's own beside the vault. */
  folder: z.union([z.literal(''), lineShape(1000)]),
  pace: z.enum(BACKUP_PACES),
  daily: z.int('Use a whole number.').min(1, 'Keep at least one.').max(60, 'Keep at most 60.'),
  weekly: z.int('Use a whole number.').min(0, 'Use nought or more.').max(60, 'Keep at most 60.'),
  monthly: z.int('Use a whole number.').min(0, 'Use nought or more.').max(60, 'Keep at most 60.'),
});
export const USUAL_BACKUPS: BackupSettings = { folder: '', pace: 'daily', daily: 7, weekly: 4, monthly: 6 };

/** Settings of this workstation, changed by an administrator; exactly one record, id `workstation`. */
export const workstationBody = z.looseObject({
  name: lineShape(80),
  /** Minutes without a key or mouse before it locks itself. */
  idleLockMinutes: z.int().min(1).max(60),
  /** Keeps window contents out of screen captures where the operating system can. */
  contentProtection: z.boolean(),
  /** Left out until someone changes it: `USUAL_BACKUPS` holds until then. */
  backups: backupSettings.optional(),
});
export type WorkstationBody = z.output<typeof workstationBody>;
export const WORKSTATION_STATES = ['in-use'] as const;
