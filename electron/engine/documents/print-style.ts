/**
 * How every printed page looks: A4, black on white, no colour that carries meaning by itself. Written for Chromium 114,
 * which has no page-margin boxes: marking, reference and page numbers come as running header and footer (`page-dress.ts`).
 */
export const PRINT_STYLE = `
* { box-sizing: border-box; }
html { font: 10.25pt/1.42 "Liberation Sans", Arial, "Helvetica Neue", Helvetica, sans-serif; color: #14181a; font-variant-numeric: tabular-nums; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; overflow-wrap: anywhere; hyphens: manual; }
p { margin: 0 0 1.6mm; orphans: 3; widows: 3; }
p:last-child { margin-bottom: 0; }
h1, h2, h3 { break-after: avoid; margin: 0; line-height: 1.2; font-weight: 700; }
h1 { font-size: 21pt; letter-spacing: -0.01em; }
h2 { font-size: 13pt; margin: 8mm 0 2.5mm; padding-bottom: 1.2mm; border-bottom: 0.6pt solid #14181a; }
h3 { font-size: 10.25pt; }
.force { font-size: 10.25pt; font-weight: 700; margin: 0 0 5mm; }
.group { font-size: 13pt; margin: 1.2mm 0 0; }
.reference { font-family: "Liberation Mono", "DejaVu Sans Mono", Consolas, monospace; font-size: 9.5pt; }
.title { border-bottom: 1.6pt solid #14181a; padding-bottom: 4.5mm; margin-bottom: 4.5mm; }
.title .reference { margin: 2mm 0 0; font-size: 10.25pt; }
.notice { border-left: 2.4pt solid #14181a; padding: 1.2mm 0 1.2mm 4mm; margin: 4mm 0; break-inside: avoid; }
dl.facts { display: grid; grid-template-columns: 36mm 1fr; gap: 1mm 4mm; margin: 0; }
dl.facts dt { color: #4a5356; }
dl.facts dd { margin: 0; }
table { width: 100%; border-collapse: collapse; font-size: 9.5pt; line-height: 1.35; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { text-align: left; font-weight: 700; vertical-align: bottom; border-bottom: 0.9pt solid #14181a; padding: 0 3mm 1.2mm 0; }
td { text-align: left; vertical-align: top; border-bottom: 0.4pt solid #aab2b4; padding: 1.6mm 3mm 1.6mm 0; }
th:last-child, td:last-child { padding-right: 0; }
td.narrow, th.narrow { white-space: nowrap; }
.muted { color: #4a5356; }
.police-only { font-size: 8pt; font-weight: 700; letter-spacing: 0.04em; border: 0.7pt solid #14181a; padding: 0 1.2mm; white-space: nowrap; margin-left: 2mm; }
.watermark { position: fixed; inset: 0; display: flex; align-items: center; justify-content: center; z-index: -1; }
.watermark span { font-size: 112pt; font-weight: 700; letter-spacing: 0.08em; white-space: nowrap; color: #eef1f1; transform: rotate(-54deg); }
`;
