import { beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '#shared/base/result.ts';
import { FILE_CHUNK_BYTES } from '#electron/engine/vault/collections.ts';
import { attachedPaper, attachPaper, type PaperToAttach } from '#test/builders/attach-paper.ts';
import { startEngine, type TestEngine } from '#test/builders/engine.ts';
import { type SmallForce, smallForce } from '#test/builders/small-force.ts';

const codes = (result: Result<unknown>): readonly string[] => (result.ok ? [] : result.refusals.map((one) => one.code));
const MEGABYTE = 1024 * 1024;

let engine: TestEngine;
let force: SmallForce;
let meetingId: string;
beforeEach(async () => {
  engine = startEngine();
  force = await smallForce(engine);
  await force.signInAs('secretary');
  ({ meetingId } = await force.scheduleMeeting());
});
const paper = (fields: Partial<PaperToAttach> = {}): PaperToAttach => ({
  meetingId,
  title: 'Tactical assessment',
  paperType: 'tactical-assessment',
  fileName: 'assessment.pdf',
  mediaType: 'application/pdf',
  bytes: new Uint8Array([1, 2, 3]),
  asOf: '',
  confidence: '',
  policeOnly: false,
  ...fields,
});
const patterned = (size: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: size }, (_unused, index) => (index * 31 + (index >> 8)) & 255);

describe('a paper laid before a meeting (duties 31, 127)', () => {
  it('comes back byte for byte, small and large, after a restart', async () => {
    const sizes = [1, FILE_CHUNK_BYTES, FILE_CHUNK_BYTES + 1, 3 * MEGABYTE];
    const ids: string[] = [];
    for (const size of sizes) ids.push((await attachedPaper(engine.client, paper({ bytes: patterned(size) }))).paperId);
    const again = await engine.crash();
    await again.signIn('holroyd', 'thistle barrel gondola');
    for (const [index, paperId] of ids.entries()) {
      expect(Buffer.compare(await again.savedPaper(paperId), patterned(sizes[index] ?? 0)), `size ${sizes[index]}`).toBe(0);
      expect(again.os.saved.at(-1)?.name).toBe('assessment.pdf');
    }
  });

  it('is refused with a sentence when it is too large, empty, a program, or carries macros, and nothing of it stays', async () => {
    const { bytes: _bytes, ...meta } = paper();
    const tooBig = await engine.client.ask('paper.begin', { ...meta, size: 500 * MEGABYTE + 1 });
    expect(tooBig.ok ? '' : tooBig.refusals[0].message).toBe('This file is 500.1 MB. The largest a paper may be is 500 MB.');
    expect(codes(await attachPaper(engine.client, paper({ bytes: new Uint8Array(0) })))).toEqual(['paper/empty']);
    expect(codes(await attachPaper(engine.client, paper({ fileName: 'assessment.pdf.exe' })))).toEqual(['paper/file-type']);
    expect(
      codes(await attachPaper(engine.client, paper({ bytes: new Uint8Array(Buffer.from('PK\u0003\u0004 word/vbaProject.bin')) }))),
    ).toEqual(['paper/file-type']);
    expect((await engine.client.look('meeting', { meetingId }))?.papers).toEqual([]);
  });

  it('does not make typing wait while a large one is stored', async () => {
    const order: string[] = [];
    const large = attachedPaper(engine.client, paper({ bytes: patterned(12 * MEGABYTE) })).then(() => order.push('paper'));
    for (let word = 1; word <= 5; word += 1) {
      await engine.client.run('draft.keep', { id: 'typing', parent: meetingId, forKind: 'decision', itemId: '', fields: { word } });
      order.push(`word ${word}`);
    }
    await large;
    expect(order.at(-1)).toBe('paper');
  });

  it('is attached only by those who run the meeting, and refused before anything is stored', async () => {
    await force.signInAs('member');
    expect(codes(await attachPaper(engine.client, paper({ bytes: patterned(2 * MEGABYTE) })))).toEqual(['meeting/not-yours-to-run']);
  });
});
