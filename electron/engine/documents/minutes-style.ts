import { PRINT_STYLE } from './print-style.ts';

/** How printed minutes look: every printed page, and their entries, decisions and signature. */
export const MINUTES_STYLE = `
@page { size: A4; }
${PRINT_STYLE}
th.section { padding-top: 3.2mm; border-bottom-width: 0.4pt; }
td .police-only { margin-left: 0; }
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
dl.parts { margin: 1.2mm 0 0; display: grid; grid-template-columns: 33mm 1fr; gap: 1.2mm 3mm; font-size: 9.5pt; line-height: 1.38; }
dl.parts dt { color: #4a5356; break-after: avoid; }
dl.parts dd { margin: 0; }
dl.parts ul { margin: 0; padding-left: 4mm; }
dl.parts li { margin-bottom: 0.6mm; }
.signature { break-inside: avoid; border: 1.2pt solid #14181a; padding: 4.5mm 5mm; margin-top: 8mm; }
.signature h2 { margin: 0 0 2.5mm; border: 0; padding: 0; }
.signature .mono, td.mono { font-family: "Liberation Mono", "DejaVu Sans Mono", Consolas, monospace; font-size: 8.8pt; }
`;
