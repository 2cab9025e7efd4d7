import { describe, expect, it } from 'vitest';
import type { ActionRow } from '#shared/domain/action/action-rows.ts';
import { ACTION_TABS, byOwner, fitsFilter, underTab } from './choose-actions.ts';

const row = (more: Partial<ActionRow>): ActionRow => ({
  id: 'a',
  reference: 'TTCG-E/A1',
  groupId: 'g',
  groupName: 'East group',
  groupCode: 'TTCG-E',
  meetingId: '',
  decisionId: '',
  itemId: '',
  text: 'Visit the Marsh estate',
  strand: 'prevention',
  state: 'open',
  ownerId: 'p1',
  owner: 'Inspector Bell',
  ownerLeft: false,
  supporterIds: [],
  supporters: ['Sergeant Dunn'],
  dueOn: '2026-12-01',
  firstDueOn: '2026-12-01',
  raisedAt: '',
  ageDays: 5,
  overdueDays: 0,
  lastNoteAt: '',
  stalled: false,
  awaitingVerification: false,
  claimedBy: '',
  claimedAt: '',
  policeOnly: false,
  marking: 'OFFICIAL',
  steps: { progress: null, block: null, claim: null, verify: null, return: null, reassign: null, changeDue: null, withdraw: null },
  ...more,
});
const tabsOf = (one: ActionRow): readonly string[] => ACTION_TABS.filter((tab) => underTab(one, tab, 'p1'));

describe('the action manager’s board', () => {
  it('shows an action under every tab it belongs to (duties 51, 125)', () => {
    expect(tabsOf(row({ overdueDays: 3, stalled: true }))).toEqual(['open', 'overdue', 'stalled', 'mine']);
    expect(tabsOf(row({ ownerId: 'p2', state: 'claimed', awaitingVerification: true }))).toEqual(['open', 'awaiting']);
    expect(tabsOf(row({ state: 'verified' }))).toEqual(['finished']);
  });

  it('finds an action by words of its text, owner and supporters in any order', () => {
    const any = { groupId: '', ownerId: '' };
    expect(fitsFilter(row({}), { ...any, text: 'bell marsh' })).toBe(true);
    expect(fitsFilter(row({}), { ...any, text: 'dunn' })).toBe(true);
    expect(fitsFilter(row({}), { ...any, text: 'mill' })).toBe(false);
    expect(fitsFilter(row({}), { text: '', groupId: 'other', ownerId: '' })).toBe(false);
  });

  it('counts by owner, whoever has most overdue first, and leaves finished ones out', () => {
    const rows = [
      row({ id: '1' }),
      row({ id: '2', overdueDays: 2, ageDays: 40, dueOn: '2026-11-01' }),
      row({ id: '3', ownerId: 'p2', owner: 'Dunn' }),
      row({ id: '4', ownerId: 'p3', state: 'verified' }),
    ];
    expect(byOwner(rows).map((one) => [one.id, one.open, one.overdue, one.oldest, one.next])).toEqual([
      ['p1', 2, 1, 40, '2026-11-01'],
      ['p2', 1, 0, 5, '2026-12-01'],
    ]);
  });
});
