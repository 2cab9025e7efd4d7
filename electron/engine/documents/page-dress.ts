import { timeText } from '#shared/base/time-text.ts';
import type { Instant } from '#shared/base/time.ts';
import type { PageDress } from '../os-port.ts';
import { escapeHtml } from './escape-html.ts';
import type { MinutesPrint } from './minutes-html.ts';

/** 18 of 210 mm: a share, because Chromium draws running headers at another scale than the page. */
const SIDES = 'padding:0 8.571%';
const FONT = "font-family:'Liberation Sans',Arial,Helvetica,sans-serif;color:#14181a;-webkit-print-color-adjust:exact";
const ROW = 'display:flex;justify-content:space-between;gap:6mm;font-size:7.5pt;line-height:1.3';
const MARKING = 'text-align:center;font-size:10pt;font-weight:700;letter-spacing:0.06em';

/** What every page carries: the marking top and bottom, the reference, copy number and recipient, page x of y, and when it was made (duty 184). */
export function minutesDress({ minutes, signature, copy }: MinutesPrint): PageDress {
  const marking = markingLine(minutes.marking, minutes.handling);
  const copied = copy === null ? (signature === null ? 'Draft' : '') : `Copy ${copy.number} for ${copy.recipient}`;
  const made = copy === null ? '' : `Made ${timeText(copy.generatedAt as Instant)}`;
  const side = (text: string, align: string, grow = 1): string =>
    `<span style="flex:${grow} 1 auto;text-align:${align};overflow:hidden;white-space:nowrap;text-overflow:ellipsis">${escapeHtml(text)}</span>`;
  return {
    headerHtml: `<div style="${FONT};width:100%;box-sizing:border-box;${SIDES}"><div style="${MARKING}">${escapeHtml(marking)}</div><div style="${ROW};margin-top:1.5mm">${side(`${minutes.title}, ${minutes.reference}`, 'left', 0)}${side(copied, 'right')}</div></div>`,
    footerHtml: `<div style="${FONT};width:100%;box-sizing:border-box;${SIDES}"><div style="${ROW};margin-bottom:1.5mm">${side(made, 'left')}<span>${minutes.sample ? 'SAMPLE: not a real force. ' : ''}Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div><div style="${MARKING}">${escapeHtml(marking)}</div></div>`,
    margins: { top: 25, right: 18, bottom: 23, left: 18 },
  };
}

/** `OFFICIAL-SENSITIVE - RECIPIENTS ONLY`. */
export function markingLine(marking: string, handling: string): string {
  return handling === '' ? marking : `${marking} - ${handling}`;
}
