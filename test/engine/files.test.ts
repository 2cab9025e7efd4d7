import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '#shared/base/result.ts';
import { FILE_CHUNK_BYTES } from '#electron/engine/vault/collections.ts';
import { attachedPaper, attachPaper, digest, type PaperToAttach, sendAll, sendPiece } from '#test/builders/attach-paper.ts';
import { startEngine, type TestEngine } from '#test/builders/engine.ts';
import { PASS_PHRASE, type SmallForce, smallForce } from '#test/builders/small-force.ts';
import { inClosedVault, rowsIn } from './closed-vault.ts';

const codes = (result: Result<unknown>): readonly string[] => (result.ok ? [] : result.refusals.map((one) => one.code));
const MEGABYTE = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

let engine: TestEngine;
let force: SmallForce;
let meetingId: string;
let free: number;
beforeEach(async () => {
  free = 1024 * MEGABYTE;
  engine = startEngine({ freeBytes: async () => free });
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
const patterned = (size: number, seed = 31): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size);
  for (let index = 0; index < size; index += 1) bytes[index] = (index * seed + (index >> 8)) & 255;
  return bytes;
};
const begin = async (size: number): Promise<string> => {
  const { bytes: _bytes, ...meta } = paper();
  return (await engine.client.get('paper.begin', { ...meta, size })).uploadId;
};
/** Gives what goes on in the background acts to come between. */
const letTidy = async (): Promise<void> => {
  for (let count = 0; count < 40; count += 1)
    await engine.client.run('draft.keep', { id: 'typing', parent: '', forKind: 'decision', itemId: '', fields: { count } });
};
const papers = async (): Promise<readonly { readonly id: string }[]> => (await engine.client.look('meeting', { meetingId }))?.papers ?? [];
const liveFiles = async () => (await rowsIn(engine.folder, 'files')).filter((row) => !row._deleted);

