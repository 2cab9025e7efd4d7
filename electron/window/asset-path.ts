import { extname, resolve, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** One file of the page, or null when the address leads anywhere else. */
export interface Asset {
  readonly path: string;
  readonly type: string;
}

/**
 * The file an address of the page stands for. An address without an ending is a place within the page, so it is the page itself.
 * Null for anything that would lead out of the folder, cannot be read as a path, or is of a type the page does not consist of.
 */
export function assetAt(folder: string, url: string): Asset | null {
  let way: string;
  try {
    way = decodeURIComponent(new URL(url).pathname);
  } catch {
    return null;
  }
  if (/[\u0000-\u001F\\:]/.test(way) || way.split('/').includes('..')) return null;
  const path = resolve(folder, extname(way) === '' ? 'index.html' : `.${way}`);
  if (!path.startsWith(`${resolve(folder)}${sep}`)) return null;
  const type = TYPES[extname(path).toLowerCase()];
  return type === undefined ? null : { path, type };
}
