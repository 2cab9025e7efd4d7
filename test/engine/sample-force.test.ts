import { expect, test } from 'vitest';
import { northmoor } from '#electron/engine/sample/load-northmoor.ts';
import { verifySealed } from '#shared/contracts/sealed/verify-sealed.ts';
import { SAMPLE_PASS_PHRASE } from '#shared/sample-force/people.ts';
import { CLOSED_MATTER } from '#shared/sample-force/sample-papers.ts';
import { startEngine } from '#test/builders/engine.ts';

test('in the sample force papers open as they were laid, and a partner’s copy of signed minutes leaves out the police-only part and says so (duties 31, 119)', {
  timeout: 300_000,
}, async () => {
  const engine = startEngine({ sample: northmoor });
  await engine.client.get('vault.create-sample', {});
  await engine.signIn('holroyd', SAMPLE_PASS_PHRASE);
  const { rows } = await engine.client.look('meetings', {});

  const coming = rows.find((row) => row.reference.startsWith('TTCG-E/') && row.state === 'planned');
  const papers = (await engine.client.look('meeting', { meetingId: coming?.id ?? '' }))?.papers ?? [];
  expect(papers.map((paper) => paper.paperType).sort()).toEqual(['other', 'subject-profile', 'tactical-assessment']);
  for (const paper of papers) {
    const bytes = await engine.savedPaper(paper.id);
    expect(Buffer.from(bytes).toString('latin1')).toMatch(paper.mediaType === 'text/csv' ? /^"Offence"/ : /^%PDF-1.4/);
    expect(bytes.length).toBe(paper.size);
  }

  const agencies = await engine.client.look('partner-agencies', {});
  const partner = agencies.rows.find((one) => one.name.includes('Community Safety'));
  let meetingId = '';
  for (const row of rows.filter((one) => one.reference.startsWith('TTCG-E/') && one.state === 'signed')) {
    const running = (await engine.client.look('meeting-console', { meetingId: row.id }))?.running ?? [];
    if (running.some((line) => line.kind === 'decision' && line.decision.policeOnly)) meetingId = row.id;
  }
  expect(meetingId).not.toBe('');
  const [said] = CLOSED_MATTER.decisions;
  const secret = said?.text ?? '';
  const copy = async (partnerAgencyId: string) => {
    const { withheld } = await engine.client.get('minutes.hand-out', { meetingId, format: 'sealed', recipient: 'Files', partnerAgencyId });
    return { withheld, bytes: engine.os.saved.at(-1)?.bytes ?? new Uint8Array() };
  };
  const full = await copy('');
  expect(full.withheld).toBe(0);
  expect(Buffer.from(full.bytes).toString('utf8')).toContain(secret);
  const theirs = await copy(partner?.id ?? '');
  expect(theirs.withheld).toBeGreaterThan(3);
  expect(Buffer.from(theirs.bytes).toString('utf8')).not.toContain(secret);
  const report = verifySealed(theirs.bytes);
  expect(report.outcome).toBe('whole');
  expect(report.entries.filter((one) => one.entry === null).length).toBeGreaterThan(2);
});
