import type { Gap } from './warning.ts';

/** What a gap is about, for finding one's way in the list. */
export const GAP_TOPICS = [
  'responsibilities',
  'vacancies',
  'structure',
  'capabilities',
  'elements',
  'priorities',
  'leavers',
  'meetings',
  'groups',
  'partners',
] as const;
export type GapTopic = (typeof GAP_TOPICS)[number];

const BY_CODE: Readonly<Record<string, GapTopic>> = {
  'force/no-lead': 'responsibilities',
  'force/responsibility-unassigned': 'responsibilities',
  'force/role-vacant': 'vacancies',
  'force/configuration-unexplained': 'structure',
  'unit/no-head': 'vacancies',
  'unit/no-remit': 'structure',
  'group/no-chair': 'vacancies',
  'group/no-secretary': 'vacancies',
  'group/no-action-manager': 'vacancies',
  'group/meeting-overdue': 'meetings',
  'group/meeting-not-planned': 'meetings',
  'group/meeting-planned-late': 'meetings',
  'group/interim-review-proposed': 'meetings',
  'group/no-policy': 'meetings',
  'tc-policy/draft-without-reason': 'meetings',
  'group/member-without-consent': 'partners',
  'appointment/holder-left': 'leavers',
  'person/left-owning': 'leavers',
  'priority/owner-left': 'leavers',
  'governance-element/owner-left': 'leavers',
};
const BY_NOUN: Readonly<Record<string, GapTopic>> = {
  capability: 'capabilities',
  'governance-element': 'elements',
  priority: 'priorities',
  alignment: 'priorities',
  'partner-agency': 'partners',
  'joint-objective': 'partners',
};

export function gapTopic(gap: Pick<Gap, 'code'>): GapTopic {
  return BY_CODE[gap.code] ?? BY_NOUN[gap.code.split('/')[0] ?? ''] ?? 'groups';
}
