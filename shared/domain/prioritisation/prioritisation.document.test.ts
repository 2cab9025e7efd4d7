import { beforeEach, describe, expect, it } from 'vitest';
import type { Block, PrintDocument } from '#shared/contracts/document/print-document.ts';
import { type ScoringWorld, scoringWorld } from '#test/builders/scoring-world.ts';
import { freezePrioritisation } from './prioritisation.commands.ts';
import { issueRegisterDocument, prioritisationDocument } from './prioritisation.document.ts';

let cast: ScoringWorld;
beforeEach(async () => {
  cast = await scoringWorld();
  const abuse = await cast.raise('Domestic abuse');
  const staff = await cast.raise('Corruption risk', { policeOnly: true });
  await cast.scoreAll(abuse, 2, 3, 4);
  await cast.scoreAll(staff, 1, 1, 2);
  await cast.settle(abuse, 'included', 'Highest harm');
  await cast.settle(staff, 'not-included', 'Held by professional standards');
});
const printed = async (who: 'analyst' | 'partner'): Promise<PrintDocument> => {
  const actor = await cast.world.actor(cast.ids[who]);
  const reading = cast.world.records.readingOf(actor);
  const document = await prioritisationDocument.read({ prioritisationId: cast.prioritisationId }, { actor, now: cast.world.now, reading });
  if (!document.ok) throw new Error(document.refusals[0].message);
  return document.value;
};
const tables = (document: PrintDocument) =>
  document.blocks.filter((block): block is Extract<Block, { type: 'table' }> => block.type === 'table').map((block) => block.rows);

describe('a prioritisation on paper', () => {
  it('holds the ranking, what the simulation says, the outcomes with why, and every score with its ground (duties 94-96)', async () => {
    const document = await printed('analyst');
    const [ranking, outcomes, grounds] = tables(document);
    expect(ranking?.map((row) => [row[0], row[1], row[4]])).toEqual([
      ['1', 'Domestic abuse', '100 %'],
      ['2', 'Corruption risk', '100 %'],
    ]);
    expect(outcomes?.map((row) => row.slice(1))).toEqual([
      ['Domestic abuse', 'Included', 'Highest harm'],
      ['Corruption risk', 'Not included', 'Held by professional standards'],
    ]);
    expect(grounds).toHaveLength(14);
    expect(grounds?.every((row) => row[4] !== '' && row[5] !== '')).toBe(true);
    expect(document.blocks[0]).toMatchObject({ type: 'notice' });
    expect(JSON.stringify(document.blocks)).toContain('it is not the MoRiLE model');
    const figure = document.blocks.find((block) => block.type === 'figure');
    expect(figure?.type === 'figure' && figure.svg.startsWith('<svg')).toBe(true);
  });

  it('says nothing of a police-only issue to a partner member, not even in a rank (duties 41, 69)', async () => {
    const document = await printed('partner');
    expect(document.policeOnly).toBe(false);
    expect(JSON.stringify(document)).not.toContain('Corruption');
    expect(tables(document)[0]).toHaveLength(1);
    expect((await printed('analyst')).policeOnly).toBe(true);
  });

  it('prints the register with why each issue was or was not included (duty 90)', async () => {
    await cast.must('secretary', freezePrioritisation, { prioritisationId: cast.prioritisationId, decisionId: await cast.decideOn() });
    const actor = await cast.world.actor(cast.ids.analyst);
    const asked = issueRegisterDocument.args.parse({ outcome: 'not-included' });
    const document = await issueRegisterDocument.read(asked, { actor, now: cast.world.now, reading: cast.world.records.readingOf(actor) });
    if (!document.ok) throw new Error('refused');
    expect(tables(document.value)[0]?.map((row) => [row[2], row[5]])).toEqual([['Corruption risk', 'Held by professional standards']]);
  });
});