describe('a file on its way in', () => {
  it.each([
    ['a piece is left out', (id: string) => sendPiece(engine.client, id, 1, patterned(FILE_CHUNK_BYTES))],
    [
      'a piece comes twice',
      async (id: string) => {
        await sendPiece(engine.client, id, 0, patterned(FILE_CHUNK_BYTES));
        return sendPiece(engine.client, id, 0, patterned(FILE_CHUNK_BYTES));
      },
    ],
    ['a piece is too long', (id: string) => sendPiece(engine.client, id, 0, patterned(FILE_CHUNK_BYTES + 1))],
    ['a piece is too short', (id: string) => sendPiece(engine.client, id, 0, patterned(FILE_CHUNK_BYTES - 1))],
    [
      'a piece is not what its digest says',
      (id: string) =>
        engine.client.ask('file.piece', { uploadId: id, number: 0, bytes: patterned(FILE_CHUNK_BYTES), digest: digest(new Uint8Array(1)) }),
    ],
  ])('is refused when %s, and nothing of it is kept', async (_what, send) => {
    const uploadId = await begin(3 * FILE_CHUNK_BYTES);
    expect(codes(await send(uploadId))).toEqual(['file/out-of-order']);
    // The upload is over, whatever comes after.
    expect(codes(await sendPiece(engine.client, uploadId, 0, patterned(FILE_CHUNK_BYTES)))).toEqual(['file/cut-off']);
    expect(codes(await engine.client.ask('paper.attach', { uploadId }))).toEqual(['file/cut-off']);
    expect(await papers()).toEqual([]);
    await letTidy();
    await engine.lock();
    expect(await liveFiles()).toEqual([]);
  });

  it('is refused when it is said to be whole before its last piece came', async () => {
    const uploadId = await begin(2 * FILE_CHUNK_BYTES);
    expect((await sendPiece(engine.client, uploadId, 0, patterned(FILE_CHUNK_BYTES))).ok).toBe(true);
    expect(codes(await engine.client.ask('paper.attach', { uploadId }))).toEqual(['file/cut-off']);
    expect(await papers()).toEqual([]);
  });

  it('leaves nothing when the person cancels it half way, or their window goes', async () => {
    for (const leave of [
      (uploadId: string) => engine.client.get('file.abandon', { uploadId }),
      async () => {
        await engine.client.look('meetings', {});
        engine.newWindow();
        await engine.client.look('meetings', {});
      },
    ]) {
      const uploadId = await begin(20 * FILE_CHUNK_BYTES);
      for (let number = 0; number < 12; number += 1)
        await sendPiece(engine.client, uploadId, number, patterned(FILE_CHUNK_BYTES, number + 1));
      await leave(uploadId);
      expect(codes(await sendPiece(engine.client, uploadId, 12, patterned(FILE_CHUNK_BYTES)))).toEqual(['file/cut-off']);
    }
    expect(await papers()).toEqual([]);
    await letTidy();
    await engine.lock();
    const rows = await rowsIn(engine.folder, 'files');
    expect(rows).toHaveLength(24);
    expect(rows.every((row) => row._deleted && row.bytes === 0)).toBe(true);
  });

  it('is stopped at the piece that shows what it is, even when that is the last of many', async () => {
    const bytes = patterned(40 * FILE_CHUNK_BYTES);
    bytes.set(Buffer.from('PK\u0003\u0004', 'latin1'), 0);
    bytes.set(Buffer.from('word/vbaProject.bin'), bytes.length - 2000);
    expect(codes(await attachPaper(engine.client, paper({ fileName: 'assessment.docx', bytes })))).toEqual(['paper/file-type']);
    await letTidy();
    await engine.lock();
    expect(await liveFiles()).toEqual([]);
  });

  it('is not begun when the disk has no room for it, and says how much it needs', async () => {
    free = 40 * MEGABYTE;
    const { bytes: _bytes, ...meta } = paper();
    const no = await engine.client.ask('paper.begin', { ...meta, size: 60 * MEGABYTE });
    expect(no.ok ? '' : no.refusals[0].message).toBe(
      'This file needs 80 MB of room in the vault, and the disk of this computer has 40 MB left.',
    );
    expect((await engine.client.ask('paper.begin', { ...meta, size: 10 * MEGABYTE })).ok).toBe(true);
  });

  it('takes a file many times larger than what it holds in memory', async () => {
    const pieces = 256;
    const uploadId = await begin(pieces * FILE_CHUNK_BYTES);
    const piece = patterned(FILE_CHUNK_BYTES);
    collectGarbage();
    const before = process.memoryUsage();
    let most = 0;
    for (let number = 0; number < pieces; number += 1) {
      piece[0] = number;
      expect((await sendPiece(engine.client, uploadId, number, piece)).ok).toBe(true);
      if (number % 32 !== 31) continue;
      collectGarbage();
      const now = process.memoryUsage();
      most = Math.max(most, now.arrayBuffers + now.heapUsed - before.arrayBuffers - before.heapUsed);
    }
    expect((await engine.client.ask('paper.attach', { uploadId })).ok).toBe(true);
    expect(most / MEGABYTE).toBeLessThan(12);
  });
});

