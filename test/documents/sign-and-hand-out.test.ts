import { describe, expect, test } from 'vitest';
import type { Result } from '#shared/base/result.ts';
import { verifySealed } from '#shared/contracts/sealed/verify-sealed.ts';
import { AUDITOR, CHAIR, HELD_POLICE_ONLY_WORDS, type HeldMeeting, SECRETARY, holdMeeting } from './held-meeting.ts';
import { wordText } from './word-text.ts';
import { ADMIN } from '#test/builders/engine.ts';

const codes = (result: Result<unknown>): readonly string[] => (result.ok ? [] : result.refusals.map((one) => one.code));
const sign = ({ engine, meetingId }: HeldMeeting, who: { readonly signInName: string; readonly passPhrase: string } = CHAIR) =>
  engine.client.ask('minutes.sign', { meetingId, signInName: who.signInName, passPhrase: who.passPhrase });
const handOut = ({ engine, meetingId }: HeldMeeting, format: 'pdf' | 'docx' | 'sealed', partnerAgencyId = '') =>
  engine.client.ask('minutes.hand-out', { meetingId, format, recipient: 'Easton files', partnerAgencyId });
const lastSaved = ({ engine }: HeldMeeting): Uint8Array => engine.os.saved.at(-1)?.bytes ?? new Uint8Array();
const minutesOf = async ({ engine, meetingId }: HeldMeeting) => (await engine.client.look('minutes-content', { meetingId }))?.minutes;
const acts = async (held: HeldMeeting, act: string) => {
  await held.engine.lock();
  await held.engine.signIn(AUDITOR.signInName, AUDITOR.passPhrase);
  const page = await held.engine.client.ask('journal.page', { actor: '', act, subject: '', from: '', to: '', skip: 0, limit: 50 });
  if (!page.ok) throw new Error(page.refusals[0].code);
  return page.value.entries;
};

async function agree({ engine, agencyId }: HeldMeeting, days: { readonly from: string; readonly to: string }): Promise<void> {
  await engine.lock();
  await engine.signIn(ADMIN.signInName, ADMIN.passPhrase);
  await engine.client.run('partner-agency.consent', { agencyId, side: 'police', on: '2026-11-24', by: 'Chief Constable' });
  await engine.client.run('partner-agency.consent', { agencyId, side: 'partner', on: '2026-11-24', by: 'Chief executive' });
  await engine.client.run('partner-agency.agree', { agencyId, reference: 'ISA-1', ...days });
  await engine.lock();
  await engine.signIn(SECRETARY.signInName, SECRETARY.passPhrase);
}

