import { beforeEach, describe, expect, it } from 'vitest';
import { instant } from '#shared/base/time.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { addPartnerAgency, agreePartnerAgency, withdrawConsent } from '#shared/domain/partner-agency/partner-agency.commands.ts';
import { leavePerson } from '#shared/domain/person/person.commands.ts';
import { confirmRead } from '#shared/domain/read-receipt/read-receipt.commands.ts';
import { receiptId } from '#shared/domain/read-receipt/read-receipt.rules.ts';
import { todayQuery } from '#shared/domain/today/today.queries.ts';
import { codesOf, dutiesOf, FOUNDED_ON } from '#test/builders/organisation-world.ts';
import { publishedWorld, type PublishedWorld, type Reader, recordPut, strategyBody } from '#test/builders/published-world.ts';
import { publish, remind, sendToAgencies } from './publication.commands.ts';
import { publicationDocument } from './publication.document.ts';
import { publicationQuery, publicationsQuery } from './publication.queries.ts';

let all: PublishedWorld;
beforeEach(async () => {
  all = await publishedWorld();
});
const both = (more: object = {}) => ({
  controlStrategyId: all.strategyId,
  requirementId: all.requirementId,
  readBy: '2026-12-04',
  ...more,
});
const published = (more: object = {}) => all.must('director', publish, both(more));
const stored = async (id: string) => {
  const found = await all.cast.world.records.reading.one('publication', id);
  if (found === null) throw new Error('no such publication');
  return found;
};
const view = async (who: Reader, publicationId: string) =>
  all.cast.world.view(publicationQuery, { publicationId }, await all.cast.world.actor(all.ids[who]));
const list = async (who: Reader) => all.cast.world.view(publicationsQuery, {}, await all.cast.world.actor(all.ids[who]));
const unreadOnToday = async (who: Reader) =>
  (await all.cast.world.view(todayQuery, {}, await all.cast.world.actor(all.ids[who]))).publications;

