import { describe, expect, it } from 'vitest';
import { decisionFieldsOf, fieldOf, isBegun, newDecisionDraft, OUTSIDE } from './decision-fields.ts';

const papers = [{ id: 'p1', title: 'Tactical assessment', asOf: '2026-11-20', confidence: 'high' as const }];

describe('what the console makes of a typed decision', () => {
  it('leaves out option lines a secretary did not fill in', () => {
    const draft = {
      ...newDecisionDraft('chair', true, false),
      options: [
        { key: 'a', text: 'Patrol', rejectedBecause: '' },
        { key: 'b', text: '', rejectedBecause: '' },
      ],
      chosen: 'a',
    };
    expect(decisionFieldsOf(draft, papers).options).toEqual([{ text: 'Patrol', chosen: true, rejectedBecause: '' }]);
  });

  it('keeps a half-written rejection, so that it is refused rather than lost', () => {
    const draft = {
      ...newDecisionDraft('chair', true, false),
      options: [
        { key: 'a', text: 'Patrol', rejectedBecause: '' },
        { key: 'b', text: '', rejectedBecause: 'too costly' },
      ],
      chosen: 'a',
    };
    expect(decisionFieldsOf(draft, papers).options).toHaveLength(2);
  });

  it('cites the ticked papers with their day and confidence, and then needs no reason for having none', () => {
    const draft = { ...newDecisionDraft('chair', true, false), paperIds: ['p1'], noEvidenceReason: 'none yet' };
    const fields = decisionFieldsOf(draft, papers);
    expect(fields.evidence).toEqual([
      { recordKind: 'paper', recordId: 'p1', title: 'Tactical assessment', asOf: '2026-11-20', confidence: 'high' },
    ]);
    expect(fields.noEvidenceReason).toBe('');
  });

  it('sends either a priority or the reason for being outside the strategy, never both', () => {
    const draft = { ...newDecisionDraft('chair', true, false), priority: 'cs1', outsideStrategyReason: 'local concern' };
    expect(decisionFieldsOf(draft, papers)).toMatchObject({ priorityId: 'cs1', outsideStrategyReason: '' });
    expect(decisionFieldsOf({ ...draft, priority: OUTSIDE }, papers)).toMatchObject({
      priorityId: '',
      outsideStrategyReason: 'local concern',
    });
  });

  it('raises an action only when somebody answers for it', () => {
    const draft = { ...newDecisionDraft('chair', true, false), strand: 'enforcement' };
    expect(decisionFieldsOf(draft, papers).followUp).toBeNull();
    expect(decisionFieldsOf({ ...draft, ownerId: 'x', dueOn: '2026-12-01' }, papers).followUp).toEqual({ text: '', strand: 'enforcement' });
  });

  it('points a refusal about the second written option at the line it stands on', () => {
    const draft = {
      ...newDecisionDraft('chair', true, false),
      options: [
        { key: 'a', text: 'Patrol', rejectedBecause: '' },
        { key: 'b', text: '', rejectedBecause: '' },
        { key: 'c', text: 'Nothing', rejectedBecause: '' },
      ],
    };
    expect(fieldOf('options.1.rejectedBecause', draft)).toBe('decision-options-2-rejectedBecause');
  });

  it('knows an untouched form from one somebody began', () => {
    expect(isBegun(newDecisionDraft('chair', true, false))).toBe(false);
    expect(isBegun({ ...newDecisionDraft('chair', true, false), rationale: 'Because' })).toBe(true);
  });
});
