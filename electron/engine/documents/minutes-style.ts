/**
 * How printed minutes look: A4, black on white, no colour that carries meaning by itself. Written for Chromium 114,
 * which has no page-margin boxes: marking, reference and page numbers come as running header and footer (`page-dress.ts`).
 */
export const MINUTES_STYLE = `
@page { size: A4; }
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
th.section { padding-top: 3.2mm; border-bottom-width: 0.4pt; }
td .police-only { margin-left: 0; }
td.narrow, th.narrow { white-space: nowrap; }
.muted { color: #4a5356; }
.item > h2 .number { display: inline-block; min-width: 8mm; }
.item .about { margin: 0 0 2.5mm; color: #4a5356; break-after: avoid; }
.outcome { margin: 3mm 0 0; font-weight: 700; break-inside: avoid; break-before: avoid; }
.entry { display: grid; grid-template-columns: 8mm 1fr; column-gap: 3mm; margin: 0 0 3mm; }
.entry > .place { color: #4a5356; font-size: 8.5pt; padding-top: 0.5mm; }
.entry h3 { display: flex; justify-content: space-between; gap: 4mm; margin-bottom: 0.8mm; }
.entry h3 .times { font-weight: 400; font-size: 8.5pt; color: #4a5356; white-space: nowrap; padding-top: 0.4mm; }
.entry.short, .entry.withheld { break-inside: avoid; }
.entry.decision { border: 0.8pt solid #14181a; padding: 3mm 3.5mm 3mm 2mm; margin: 4mm 0; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.entry.decision .text { font-weight: 700; margin-bottom: 2.2mm; }
.entry.action { border-left: 2.4pt solid #14181a; padding-left: 2mm; }
.entry.withheld { color: #4a5356; font-style: italic; }
.correction { font-style: italic; margin: 0 0 1.6mm; }
.struck .struck-text { text-decoration: line-through; text-decoration-thickness: 0.5pt; text-decoration-color: #5d676a; color: #2c3437; }
.struck .text { font-weight: 400 !important; }
.police-only { font-size: 8pt; font-weight: 700; letter-spacing: 0.04em; border: 0.7pt solid #14181a; padding: 0 1.2mm; white-space: nowrap; margin-left: 2mm; }
dl.parts { margin: 1.2mm 0 0; display: grid; grid-template-columns: 33mm 1fr; gap: 1.2mm 3mm; font-size: 9.5pt; line-height: 1.38; }
dl.parts dt { color: #4a5356; break-after: avoid; }
dl.parts dd { margin: 0; }
dl.parts ul { margin: 0; padding-left: 4mm; }
dl.parts li { margin-bottom: 0.6mm; }
.signature { break-inside: avoid; border: 1.2pt solid #14181a; padding: 4.5mm 5mm; margin-top: 8mm; }
.signature h2 { margin: 0 0 2.5mm; border: 0; padding: 0; }
.signature .mono, td.mono { font-family: "Liberation Mono", "DejaVu Sans Mono", Consolas, monospace; font-size: 8.8pt; }
.watermark { position: fixed; inset: 0; display: flex; align-items: center; justify-content: center; z-index: -1; }
.watermark span { font-size: 112pt; font-weight: 700; letter-spacing: 0.08em; white-space: nowrap; color: #eef1f1; transform: rotate(-54deg); }
`;