describe('publishing', () => {
  it('sends strategy and requirement in one act, and both say by what (duty 107)', async () => {
    const { publicationId, sentToStaff } = await published();
    const { reading } = all.cast.world.records;
    expect((await reading.one('control-strategy', all.strategyId))?.body.publicationId).toBe(publicationId);
    expect((await reading.one('intelligence-requirement', all.requirementId))?.body.publicationId).toBe(publicationId);
    const headings = (await stored(publicationId)).body.parts.map((part) => part.heading);
    expect(headings).toEqual(expect.arrayContaining(['Control strategy of East', 'Strategic intelligence requirement of East']));
    const police = (await reading.many('person')).filter((person) => person.body.partnerAgencyId === '');
    expect(sentToStaff).toBe(police.length);
  });

  it('is noted on strategy and requirement by it alone: by no other publication, none that was replaced, and nothing else of them changes (duties 101, 107)', async () => {
    const { publicationId, partnerPublicationId } = await published({ agencyIds: [all.cast.agencyId] });
    const { reading } = all.cast.world.records;
    const strategy = await reading.one('control-strategy', all.strategyId);
    const requirement = await reading.one('intelligence-requirement', all.requirementId);
    if (strategy === null || requirement === null) throw new Error('they are gone');
    for (const other of [partnerPublicationId, 'nothing', '']) {
      const noted = { body: { publicationId: other } };
      expect(await all.forge('director', { put: rewritten(strategy, noted) })).toEqual(['control-strategy/publication-unknown']);
      expect(await all.forge('director', { put: rewritten(requirement, noted) })).toEqual(['intelligence-requirement/publication-unknown']);
    }
    const more = { body: { publicationId, title: 'Another' } };
    expect(await all.forge('director', { put: rewritten(strategy, more) })).toEqual(['control-strategy/amended-only-by-stcg']);
    expect(await all.forge('director', { put: rewritten(requirement, more) })).toEqual(['intelligence-requirement/approved-is-fixed']);
  });

  it('of one of the two alone asks for a reason (duty 107)', async () => {
    const alone = { controlStrategyId: all.strategyId, readBy: '2026-12-04' };
    const refusal = await all.as('director', publish, alone);
    expect(codesOf(refusal)).toEqual(['publication/alone-without-reason']);
    expect(dutiesOf(refusal)).toEqual([107]);
    const { publicationId } = await all.must('director', publish, { ...alone, aloneBecause: 'The requirement follows in a week' });
    const one = await stored(publicationId);
    expect(one.body.aloneBecause).toBe('The requirement follows in a week');
    await published();
    expect((await stored(publicationId)).state).toBe('replaced');
  });

  it('is for the director of intelligence: the button is there for them and absent for an analyst (duty 10)', async () => {
    expect((await list('director')).publish?.strategies.map((one) => one.id)).toEqual([all.strategyId]);
    for (const who of ['analyst', 'chair', 'secretary', 'auditor', 'outsider', 'partner'] as const) {
      expect((await list(who)).publish).toBeNull();
      const refusal = await all.as(who, publish, both());
      expect(codesOf(refusal)).toEqual(['publication/not-yours-to-publish']);
      expect(dutiesOf(refusal)).toContain(10);
    }
    const { publicationId } = await published();
    const copy = { ...rewritten(await stored(publicationId), {}), id: 'forged', owner: all.ids.analyst };
    expect(await all.forge('analyst', { put: copy })).toEqual(['publication/not-yours-to-publish']);
    expect(await all.forge('director', { put: copy })).toEqual(['publication/sent-by-another']);
  });

  it('is refused before the strategy is set and the requirement approved, and of a version that was superseded (duty 76)', async () => {
    for (const [states, code] of [
      [{ requirement: 'draft' }, 'publication/requirement-not-approved'],
      [{ strategy: 'draft' }, 'publication/strategy-not-set'],
      [{ strategy: 'superseded' }, 'publication/superseded'],
      [{ requirement: 'withdrawn' }, 'publication/superseded'],
    ] as const) {
      all = await publishedWorld(states);
      expect(codesOf(await all.as('director', publish, both()))).toEqual([code]);
    }
    all = await publishedWorld();
    const { publicationId } = await published();
    const before = await stored(publicationId);
    all.put(
      recordPut({
        kind: 'intelligence-requirement',
        id: all.requirementId,
        state: 'draft',
        scope: before.scope,
        body: { ...(await all.cast.world.records.reading.one('intelligence-requirement', all.requirementId))?.body },
      }),
    );
    expect(await all.forge('director', { put: { ...rewritten(before, {}), id: 'forged' } })).toEqual([
      'publication/requirement-not-approved',
    ]);
  });

  it('twice is refused; a day in the past too; nothing of either is lost', async () => {
    expect(codesOf(await all.as('director', publish, both({ readBy: '2026-11-19' })))).toEqual(['publication/read-by-past']);
    const { publicationId } = await published();
    expect(codesOf(await all.as('director', publish, both()))).toEqual(['publication/already-sent']);
    expect((await stored(publicationId)).state).toBe('sent');
  });

  it('of a newer version replaces the older of the same place and audience; what was sent never changes (duty 101)', async () => {
    const first = await published();
    const { nodeId, groupId } = (await stored(first.publicationId)).body;
    const reading = all.cast.world.records.reading;
    const old = await reading.one('control-strategy', all.strategyId);
    all.put(
      recordPut({
        kind: 'control-strategy',
        id: all.strategyId,
        state: 'superseded',
        scope: nodeId,
        parent: groupId,
        number: 1,
        body: old?.body,
      }),
      recordPut({
        kind: 'control-strategy',
        id: 'strategy-2',
        state: 'set',
        scope: nodeId,
        parent: groupId,
        number: 2,
        body: strategyBody({ nodeId, groupId }, { version: 2, amendsId: all.strategyId }),
      }),
    );
    const second = await published({ controlStrategyId: 'strategy-2' });
    const [older, newer] = [await stored(first.publicationId), await stored(second.publicationId)];
    expect([older.state, newer.state]).toEqual(['replaced', 'sent']);
    expect(await all.forge('director', { put: rewritten(older, { state: 'sent' }) })).toEqual(['publication/replaced']);
    expect(await all.forge('director', { put: rewritten(newer, { state: 'replaced' }) })).toEqual(['publication/replaced-by-nothing']);
    expect(await all.forge('director', { put: rewritten(newer, { body: { parts: [] } }) })).toEqual(['publication/content-is-fixed']);
    expect(await all.forge('director', { put: rewritten(newer, { body: { sentToIds: [] } }) })).toEqual(['publication/content-is-fixed']);
    expect(await all.forge('director', { erase: { kind: 'publication', id: newer.id } })).toEqual(['publication/kept']);
    expect((await view('outsider', older.id))?.replacedById).toBe(newer.id);
  });
});

