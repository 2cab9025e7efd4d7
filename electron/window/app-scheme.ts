import { net, protocol, type Session } from 'electron';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { PAGE_ORIGIN } from '#shared/contracts/bridge/announcements.ts';
import { assetAt } from './asset-path.ts';
import { EMPTY_POLICY, pagePolicy, PERMISSIONS_POLICY } from './content-policy.ts';

/** An empty page on an origin of its own, so that the page before it, and the process that held it, are gone. */
export const EMPTY_PAGE = 'app://empty/';

/** What the page's `index.html` carries where the document's nonce belongs. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__';

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': PERMISSIONS_POLICY,
  'cache-control': 'no-store',
} as const;

const none = (status: number): Response => new Response(null, { status, headers: ALWAYS });

function page(html: string, devSocket: string | null): Response {
  const nonce = randomBytes(18).toString('base64');
  return new Response(html.replaceAll(NONCE_PLACEHOLDER, nonce), {
    headers: { ...ALWAYS, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': pagePolicy(nonce, devSocket) },
  });
}

/** Where the page's files come from: a folder of built files, or, while developing only, a development server. */
export type PageSource = { readonly from: 'folder'; readonly folder: string } | { readonly from: 'server'; readonly address: string };

async function fromFolder(folder: string, url: string): Promise<Response> {
  const asset = assetAt(folder, url);
  if (asset === null) return none(404);
  try {
    const bytes = await readFile(asset.path);
    if (asset.type.startsWith('text/html')) return page(bytes.toString('utf8'), null);
    return new Response(new Uint8Array(bytes), { headers: { ...ALWAYS, 'content-type': asset.type } });
  } catch {
    return none(404);
  }
}

/** The address by which a development server tells the page of changes. */
export function socketOf(address: string): string {
  return address.replace(/^http/, 'ws').replace(/\/$/, '');
}

async function fromServer(address: string, url: string): Promise<Response> {
  const wanted = new URL(url);
  const answer = await net.fetch(new URL(`${wanted.pathname}${wanted.search}`, address).href, { bypassCustomProtocolHandlers: true });
  const type = answer.headers.get('content-type') ?? '';
  if (type.startsWith('text/html')) return page(await answer.text(), socketOf(address));
  return new Response(answer.body, { status: answer.status, headers: { ...ALWAYS, 'content-type': type } });
}

/** Must run before the application is ready. */
export function claimAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the page and the empty page to one session, and nothing else. */
export function serveApp(session: Session, source: PageSource): void {
  session.protocol.handle('app', async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return none(405);
    if (request.url === EMPTY_PAGE) {
      return new Response('<!doctype html><html lang="en-GB"><title>Cordon</title></html>', {
        headers: { ...ALWAYS, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': EMPTY_POLICY },
      });
    }
    if (!request.url.startsWith(`${PAGE_ORIGIN}/`)) return none(404);
    return source.from === 'folder' ? await fromFolder(source.folder, request.url) : await fromServer(source.address, request.url);
  });
}
