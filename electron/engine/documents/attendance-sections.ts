import type { AttendanceLine } from '#shared/domain/minutes/minutes-document.ts';

/** How the attendance list is divided, in its order. */
export const ATTENDANCE_SECTIONS = [
  { title: 'Present', statuses: ['Present'] },
  { title: 'Apologies', statuses: ['Apologies'] },
  { title: 'Absent', statuses: ['Absent'] },
  { title: 'Expected', statuses: ['Expected'] },
] as const;

/** The lines of one section, each with its remark: who sat in, and what was noted. */
export function attendanceIn(
  attendance: readonly AttendanceLine[],
  statuses: readonly string[],
): readonly (AttendanceLine & { readonly remark: string })[] {
  return attendance
    .filter((line) => statuses.includes(line.status))
    .map((line) => ({
      ...line,
      remark: [line.deputy === '' ? '' : `Deputy: ${line.deputy}.`, line.note].filter((text) => text !== '').join(' '),
    }));
}