describe('the partner version', () => {
  const withPartners = () => published({ agencyIds: [all.cast.agencyId] });

  it('goes to the people of the agencies, police-only parts absent, in the list, the page and the file (duty 100)', async () => {
    const { publicationId, partnerPublicationId, sentToPartners } = await withPartners();
    expect(sentToPartners).toBe(1);
    expect(await view('partner', publicationId)).toBeNull();
    const page = await view('partner', partnerPublicationId);
    const everything = JSON.stringify(page);
    for (const kept of [
      'Map the handlers',
      'Arrest days',
      '1,200 hours',
      'Highest harm',
      'Who buys',
      'A source names',
      'What is not known',
    ])
      expect(everything).not.toContain(kept);
    expect(everything).toContain('Target hardening with the council');
    expect(page?.tracking).toBeNull();
    expect((await list('partner')).rows.map((row) => row.id)).toEqual([partnerPublicationId]);
    expect((await view('outsider', partnerPublicationId))?.forMe).toBe(false);

    const partner = await all.cast.world.actor(all.ids.partner);
    const context = { actor: partner, now: all.cast.world.now, reading: all.cast.world.records.readingOf(partner) };
    const file = await publicationDocument.read({ publicationId: partnerPublicationId }, context);
    expect(file.ok && file.value.policeOnly).toBe(false);
    expect(JSON.stringify(file)).not.toContain('Arrest days');
    expect((await publicationDocument.read({ publicationId }, context)).ok).toBe(false);
  });

  it('is refused on every path when it holds a police-only part or goes to somebody else (duty 100)', async () => {
    const { publicationId, partnerPublicationId } = await withPartners();
    const [staff, partners] = [await stored(publicationId), await stored(partnerPublicationId)];
    const anew = (body: object) => ({ put: { ...rewritten(partners, { body }), id: 'forged' } });
    const beside = 'publication/replaced-by-nothing';
    expect(await all.forge('director', anew({ parts: staff.body.parts }))).toEqual(['publication/not-what-was-set', beside]);
    expect(await all.forge('director', anew({ sentToIds: [all.ids.outsider] }))).toEqual(['publication/reader-not-of-audience', beside]);
    expect(await all.forge('director', { put: rewritten(staff, { body: { agencyIds: [all.cast.agencyId] } }) })).toEqual([
      'publication/not-for-partners',
    ]);
  });

  it('is refused for an agency without consent of both sides or with an agreement out of date (duties 67, 68)', async () => {
    await all.cast.world.must(withdrawConsent, { agencyId: all.cast.agencyId, side: 'partner' });
    const refusal = await all.as('director', publish, both({ agencyIds: [all.cast.agencyId] }));
    expect(codesOf(refusal)).toEqual(['publication/agency-without-consent']);
    all = await publishedWorld();
    await all.cast.world.must(agreePartnerAgency, { agencyId: all.cast.agencyId, reference: 'ISA-1', from: FOUNDED_ON, to: '2026-11-19' });
    const expired = await all.as('director', publish, both({ agencyIds: [all.cast.agencyId] }));
    expect(codesOf(expired)).toEqual(['publication/agreement-not-in-date']);
    expect(expired.ok ? '' : expired.refusals[0].message).toContain('Eastmoor Council');
    const { agencyId } = await all.cast.world.must(addPartnerAgency, { name: 'Probation', agencyType: 'probation' });
    expect(codesOf(await all.as('director', publish, both({ agencyIds: [agencyId] })))).toEqual(['publication/agency-without-consent']);
  });

  it('goes with or after the staff version, never before it, and to an agency once', async () => {
    const alone = both({ staff: 'none', agencyIds: [all.cast.agencyId] });
    expect(codesOf(await all.as('director', publish, alone))).toEqual(['publication/partners-before-staff']);
    await published();
    const { partnerPublicationId } = await all.must('director', publish, alone);
    const again = { publicationId: partnerPublicationId, agencyIds: [all.cast.agencyId] };
    expect(codesOf(await all.as('director', sendToAgencies, again))).toEqual(['publication/agency-has-it']);
  });
});

