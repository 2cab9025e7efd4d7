import { timeText } from '#shared/base/time-text.ts';
import type { Instant } from '#shared/base/time.ts';
import type { PageDress } from '../os-port.ts';
import { escapeHtml } from './escape-html.ts';
import type { MinutesPrint } from './minutes-html.ts';

/** What every page says around its content. Any of the texts may be empty, except the marking. */
export interface PageWords {
  readonly marking: string;
  /** What it is, with its reference. */
  readonly what: string;
  /** Which copy it is, and for whom. */
  readonly copy: string;
  /** When it was made. */
  readonly made: string;
  readonly sample: boolean;
}

/** Millimetres around a printed page; less around one on which everything must find room. */
const USUAL = { top: 25, bottom: 23, side: 18 } as const;
const CLOSE = { top: 21, bottom: 19, side: 12 } as const;
const FONT = "font-family:'Liberation Sans',Arial,Helvetica,sans-serif;color:#14181a;-webkit-print-color-adjust:exact";
const ROW = 'display:flex;justify-content:space-between;gap:6mm;font-size:7.5pt;line-height:1.3';
const MARKING = 'text-align:center;font-size:10pt;font-weight:700;letter-spacing:0.06em';
const SAMPLE = 'SAMPLE: not a real force. ';

/** What every page carries: the marking top and bottom, what it is, its copy number, page x of y, and when it was made (duty 184). */
export function pageDress(
  { marking, what, copy, made, sample }: PageWords,
  { landscape = false, onePage = false }: { readonly landscape?: boolean; readonly onePage?: boolean } = {},
): PageDress {
  const { top, bottom, side: beside } = onePage ? CLOSE : USUAL;
  const side = (text: string, align: string, grow = 1): string =>
    `<span style="flex:${grow} 1 auto;text-align:${align};overflow:hidden;white-space:nowrap;text-overflow:ellipsis">${escapeHtml(text)}</span>`;
  // A share of the width, because Chromium draws running headers at another scale than the page.
  const strip = `${FONT};width:100%;box-sizing:border-box;padding:0 ${((100 * beside) / (landscape ? 297 : 210)).toFixed(3)}%`;
  return {
    headerHtml: `<div style="${strip}"><div style="${MARKING}">${escapeHtml(marking)}</div><div style="${ROW};margin-top:1.5mm">${side(what, 'left', 0)}${side(copy, 'right')}</div></div>`,
    footerHtml: `<div style="${strip}"><div style="${ROW};margin-bottom:1.5mm">${side(made, 'left')}<span>${sample ? SAMPLE : ''}Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div><div style="${MARKING}">${escapeHtml(marking)}</div></div>`,
    margins: { top, right: beside, bottom, left: beside },
    ...(landscape ? { landscape } : {}),
    ...(onePage ? { onePage } : {}),
  };
}

/** What the pages of minutes say around them. */
export function minutesWords({ minutes, signature, copy }: MinutesPrint): PageWords {
  return {
    marking: markingLine(minutes.marking, minutes.handling),
    what: `${minutes.title}, ${minutes.reference}`,
    copy: copy === null ? (signature === null ? 'Draft' : '') : `Copy ${copy.number} for ${copy.recipient}`,
    made: copy === null ? '' : `Made ${timeText(copy.generatedAt as Instant)}`,
    sample: minutes.sample,
  };
}

/** The running header and footer of minutes. */
export const minutesDress = (print: MinutesPrint): PageDress => pageDress(minutesWords(print));

/** `OFFICIAL-SENSITIVE - RECIPIENTS ONLY`. */
export function markingLine(marking: string, handling: string): string {
  return handling === '' ? marking : `${marking} - ${handling}`;
}
