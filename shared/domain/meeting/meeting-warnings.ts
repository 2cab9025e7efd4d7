import { FUNCTION_NAMES } from '#shared/domain/appointment/role-names.ts';
import type { Warning } from '#shared/domain/governance/warning.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import type { AgendaRow, AttendanceRow, PaperRow } from './meeting-parts-shown.ts';

/** A warning of the planning page, with the part of the page it is about. */
export interface MeetingWarning extends Warning {
  readonly id: string;
  readonly about: 'agenda' | 'papers' | 'attendance' | 'chair';
}

/** What a chair should know before the meeting: allowed, but worth a word (duties 66-68, 71, 118, 127, 130). */
export function meetingWarnings(
  group: RecordOf<'group'>,
  shown: {
    readonly agenda: readonly AgendaRow[];
    readonly papers: readonly PaperRow[];
    readonly attendance: readonly AttendanceRow[];
    readonly authority: string;
    readonly chair: string;
  },
): readonly MeetingWarning[] {
  const warnings: MeetingWarning[] = [];
  const warn = (about: MeetingWarning['about'], code: string, duties: readonly number[], sentence: string): void => {
    warnings.push({ id: `${code}:${warnings.length}`, about, code, duties, sentence });
  };
  const attached = shown.papers.filter((paper) => paper.state === 'attached');
  const wanted = group.body.groupType === 'ttcg' ? 'tactical-assessment' : group.body.groupType === 'stcg' ? 'strategic-assessment' : '';
  if (wanted !== '' && !attached.some((paper) => paper.paperType === wanted)) {
    if (wanted === 'tactical-assessment')
      warn('papers', 'meeting/no-tactical-assessment', [127], 'No tactical assessment is attached, so the meeting cannot consider it.');
    else
      warn(
        'papers',
        'meeting/no-strategic-assessment',
        [69, 73],
        'No strategic assessment is attached, so its recommendations cannot be taken one by one.',
      );
  }
  for (const paper of attached.filter((one) => one.old))
    warn(
      'papers',
      'meeting/assessment-old',
      [130],
      `“${paper.title}” speaks of a day ${paper.ageDays ?? 0} days before the meeting. Look for a newer assessment.`,
    );
  const here = shown.attendance.filter((row) => row.status === 'expected' || row.status === 'present' || row.deputyId !== '');
  const missing = group.body.keyFunctions.filter((one) => !here.some((row) => row.memberFunction === one));
  if (missing.length > 0)
    warn(
      'attendance',
      'meeting/missing-functions',
      [118],
      `Nobody is expected for ${missing.map((one) => FUNCTION_NAMES[one]).join(', ')}.`,
    );
  for (const row of here.filter((one) => one.warning !== ''))
    warn(
      'attendance',
      'meeting/attendance-warned',
      row.partner ? [67, 68] : [66],
      `${row.deputy === '' ? row.name : row.deputy}: ${row.warning}`,
    );
  if (!here.some((row) => row.role === 'chair'))
    warn('chair', 'meeting/chair-not-coming', [71, 72], 'The chair is not expected. A deputy can preside; the record says why.');
  if (shown.chair !== '' && shown.authority === '')
    warn(
      'chair',
      'meeting/authority-not-recorded',
      [71, 120],
      `No authority is recorded for ${shown.chair}, so every decision would be advisory.`,
    );
  if (shown.agenda.length === 0) warn('agenda', 'meeting/agenda-empty', [121], 'The agenda is empty.');
  return warnings;
}