describe('who has read it', () => {
  it('counts by unit and ranks; whoever has not confirmed, also for being off the network, is pending and listed (duties 99, 108)', async () => {
    const { publicationId } = await published();
    const before = (await view('director', publicationId))?.tracking;
    expect(before?.figures.read).toBe(0);
    expect(before?.figures.pending).toBe(before?.figures.counted);
    await all.must('constable', confirmRead, { publicationId });
    const after = (await view('chair', publicationId))?.tracking;
    expect(after?.figures.read).toBe(1);
    expect(after?.figures.byUnit.find((share) => share.id === 'East Response')).toMatchObject({ counted: 1, read: 1, percent: 100 });
    expect(after?.figures.byArea.find((share) => share.id === 'East')?.percent).toBe(100);
    expect(after?.figures.byRankGroup.find((share) => share.id === 'Constables')).toMatchObject({ counted: 2, read: 1, percent: 50 });
    const unread = after?.readers.filter((row) => row.readAt === '').map((row) => row.id) ?? [];
    expect(unread).toContain(all.ids.outsider);
    expect(unread).not.toContain(all.ids.constable);
  });

  it('shows on everybody’s Today until they confirm, with the last reminder; offline staff find it at the next sync (duty 108)', async () => {
    const { publicationId } = await published();
    expect((await unreadOnToday('outsider')).map((one) => one.id)).toEqual([publicationId]);
    all.cast.pass(24 * 60);
    const { reminded } = await all.must('director', remind, { publicationId });
    expect((await unreadOnToday('outsider'))[0]?.remindedAt).toBe(all.cast.world.now);
    // A receipt made on a workstation off the network arrives later as a record, and counts from then on.
    const readAt = all.cast.world.now;
    all.cast.pass(3 * 24 * 60);
    const put = receiptOf(publicationId, 'outsider', { readAt });
    expect(await all.forge('outsider', put)).toEqual([]);
    all.put(put);
    expect(await unreadOnToday('outsider')).toEqual([]);
    expect((await all.must('director', remind, { publicationId })).reminded).toBe(reminded - 1);
  });

  it('reminds once a day at most, by whoever follows it and nobody else (duty 99)', async () => {
    const { publicationId } = await published();
    await all.must('secretary', remind, { publicationId });
    const twice = await all.as('director', remind, { publicationId });
    expect(codesOf(twice)).toEqual(['publication/reminded-today']);
    for (const who of ['outsider', 'analyst', 'partner'] as const)
      expect(codesOf(await all.as(who, remind, { publicationId }))).toEqual(['publication/not-yours-to-follow']);
    const one = await stored(publicationId);
    const more = { reminders: [...one.body.reminders, { at: all.cast.world.now, byId: all.ids.director, toIds: [] }] };
    expect(await all.forge('director', { put: rewritten(one, { body: more }) })).toEqual(['publication/reminded-today']);
    expect(await all.forge('director', { put: rewritten(one, { body: { reminders: [] } }) })).toEqual(['publication/content-is-fixed']);
  });

  it('is for those who follow it and for oneself: nobody else sees a receipt or a figure', async () => {
    const { publicationId } = await published();
    await all.must('constable', confirmRead, { publicationId });
    for (const [who, seen] of [
      ['constable', 1],
      ['director', 1],
      ['chair', 1],
      ['outsider', 0],
      ['analyst', 0],
    ] as const) {
      const reading = all.cast.world.records.readingOf(await all.cast.world.actor(all.ids[who]));
      expect(await reading.count('read-receipt'), who).toBe(seen);
      expect((await view(who, publicationId))?.tracking === null, who).toBe(who !== 'director' && who !== 'chair');
    }
  });

  it('does not count who has left, and counts apart who joined later', async () => {
    const { publicationId } = await published();
    const counted = (await view('director', publicationId))?.tracking?.figures.counted ?? 0;
    await all.cast.world.must(leavePerson, { personId: all.ids.outsider, on: '2026-11-20' });
    await all.cast.world.person('Constable', 'Newcomer');
    all.cast.pass(24 * 60);
    const tracking = (await view('director', publicationId))?.tracking;
    expect(tracking?.figures.counted).toBe(counted - 1);
    expect(tracking?.left).toBe(1);
    expect(tracking?.figures.joinedLater).toEqual({ counted: 1, read: 0 });
    expect(tracking?.overdue).toBe(false);
    all.cast.world.now = instant('2026-12-06T09:00:00.000Z');
    expect((await view('director', publicationId))?.tracking?.overdue).toBe(true);
    expect((await unreadOnToday('analyst'))[0]?.overdueDays).toBe(2);
  });

  it('reaches the staff of the area alone where that was chosen', async () => {
    const { sentToStaff, publicationId } = await published({ staff: 'area' });
    expect(sentToStaff).toBe(1);
    expect((await unreadOnToday('constable')).map((one) => one.id)).toEqual([publicationId]);
    expect(await unreadOnToday('outsider')).toEqual([]);
  });
});