describe('the same file laid twice', () => {
  it('is stored once when two people lay it before the meeting at the same moment, and neither is refused', async () => {
    const bytes = patterned(FILE_CHUNK_BYTES + 5);
    const sent = await Promise.all([attachPaper(engine.client, paper({ bytes })), attachPaper(engine.client, paper({ bytes }))]);
    expect(sent.map(codes)).toEqual([[], []]);
    expect(await papers()).toHaveLength(2);
    await letTidy();
    await engine.lock();
    expect((await liveFiles()).filter((row) => row.whole && row.bytes > 0)).toHaveLength(1);
  });

  it('is stored once for the same readers, never across readers, and each paper stays whole whatever happens to the others', async () => {
    const second = (await force.scheduleMeeting()).meetingId;
    const contents = [patterned(FILE_CHUNK_BYTES + 7, 3), patterned(2 * FILE_CHUNK_BYTES, 5), patterned(9, 7)];
    const step = fc.record({ content: fc.nat(2), policeOnly: fc.boolean(), elsewhere: fc.boolean(), withdraw: fc.boolean() });
    const laid: { readonly id: string; readonly content: number }[] = [];
    const distinct = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        for (const { content, policeOnly, elsewhere, withdraw } of steps) {
          const bytes = contents[content] ?? new Uint8Array();
          const { paperId } = await attachedPaper(engine.client, paper({ bytes, policeOnly, ...(elsewhere ? { meetingId: second } : {}) }));
          laid.push({ id: paperId, content });
          distinct.add(`${content} ${policeOnly}`);
          const victim = laid[0];
          if (withdraw && victim !== undefined) await engine.client.run('paper.withdraw', { paperId: victim.id });
        }
        for (const { id, content } of laid.slice(-8))
          expect(Buffer.compare(await engine.savedPaper(id), contents[content] ?? new Uint8Array())).toBe(0);
      }),
      { numRuns: 8 },
    );
    await letTidy();
    await engine.lock();
    const rows = await liveFiles();
    const last = rows.filter((row) => row.whole && row.bytes > 0);
    expect(last).toHaveLength(distinct.size);
    // One copy for each content and each circle of readers, and no more bytes than that.
    expect(rows.reduce((sum, row) => sum + row.bytes, 0)).toBe(
      [...distinct].reduce((sum, key) => sum + (contents[Number(key.split(' ')[0])]?.length ?? 0), 0),
    );
    expect(new Set(rows.map((row) => row.access)).size).toBe(new Set([...distinct].map((key) => key.split(' ')[1])).size);
  });
});

describe('a file on its way out', () => {
  it('leaves nothing when the person cancels it half way, and the journal says that it was begun', async () => {
    const { paperId } = await attachedPaper(engine.client, paper({ bytes: patterned(30 * FILE_CHUNK_BYTES) }));
    const saving = engine.client.begin('paper.save', { paperId });
    engine.os.onPiece = (pieces) => {
      if (pieces === 3) saving.cancel();
    };
    expect(codes(await saving.result)).toEqual(['file/cancelled']);
    expect([engine.os.saved, engine.os.leftBehind]).toEqual([[], 0]);
    await force.signInAs('auditor');
    const { entries } = await engine.client.get('journal.page', {
      actor: '',
      act: '',
      subject: paperId,
      from: '',
      to: '',
      skip: 0,
      limit: 5,
    });
    expect(entries.map((entry) => entry.act)).toContain('file.copy-prepared');
    expect(entries.map((entry) => entry.act)).not.toContain('file.copy-saved');
  });

  it('is refused in words when a stored piece was changed, and nothing of it is left', async () => {
    const { paperId } = await attachedPaper(engine.client, paper({ bytes: patterned(6 * FILE_CHUNK_BYTES) }));
    await engine.lock();
    await inClosedVault(engine.folder, (vault) => {
      const row = vault.pages.rowsAfter('files', 0, 100).find(({ json }) => (JSON.parse(json) as { chunk: number }).chunk === 4);
      const bytes = new Uint8Array(row?.bytes ?? []);
      bytes[100] = (bytes[100] ?? 0) ^ 1;
      const table = vault.file.pluck<number>("SELECT no FROM vault_table WHERE collection = 'files'");
      vault.file.run(`UPDATE c${table} SET bytes = ? WHERE key = ?`, [bytes, row?.key ?? 0]);
    });
    await force.signInAs('secretary');
    expect(codes(await engine.client.ask('paper.save', { paperId }))).toEqual(['paper/not-whole']);
    expect([engine.os.saved, engine.os.leftBehind]).toEqual([[], 0]);
  });

  it('is nothing when the person cancels the dialogue', async () => {
    const { paperId } = await attachedPaper(engine.client, paper());
    engine.os.saveAs = () => '';
    expect(await engine.client.get('paper.save', { paperId })).toEqual({ path: '' });
    expect(engine.os.saved).toEqual([]);
  });
});

