import { assertNever } from '#shared/base/assert-never.ts';
import type { Block, TableColumn } from '#shared/contracts/document/print-document.ts';
import { proseParts } from '#shared/contracts/document/prose.ts';
import { cellsOf, type DocumentPrint } from './document-print.ts';
import { escapeHtml, paragraphsHtml } from './escape-html.ts';
import { PRINT_STYLE } from './print-style.ts';

const STYLE = `
${PRINT_STYLE}
section { margin: 0 0 4mm; }
h4 { font-size: 10.25pt; font-weight: 400; font-style: italic; margin: 3mm 0 0.8mm; break-after: avoid; line-height: 1.2; }
h3 { margin: 4.5mm 0 1mm; }
ul { margin: 0 0 1.6mm; padding-left: 5mm; }
li { margin-bottom: 0.6mm; }
table { table-layout: fixed; margin: 0 0 4mm; }
caption { text-align: left; font-weight: 700; padding: 0 0 1.5mm; break-after: avoid; }
th.end, td.end { text-align: right; }
td p { margin: 0 0 0.8mm; }
dl.facts { margin: 0 0 4mm; }
figure { margin: 3mm 0 5mm; break-inside: avoid; }
figure.table { break-inside: auto; }
figure img { display: block; width: 100%; height: auto; margin: 1.5mm 0; }
figcaption { font-weight: 700; break-after: avoid; }
.source { font-size: 8.5pt; color: #4a5356; margin: 1mm 0 0; }
.break { break-before: page; height: 0; }
.one-page .title { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 5mm; padding-bottom: 1.5mm; margin-bottom: 2.5mm; }
.one-page .title p { margin: 0; font-size: 10.25pt; }
.one-page h1 { font-size: 16pt; }
.one-page .notice { margin: 2mm 0; padding: 0.4mm 0 0.4mm 3mm; }
.one-page dl.facts { display: flex; flex-wrap: wrap; gap: 0 6mm; margin: 0 0 2mm; }
.one-page dl.facts dt { margin-right: -4mm; }
.one-page td { padding-top: 1mm; padding-bottom: 1mm; }
`;

/** A document as a self-contained page for printing. Nothing it says can become markup: texts are escaped, and a figure is a picture that runs and loads nothing. */
export function documentHtml({ document, force, sample }: DocumentPrint): string {
  const size = document.layout === 'landscape' ? 'A4 landscape' : 'A4';
  // A page on its side leaves a steep watermark no room.
  const style = document.layout === 'landscape' ? `${STYLE}.watermark span { transform: rotate(-32deg); }` : STYLE;
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${escapeHtml([document.title, document.reference].filter((text) => text !== '').join(', '))}</title><style>@page { size: ${size}; }${style}</style></head>
<body>${sample ? '<div class="watermark" aria-hidden="true"><span>SAMPLE</span></div>' : ''}
<main${document.onePage ? ' class="one-page"' : ''}>
<header class="title">
<p class="force">${escapeHtml(force)}</p>
<h1>${escapeHtml(document.title)}</h1>
${document.subtitle === '' ? '' : `<p class="group">${escapeHtml(document.subtitle)}</p>`}
${document.reference === '' ? '' : `<p class="reference">${escapeHtml(document.reference)}</p>`}
</header>
${document.blocks.map(blockHtml).join('\n')}
</main></body></html>`;
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `<h${block.level + 1}>${escapeHtml(block.text)}</h${block.level + 1}>`;
    case 'prose':
      return proseHtml(block.text);
    case 'facts':
      return `<dl class="facts">${block.rows.map(({ label, text }) => `<dt>${escapeHtml(label)}</dt><dd>${proseHtml(text)}</dd>`).join('')}</dl>`;
    case 'table':
      return tableHtml(block.caption, block.columns, block.rows);
    case 'figure':
      return figureHtml(block);
    case 'notice':
      return `<p class="notice">${escapeHtml(block.text)}</p>`;
    case 'page-break':
      return '<div class="break"></div>';
    default:
      return assertNever(block);
  }
}

function proseHtml(text: string): string {
  return proseParts(text)
    .map((part) =>
      part.type === 'paragraph'
        ? paragraphsHtml(part.text)
        : `<ul>${part.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`,
    )
    .join('');
}

function tableHtml(caption: string, columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  const whole = columns.reduce((sum, column) => sum + (column.share ?? 1), 0);
  const end = (column: TableColumn | undefined): string => (column?.align === 'end' ? ' class="end"' : '');
  const widths = columns.map((column) => `<col style="width:${((100 * (column.share ?? 1)) / whole).toFixed(2)}%">`).join('');
  const heads = columns.map((column) => `<th scope="col"${end(column)}>${escapeHtml(column.title)}</th>`).join('');
  const body = rows.map(
    (row) =>
      `<tr>${cellsOf(columns, row)
        .map((cell, index) => `<td${end(columns[index])}>${paragraphsHtml(cell)}</td>`)
        .join('')}</tr>`,
  );
  return `<table>${caption === '' ? '' : `<caption>${escapeHtml(caption)}</caption>`}<colgroup>${widths}</colgroup><thead><tr>${heads}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function figureHtml({ title, source, svg, columns, rows }: Extract<Block, { type: 'figure' }>): string {
  const named = `<figcaption>${escapeHtml(title)}</figcaption>`;
  const from = `<p class="source">${escapeHtml(source)}</p>`;
  if (svg === '') return `<figure class="table">${named}${tableHtml('', columns, rows)}${from}</figure>`;
  const picture = Buffer.from(svg, 'utf8').toString('base64');
  return `<figure>${named}<img alt="${escapeHtml(title)}" src="data:image/svg+xml;base64,${picture}">${from}</figure>`;
}
