import { expect, test } from 'vitest';
import type { Nameable } from '#shared/domain/decision/nameable.ts';
import type { DecisionShown } from '#shared/domain/decision/decision-shown.ts';
import { namesOf } from './decision-fields.ts';
import { offeredIn } from './offered-names.ts';

const one = (kind: Nameable['kind'], recordId: string): Nameable => ({
  id: `${kind}/${recordId}`,
  kind,
  recordId,
  title: recordId,
  policeOnly: false,
});
const all = [one('recommendation', 'r1'), one('control-strategy', 's1'), one('resource-bid', 'b1')];

test('what the agenda item is for is offered first, the rest in the order of the agenda', () => {
  expect(offeredIn(all, 'resources', null).map(({ recordId }) => recordId)).toEqual(['b1', 'r1', 's1']);
  expect(offeredIn(all, 'next-meeting', null).map(({ recordId }) => recordId)).toEqual(['r1', 's1', 'b1']);
});

test('a correction still offers what the decision named, although it is no draft any more', () => {
  const corrected = { names: [{ kind: 'control-strategy', id: 's0', title: 'Strategy of the spring' }] } as unknown as DecisionShown;
  expect(offeredIn(all, 'control-strategy', corrected).map(({ id }) => id)).toContain('control-strategy/s0');
});

test('a name that can no longer be named is not sent with the decision', () => {
  expect(namesOf(['recommendation/r1', 'recommendation/gone'], all)).toEqual([{ kind: 'recommendation', id: 'r1' }]);
});