const receiptOf = (publicationId: string, who: Reader, more: { readonly readAt?: string; readonly personId?: string } = {}) => {
  const personId = more.personId ?? all.ids[who];
  return {
    put: {
      id: receiptId(publicationId, personId),
      kind: 'read-receipt',
      scope: all.cast.world.areaIds[0] ?? '',
      marking: 'OFFICIAL',
      handling: '',
      compartment: '',
      state: 'read',
      owner: personId,
      parent: publicationId,
      number: 0,
      dueAt: '',
      sortAt: all.cast.world.now,
      body: { groupId: all.cast.groupId, personId, readAt: (more.readAt ?? all.cast.world.now) as typeof all.cast.world.now },
    },
  } as const;
};

describe('a receipt', () => {
  it('can be made only by its reader, on any path, once, and never changes (duties 99, 108)', async () => {
    const { publicationId } = await published();
    const everyone = Object.keys(all.ids) as Reader[];
    for (const forger of everyone)
      for (const reader of everyone) {
        const codes = await all.forge(forger, receiptOf(publicationId, reader));
        if (forger !== reader) expect(codes, `${forger} for ${reader}`).toEqual(['read-receipt/only-by-oneself']);
        else expect(codes, reader).toEqual(reader === 'partner' ? ['read-receipt/not-for-you'] : []);
      }
    await all.must('constable', confirmRead, { publicationId });
    expect(codesOf(await all.as('constable', confirmRead, { publicationId }))).toEqual(['read-receipt/once']);
    const receipt = receiptOf(publicationId, 'constable');
    expect(await all.forge('constable', receipt)).toEqual(['read-receipt/never-changed']);
    expect(await all.forge('constable', { erase: { kind: 'read-receipt', id: receipt.put.id } })).toEqual(['read-receipt/never-changed']);
    expect(await all.forge('outsider', { put: { ...receiptOf(publicationId, 'outsider').put, id: 'a-second-one' } })).toEqual([
      'read-receipt/once',
    ]);
    expect(await all.forge('outsider', receiptOf(publicationId, 'outsider', { readAt: '2026-11-19T09:00:00.000Z' }))).toEqual([
      'read-receipt/not-when-it-was',
    ]);
  });

  it('is not made by somebody it was not for', async () => {
    const { partnerPublicationId } = await published({ agencyIds: [all.cast.agencyId] });
    expect(codesOf(await all.as('outsider', confirmRead, { publicationId: partnerPublicationId }))).toEqual(['read-receipt/not-for-you']);
    await all.must('partner', confirmRead, { publicationId: partnerPublicationId });
    expect((await view('director', partnerPublicationId))?.tracking?.figures.percent).toBe(100);
  });
});