describe('small pictures', () => {
  const gradient = (width: number, height: number): PNG => {
    const png = new PNG({ width, height });
    for (let at = 0; at < png.data.length; at += 4) png.data.set([at & 255, (at >> 8) & 255, 90, 255], at);
    return png;
  };
  const pictureOf = async (fileName: string, bytes: Uint8Array): Promise<Uint8Array | null> => {
    const { paperId } = await attachedPaper(engine.client, paper({ fileName, mediaType: 'image/png', bytes }));
    return (await engine.client.get('paper.picture', { paperId })).bytes;
  };

  it('are made of PNG and JPEG, fit into their place, and are kept with the file for its readers alone', async () => {
    const png = gradient(800, 400);
    const made = await pictureOf('map.png', PNG.sync.write(png));
    expect(jpeg.decode(made ?? new Uint8Array())).toMatchObject({ width: 192, height: 96 });
    const photo = jpeg.encode({ width: 300, height: 600, data: gradient(300, 600).data }, 80).data;
    const { paperId } = await attachedPaper(engine.client, paper({ fileName: 'photo.jpg', bytes: photo }));
    const first = (await engine.client.get('paper.picture', { paperId })).bytes;
    expect(jpeg.decode(first ?? new Uint8Array())).toMatchObject({ width: 72, height: 144 });

    await engine.lock();
    expect((await liveFiles()).filter((row) => row.id.endsWith(':picture')).map((row) => row.bytes > 0)).toEqual([true, true]);
    await force.signInAs('member');
    expect((await engine.client.get('paper.picture', { paperId })).bytes).toEqual(first);
    await engine.lock();
    await engine.signIn('tattersall', PASS_PHRASE);
    expect(codes(await engine.client.ask('paper.picture', { paperId }))).toEqual(['engine/gone']);
  });

  it('are not made of what is no picture, is damaged, or claims more pixels than may be decoded', async () => {
    const bomb = PNG.sync.write(gradient(8, 8));
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(16, 60_000);
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(20, 60_000);
    expect(await pictureOf('bomb.png', bomb)).toBeNull();
    const cut = PNG.sync.write(gradient(400, 400));
    expect(await pictureOf('cut.png', cut.subarray(0, cut.length >> 1))).toBeNull();
    const photo = jpeg.encode({ width: 300, height: 600, data: gradient(300, 600).data }, 80).data;
    expect(await pictureOf('cut.jpg', new Uint8Array(photo.subarray(0, 300)))).toBeNull();
    expect(await pictureOf('words.png', new Uint8Array(Buffer.from('not a picture at all, only words in a file')))).toBeNull();
  });
});

it('reads papers that an earlier version stored as text, after its vault was brought to the present form', async () => {
  const bytes = patterned(FILE_CHUNK_BYTES + 99);
  const { paperId } = await attachedPaper(engine.client, paper({ bytes }));
  await engine.lock();
  await inClosedVault(engine.folder, (vault) => {
    const table = vault.file.pluck<number>("SELECT no FROM vault_table WHERE collection = 'files'");
    for (const row of vault.pages.rowsAfter('files', 0, 100)) {
      const document = JSON.parse(row.json) as Record<string, unknown>;
      if (row.bytes)
        vault.file.run(`UPDATE c${table} SET json = ? WHERE key = ?`, [
          JSON.stringify({ ...document, data: Buffer.from(row.bytes).toString('base64') }),
          row.key,
        ]);
      else vault.file.run(`DELETE FROM c${table} WHERE key = ?`, [row.key]);
    }
    vault.file.exec(`ALTER TABLE c${table} DROP COLUMN bytes; PRAGMA user_version = 2`);
  });
  await force.signInAs('secretary');
  expect(Buffer.compare(await engine.savedPaper(paperId), bytes)).toBe(0);
  const again = await attachedPaper(engine.client, paper({ bytes }));
  expect(Buffer.compare(await engine.savedPaper(again.paperId), bytes)).toBe(0);
  expect((await sendAll(engine.client, await begin(bytes.length), bytes, FILE_CHUNK_BYTES)).ok).toBe(true);
});
