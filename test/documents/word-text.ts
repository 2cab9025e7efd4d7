import { inflateRawSync } from 'node:zlib';

/** Everything readable in a Word document: its parts unpacked. */
export function wordText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes);
  let text = '';
  for (let at = buffer.indexOf('PK\u0001\u0002', 0, 'latin1'); at !== -1; at = buffer.indexOf('PK\u0001\u0002', at + 4, 'latin1')) {
    const [method, size, header] = [buffer.readUInt16LE(at + 10), buffer.readUInt32LE(at + 20), buffer.readUInt32LE(at + 42)];
    const start = header + 30 + buffer.readUInt16LE(header + 26) + buffer.readUInt16LE(header + 28);
    const part = buffer.subarray(start, start + size);
    text += (method === 8 ? inflateRawSync(part) : part).toString('utf8');
  }
  return text;
}