describe('signing the minutes', () => {
  test('the chair signs with their own pass phrase while the secretary stays signed in, and the sealed file verifies (duties 81, 122)', async () => {
    const held = await holdMeeting();
    const signed = await sign(held);
    expect(signed).toMatchObject({ ok: true, value: { signerName: 'Superintendent Jane Hale' } });
    expect((await held.engine.client.get('session.look', {})).actor?.personId).toBe(held.secretaryId);
    const minutes = await minutesOf(held);
    expect(minutes).toMatchObject({ state: 'signed', body: { signedById: held.chairId, copies: [] } });
    expect((await held.engine.client.look('minutes-content', { meetingId: held.meetingId }))?.meeting.state).toBe('signed');

    expect(await handOut(held, 'sealed')).toMatchObject({ ok: true, value: { copyNumber: 1, withheld: 0 } });
    const report = verifySealed(lastSaved(held));
    expect(report).toMatchObject({
      outcome: 'whole',
      sealHash: minutes?.body.sealHash,
      copy: { number: 1, recipient: 'Easton files', sameDevice: true },
    });
    expect(report.seal?.signer.name).toBe('Superintendent Jane Hale');
    expect(report.seal?.key).toBe(minutes?.body.signerKey);
    expect(report.countersignature?.device).toBe('Test workstation');

    const flipped = lastSaved(held).slice();
    const at = Buffer.from(flipped).indexOf('from Friday');
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    expect(verifySealed(flipped).faults[0]?.label).toBe('decision D2, entry 2 of the record');
  });

  test('in the journal it is the chair who signed, in the secretary’s session', async () => {
    const held = await holdMeeting();
    await sign(held);
    const [entry] = await acts(held, 'minutes.signed');
    expect(entry).toMatchObject({ actor: held.chairId, facts: { session: held.secretaryId } });
  });

  test('nobody else’s pass phrase will do, and nothing is written (duties 71, 81)', async () => {
    const held = await holdMeeting();
    expect(codes(await sign(held, SECRETARY))).toEqual(['minutes/not-the-chair']);
    expect(codes(await sign(held, { signInName: CHAIR.signInName, passPhrase: SECRETARY.passPhrase }))).toEqual([
      'vault/name-or-pass-phrase-wrong',
    ]);
    expect(codes(await sign(held, { signInName: 'nobody.here', passPhrase: CHAIR.passPhrase }))).toEqual(['minutes/not-the-chair']);
    expect(await minutesOf(held)).toBeNull();
  });

  test('an administrator, who is not of the group, is told that there is no such meeting', async () => {
    const held = await holdMeeting();
    await held.engine.lock();
    await held.engine.signIn(ADMIN.signInName, ADMIN.passPhrase);
    expect(codes(await sign(held))).toEqual(['minutes/not-there']);
    expect(codes(await held.engine.client.ask('minutes.preview', { meetingId: held.meetingId, partnerAgencyId: '' }))).toEqual([
      'minutes/not-there',
    ]);
  });

  test('a meeting still in session cannot be signed', async () => {
    const live = await holdMeeting({ close: false });
    expect(codes(await sign(live))).toEqual(['minutes/meeting-not-closed']);
  });

  test('an auditor reads the minutes and can neither sign nor hand them out', async () => {
    const held = await holdMeeting();
    await sign(held);
    await held.engine.lock();
    await held.engine.signIn(AUDITOR.signInName, AUDITOR.passPhrase);
    const preview = await held.engine.client.get('minutes.preview', { meetingId: held.meetingId, partnerAgencyId: '' });
    expect(preview.document.items.length).toBeGreaterThan(1);
    expect(codes(await sign(held))).toEqual(['minutes/not-yours-to-handle']);
    expect(codes(await handOut(held, 'pdf'))).toEqual(['minutes/not-yours-to-handle']);
  });

  test('signed minutes are not signed again', async () => {
    const held = await holdMeeting();
    await sign(held);
    expect(codes(await sign(held))).toEqual(['minutes/signed-already']);
  });

  test('what is signed stays as it was signed when the chair is promoted afterwards (duty 81)', async () => {
    const held = await holdMeeting();
    await sign(held);
    await held.engine.lock();
    await held.engine.signIn(ADMIN.signInName, ADMIN.passPhrase);
    await held.engine.client.run('person.change', {
      personId: held.chairId,
      givenName: 'Jane',
      familyName: 'Hale',
      rank: 'Chief Superintendent',
    });
    await held.engine.lock();
    await held.engine.signIn(SECRETARY.signInName, SECRETARY.passPhrase);
    const preview = await held.engine.client.get('minutes.preview', { meetingId: held.meetingId, partnerAgencyId: '' });
    expect(preview.document.facts.find((fact) => fact.name === 'Chair')?.text).toBe('Superintendent Jane Hale');
    expect(preview.signature?.signerName).toBe('Superintendent Jane Hale');
  });
});

