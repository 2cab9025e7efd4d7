import { BrowserWindow, type Session, session } from 'electron';
import { closeContents } from '#electron/window/closed-contents.ts';
import { closeSession } from '#electron/window/closed-session.ts';
import { PRINT_POLICY } from '#electron/window/content-policy.ts';
import { pagesOfPdf } from '#shared/contracts/os/pdf-pages.ts';
import type { EngineToMain } from '#shared/contracts/os/messages.ts';
import { osText } from './text.ts';

type PrintWish = Extract<EngineToMain, { t: 'print' }>;

/** The pages as PDF, or null and the trouble as a sentence. */
export interface Printed {
  readonly bytes: Uint8Array | null;
  readonly trouble: string;
}

const MILLIMETRES_PER_INCH = 25.4;
const USUAL_MARGINS = { top: 18, right: 16, bottom: 18, left: 16 };
const LONGEST_MS = 120_000;
/** Texts of ten points come out at six. */
const SMALLEST_SCALE = 0.6;
const SCALE_STEP = 0.03;
const SHEET = 'app://print/';

const inches = (millimetres: number): number => millimetres / MILLIMETRES_PER_INCH;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function titled(html: string, title: string): string {
  if (/<title[\s>]/i.test(html)) return html;
  const tag = `<title>${escaped(title)}</title>`;
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => `${head}${tag}`) : `${tag}${html}`;
}

async function set(window: BrowserWindow, wish: PrintWish): Promise<Printed> {
  await window.loadURL(SHEET);
  return { bytes: wish.onePage === true ? await onOnePage(window, wish) : await atScale(window, wish, 1), trouble: '' };
}

/** The largest scale at which it fits one page, or the smallest that can still be read: it is then for the engine to refuse what came of it. */
async function onOnePage(window: BrowserWindow, wish: PrintWish): Promise<Uint8Array> {
  const whole = await atScale(window, wish, 1);
  if (pagesOfPdf(whole) <= 1) return whole;
  let best = await atScale(window, wish, SMALLEST_SCALE);
  if (pagesOfPdf(best) > 1) return best;
  let [fits, tooLarge] = [SMALLEST_SCALE, 1];
  while (tooLarge - fits > SCALE_STEP) {
    const scale = (fits + tooLarge) / 2;
    const tried = await atScale(window, wish, scale);
    if (pagesOfPdf(tried) > 1) tooLarge = scale;
    else {
      fits = scale;
      best = tried;
    }
  }
  return best;
}

async function atScale(window: BrowserWindow, wish: PrintWish, scale: number): Promise<Uint8Array> {
  const margins = wish.margins ?? USUAL_MARGINS;
  const pdf = await window.webContents.printToPDF({
    pageSize: 'A4',
    scale,
    landscape: wish.landscape === true,
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter: wish.headerHtml !== undefined || wish.footerHtml !== undefined,
    // An empty template would bring Chromium's own header with the date and address.
    headerTemplate: wish.headerHtml ?? '<span></span>',
    footerTemplate: wish.footerHtml ?? '<span></span>',
    margins: { top: inches(margins.top), right: inches(margins.right), bottom: inches(margins.bottom), left: inches(margins.left) },
  });
  return new Uint8Array(pdf);
}

let closed: Session | undefined;

/** A partition in memory only, apart from the window's, emptied after every document. */
function printSession(): Session {
  if (closed === undefined) {
    closed = session.fromPartition('print', { cache: false });
    closeSession(closed, [SHEET]);
  }
  return closed;
}

function serve(partition: Session, html: string): void {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': PRINT_POLICY,
    'x-content-type-options': 'nosniff',
  };
  partition.protocol.handle('app', (request) =>
    request.url === SHEET ? new Response(html, { headers }) : new Response(null, { status: 404 }),
  );
}

async function setInClosedWindow(wish: PrintWish): Promise<Printed> {
  const partition = printSession();
  serve(partition, titled(wish.html, wish.title));
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: partition,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
      devTools: false,
    },
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Printed>((resolve) => {
    timer = setTimeout(() => resolve({ bytes: null, trouble: osText.print.late }), LONGEST_MS);
  });
  try {
    closeContents(window.webContents);
    return await Promise.race([set(window, wish), late]);
  } finally {
    clearTimeout(timer);
    window.destroy();
    partition.protocol.unhandle('app');
    await partition.clearStorageData();
  }
}

let previous: Promise<unknown> = Promise.resolve();

/** Sets a self-contained page as an A4 PDF in a window of its own that runs no script and reaches nothing. One at a time. */
export function printToPdf(wish: PrintWish): Promise<Printed> {
  const printed = previous.then(() => setInClosedWindow(wish)).catch((): Printed => ({ bytes: null, trouble: osText.print.failed }));
  previous = printed;
  return printed;
}
