import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { refusalBook } from '#shared/base/refusal.ts';
import { ok, refused, type Result } from '#shared/base/result.ts';
import { idShape } from '#shared/base/shapes.ts';
import type { PrintDocument } from '#shared/contracts/document/print-document.ts';
import { defineDocument, type DocumentToPrint } from '#shared/domain/kit/document.ts';
import { documentAsks } from '#electron/engine/documents/document-asks.ts';
import { ADMIN, startEngine, type TestEngine } from '#test/builders/engine.ts';
import { smallForce } from '#test/builders/small-force.ts';

const codes = (result: Result<unknown>): readonly string[] => (result.ok ? [] : result.refusals.map((one) => one.code));
const book = refusalBook({
  'leaflet/not-yours': { duties: [14], message: 'Not yours.' },
  'leaflet/gone': { duties: [], message: 'Gone.' },
});

const leaflet: PrintDocument = {
  title: 'Leaflet',
  subtitle: '',
  reference: 'L/1',
  marking: 'OFFICIAL',
  handling: '',
  policeOnly: false,
  layout: 'portrait',
  onePage: true,
  blocks: [],
};
/** One document about a person, which only police may have. */
const leafletDocument = defineDocument({
  name: 'leaflet',
  args: z.object({ personId: idShape }),
  may: (_args, actor) => (actor.partner ? book.say('leaflet/not-yours') : null),
  subject: ({ personId }) => ({ kind: 'person', id: personId }),
  read: async ({ personId }, { reading }) => {
    const person = await reading.one('person', personId);
    return person === null ? refused(book.say('leaflet/gone')) : ok({ ...leaflet, subtitle: person.body.familyName });
  },
});

async function started(document: unknown = leafletDocument): Promise<{ engine: TestEngine; personId: string }> {
  const listed = document as DocumentToPrint;
  const engine = startEngine({
    documents: documentAsks({ verifierPage: async () => null, findDocument: (name) => (name === listed.name ? listed : undefined) }),
  });
  await engine.setUp();
  const { actor } = await engine.signIn(ADMIN.signInName, ADMIN.passPhrase);
  return { engine, personId: actor?.personId ?? '' };
}
describe('saving a document', () => {
  test('numbers its copies by the journal (duty 184)', async () => {
    const { engine, personId } = await started();
    const save = (format: 'pdf' | 'docx') => engine.client.ask('document.save', { name: 'leaflet', args: { personId }, format });
    expect(await save('pdf')).toMatchObject({ ok: true, value: { path: '/chosen/L 1 Leaflet copy 1.pdf', copyNumber: 1 } });
    expect(await save('docx')).toMatchObject({ ok: true, value: { path: '/chosen/L 1 Leaflet copy 2.docx', copyNumber: 2 } });
    expect(engine.os.printed[0]?.html).toContain('Archer');
    const reopened = await engine.crash();
    await reopened.signIn();
    expect(await reopened.client.ask('document.save', { name: 'leaflet', args: { personId }, format: 'pdf' })).toMatchObject({
      ok: true,
      value: { copyNumber: 3 },
    });
  });

  test('uses no number for a cancelled dialogue, and leaves word that a copy was prepared', async () => {
    const { engine, personId } = await started();
    engine.os.saveAs = () => '';
    const save = () => engine.client.ask('document.save', { name: 'leaflet', args: { personId }, format: 'pdf' });
    expect(await save()).toMatchObject({ ok: true, value: { path: '', copyNumber: 0 } });
    engine.os.saveAs = (name) => `/chosen/${name}`;
    expect(await save()).toMatchObject({ ok: true, value: { copyNumber: 1 } });
  });

  test('is refused for a name that is not listed, for arguments that do not fit, and where the reader finds nothing', async () => {
    const { engine, personId } = await started();
    const ask = (name: string, args: Readonly<Record<string, unknown>>) =>
      engine.client.ask('document.save', { name, args, format: 'pdf' });
    expect(codes(await ask('constructor', {}))).toEqual(['document/unknown']);
    expect(codes(await ask('leaflet', { personId: 7 }))).toEqual(['bridge/argument']);
    expect(codes(await ask('leaflet', {}))).toEqual(['bridge/argument']);
    expect(codes(await ask('leaflet', { personId: 'a'.repeat(20) }))).toEqual(['leaflet/gone']);
    expect(codes(await engine.client.ask('document.save', { name: 'leaflet', args: { personId }, format: 'exe' as 'pdf' }))).toEqual([
      'bridge/argument',
    ]);
    expect(engine.os.saved).toEqual([]);
  });

  test('asks whether one may before it says what exists', async () => {
    const { engine } = await started(defineDocument({ ...leafletDocument, may: () => book.say('leaflet/not-yours') }));
    const nobody = { name: 'leaflet', args: { personId: 'a'.repeat(20) }, format: 'pdf' } as const;
    expect(codes(await engine.client.ask('document.save', nobody))).toEqual(['leaflet/not-yours']);
  });

  test('refuses what has to fit one page and does not, and saves nothing (duty 83)', async () => {
    const { engine, personId } = await started();
    engine.os.pages = 2;
    const refusal = await engine.client.ask('document.save', { name: 'leaflet', args: { personId }, format: 'pdf' });
    expect(codes(refusal)).toEqual(['document/more-than-one-page']);
    expect(engine.os.saved).toEqual([]);
  });

  test('says of anything longer how many pages it has', async () => {
    const { engine, personId } = await started(
      defineDocument({ ...leafletDocument, read: async () => ok({ ...leaflet, onePage: false }) }),
    );
    engine.os.pages = 2;
    expect(await engine.client.ask('document.save', { name: 'leaflet', args: { personId }, format: 'pdf' })).toMatchObject({
      ok: true,
      value: { pages: 2 },
    });
  });
});

test('the priorities in force are printed with what the reader may see, and the journal tells of the copy without its content', async () => {
  const engine = startEngine();
  const force = await smallForce(engine);
  await force.signInAs('secretary');
  const { client } = engine;
  const shown = await client.look('force-structure', { asAt: '2026-11-24' });
  const nodeId = shown.force?.id ?? '';
  expect(
    await client.ask('document.save', { name: 'priorities-in-force', args: { nodeType: 'force', nodeId }, format: 'pdf' }),
  ).toMatchObject({ ok: true, value: { copyNumber: 1 } });
  expect(engine.os.printed.at(-1)?.html).toContain('Priorities in force');
  expect(
    codes(await client.ask('document.save', { name: 'priorities-in-force', args: { nodeType: 'area', nodeId }, format: 'pdf' })),
  ).toEqual(['priority/place-unknown']);
  await force.signInAs('auditor');
  const { entries } = await client.get('journal.page', { actor: '', act: 'document', subject: '', from: '', to: '', skip: 0, limit: 50 });
  expect(entries.map(({ act, facts }) => [act, facts])).toEqual(
    ['document.exported', 'document.copy-prepared'].map((act) => [
      act,
      { document: 'priorities-in-force', format: 'pdf', copy: 1, marking: 'OFFICIAL', policeOnly: false },
    ]),
  );
  expect(entries[0]).toMatchObject({ subject: nodeId, subjectKind: 'force' });
});