describe('handing out copies', () => {
  test('numbers every copy, lists it, and keeps marking, recipient and fingerprint on it (duty 184)', async () => {
    const held = await holdMeeting();
    await sign(held);
    for (const format of ['pdf', 'docx', 'sealed'] as const) expect((await handOut(held, format)).ok).toBe(true);
    expect((await minutesOf(held))?.body.copies.map((copy) => [copy.number, copy.format, copy.recipient, copy.byId])).toEqual([
      [1, 'pdf', 'Easton files', held.secretaryId],
      [2, 'docx', 'Easton files', held.secretaryId],
      [3, 'sealed', 'Easton files', held.secretaryId],
    ]);
    expect(held.engine.os.saved.map((one) => one.name)).toEqual([
      'TTCG-E 2026-11-24 minutes copy 1.pdf',
      'TTCG-E 2026-11-24 minutes copy 2.docx',
      'TTCG-E 2026-11-24 minutes copy 3.cordon-sealed',
    ]);
    const preview = await held.engine.client.get('minutes.preview', { meetingId: held.meetingId, partnerAgencyId: '' });
    const [page, word] = [held.engine.os.printed[0]?.html ?? '', wordText(held.engine.os.saved[1]?.bytes ?? new Uint8Array())];
    for (const text of [page, word]) {
      expect(text).toContain(preview.signature?.fingerprint);
      expect(text).toContain('Easton files');
      for (const item of preview.document.items) for (const entry of item.entries) expect(text).toContain(entry.text);
    }
    expect(await acts(held, 'minutes.handed-out')).toHaveLength(3);
  });

  test('that were cancelled in the dialogue hand out nothing and use no number, though the attempt is journalled', async () => {
    const held = await holdMeeting();
    await sign(held);
    held.engine.os.saveAs = () => '';
    expect(await handOut(held, 'pdf')).toEqual({ ok: true, value: { path: '', copyNumber: 0, withheld: 0 } });
    expect((await minutesOf(held))?.body.copies).toEqual([]);
    held.engine.os.saveAs = (name) => `/chosen/${name}`;
    expect(await handOut(held, 'docx')).toMatchObject({ value: { copyNumber: 1 } });
    expect(await acts(held, 'minutes.copy-prepared')).toHaveLength(2);
  });

  test('that could not be written hand out nothing and say why', async () => {
    const held = await holdMeeting();
    await sign(held);
    held.engine.os.saveAs = () => {
      throw new Error('The disk is full.');
    };
    const refused = await handOut(held, 'sealed');
    expect(codes(refused)).toEqual(['minutes/not-saved']);
    expect(!refused.ok && refused.refusals[0].message).toBe('Nothing was handed out. The disk is full.');
    expect((await minutesOf(held))?.body.copies).toEqual([]);
  });

  test('is refused before the chair has signed', async () => {
    const held = await holdMeeting();
    expect(codes(await handOut(held, 'pdf'))).toEqual(['minutes/not-signed']);
    expect(held.engine.os.saved).toEqual([]);
  });

  test('to a partner needs the consent of both sides and an agreement in date (duties 67, 68, 119)', async () => {
    const held = await holdMeeting();
    await sign(held);
    expect(codes(await handOut(held, 'pdf', held.agencyId))).toEqual(['minutes/no-mutual-consent']);
    await agree(held, { from: '2026-01-01', to: '2026-11-23' });
    expect(codes(await handOut(held, 'pdf', held.agencyId))).toEqual(['minutes/agreement-not-in-date']);
    expect(codes(await handOut(held, 'pdf', held.groupId))).toEqual(['minutes/agency-unknown']);
    expect(held.engine.os.saved).toEqual([]);
  });

  test('to a partner holds nothing that is police only in any format, and says that something is withheld (duty 119)', async () => {
    const held = await holdMeeting();
    await sign(held);
    await agree(held, { from: '2026-01-01', to: '2026-12-31' });
    for (const format of ['pdf', 'docx', 'sealed'] as const)
      expect(await handOut(held, format, held.agencyId)).toMatchObject({ ok: true, value: { withheld: 3 } });
    const sealedText = Buffer.from(lastSaved(held)).toString('utf8');
    const [page, word] = [held.engine.os.printed[0]?.html ?? '', wordText(held.engine.os.saved[1]?.bytes ?? new Uint8Array())];
    for (const text of [page, word, sealedText]) {
      expect(text).toContain('The council was thanked');
      for (const secret of HELD_POLICE_ONLY_WORDS) expect(text).not.toContain(secret);
    }
    for (const text of [page, word])
      expect(text).toContain('Withheld from it as police only: 1 agenda item, 1 decision and 1 other entry of the record');
    const report = verifySealed(lastSaved(held));
    expect(report).toMatchObject({ outcome: 'whole', copy: { edition: 'partner', number: 3 } });
    expect(report.withheld).toHaveLength(3);
    expect(report.sealHash).toBe((await minutesOf(held))?.body.sealHash);

    await handOut(held, 'docx');
    for (const secret of HELD_POLICE_ONLY_WORDS) expect(wordText(lastSaved(held))).toContain(secret);
  });
});

describe('the verifier', () => {
  test('is saved where the person chooses, and that is journalled', async () => {
    const held = await holdMeeting();
    expect(await held.engine.client.ask('verifier.save', {})).toMatchObject({ ok: true, value: { path: '/chosen/Cordon verifier.html' } });
    expect(new TextDecoder().decode(lastSaved(held))).toContain('<title>Verifier</title>');
    expect(await acts(held, 'verifier.saved')).toHaveLength(1);
  });

  test('that was not built is refused in words', async () => {
    const held = await holdMeeting({ verifierPage: null });
    expect(codes(await held.engine.client.ask('verifier.save', {}))).toEqual(['verifier/not-here']);
  });
});
