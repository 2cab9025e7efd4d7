import type {
  CopyShown,
  DocumentEntry,
  DocumentItem,
  Fact,
  MinutesDocument,
  Part,
  SignatureShown,
} from '#shared/domain/minutes/minutes-document.ts';
import { timeText } from '#shared/base/time-text.ts';
import type { Instant } from '#shared/base/time.ts';
import { ATTENDANCE_SECTIONS, attendanceIn } from './attendance-sections.ts';
import { escapeHtml, paragraphsHtml } from './escape-html.ts';
import { MINUTES_STYLE } from './minutes-style.ts';

/** What is printed: the minutes, and what belongs to this printing of them. */
export interface MinutesPrint {
  readonly minutes: MinutesDocument;
  /** Null before the chair has signed: then the pages say that they are a draft. */
  readonly signature: SignatureShown | null;
  /** Null for a preview. */
  readonly copy: CopyShown | null;
}

/** The minutes as a self-contained page for printing: semantic headings, table headers and reading order, so that the PDF carries tags. */
export function minutesHtml({ minutes, signature, copy }: MinutesPrint): string {
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${escapeHtml(`${minutes.title}, ${minutes.group}, ${minutes.reference}`)}</title><style>${MINUTES_STYLE}</style></head>
<body>${minutes.sample ? '<div class="watermark" aria-hidden="true"><span>SAMPLE</span></div>' : ''}
<main>
<header class="title">
<p class="force">${escapeHtml(minutes.force)}</p>
<h1>${escapeHtml(minutes.title)}</h1>
<p class="group">${escapeHtml(minutes.group)}</p>
<p class="reference">${escapeHtml(minutes.reference)}</p>
</header>
${factsHtml([...minutes.facts, ...copyFacts(minutes, copy)])}
${signature === null ? notice('Draft. The chair has not signed these minutes.') : ''}
${withheldHtml(minutes)}
${attendanceHtml(minutes)}
${papersHtml(minutes)}
${minutes.items.map(itemHtml).join('\n')}
${actionsHtml(minutes)}
${minutes.closing.length === 0 ? '' : `<section><h2>Closing</h2>${factsHtml(minutes.closing)}</section>`}
${signature === null ? '' : signatureHtml(signature)}
</main></body></html>`;
}

function copyFacts(minutes: MinutesDocument, copy: CopyShown | null): Fact[] {
  if (copy === null) return [];
  const edition = minutes.edition === 'partner' ? ', partner’s copy' : '';
  return [
    { name: 'This copy', text: `Copy ${copy.number} for ${copy.recipient}${edition}, made ${timeText(copy.generatedAt as Instant)}` },
  ];
}

function factsHtml(facts: readonly Fact[]): string {
  return `<dl class="facts">${facts.map((fact) => `<dt>${escapeHtml(fact.name)}</dt><dd>${paragraphsHtml(fact.text)}</dd>`).join('')}</dl>`;
}

function withheldHtml({ withheld, edition }: MinutesDocument): string {
  if (edition === 'full') return '';
  if (withheld === null) return notice('Partner’s copy. Nothing was withheld from it.');
  return notice(
    `Partner’s copy. Withheld from it as police only: ${withheld.says}. The numbers of what is withheld are left in their places.`,
  );
}

function attendanceHtml({ attendance }: MinutesDocument): string {
  if (attendance.length === 0) return '';
  const sections = ATTENDANCE_SECTIONS.map((section) => {
    const lines = attendanceIn(attendance, section.statuses);
    if (lines.length === 0) return '';
    const rows = lines.map(
      (line) =>
        `<tr><td>${escapeHtml(line.name)}</td><td>${escapeHtml(line.role)}</td><td>${escapeHtml(line.agency === '' ? '' : line.agency)}</td><td>${escapeHtml(line.remark)}</td></tr>`,
    );
    return `<tbody><tr><th colspan="4" scope="rowgroup" class="section">${section.title}</th></tr>${rows.join('')}</tbody>`;
  });
  return `<section><h2>Attendance</h2><table class="attendance"><colgroup><col style="width:33%"><col style="width:24%"><col style="width:18%"><col style="width:25%"></colgroup>
<thead><tr><th scope="col">Name</th><th scope="col">Role</th><th scope="col">Agency</th><th scope="col">Remarks</th></tr></thead>${sections.join('')}</table></section>`;
}

function papersHtml({ papers }: MinutesDocument): string {
  if (papers.length === 0) return '';
  const rows = papers.map(
    (paper) =>
      `<tr><td>${escapeHtml(paper.title)}${policeOnlyHtml(paper.policeOnly)}</td><td>${escapeHtml(paper.paperType)}</td><td class="narrow">${escapeHtml(paper.asOf)}</td><td>${escapeHtml(paper.confidence)}</td><td class="mono">${paper.digest.slice(0, 16)}</td></tr>`,
  );
  return `<section><h2>Papers</h2><table><thead><tr><th scope="col">Title</th><th scope="col">Type</th><th scope="col">As of</th><th scope="col">Confidence</th><th scope="col">SHA-256 begins</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

function itemHtml(item: DocumentItem): string {
  const number = item.number === 0 ? '' : `<span class="number">${item.number}.</span> `;
  if (item.withheld) return `<section class="item"><h2>${number}<span class="muted">${escapeHtml(item.title)}</span></h2></section>`;
  const about = [item.purpose, item.lead === '' ? '' : `Lead: ${item.lead}.`, item.carried === '' ? '' : `${item.carried}.`]
    .filter((text) => text !== '')
    .join(' ');
  return `<section class="item"><h2>${number}${escapeHtml(item.title)}${policeOnlyHtml(item.policeOnly)}</h2>
${about === '' ? '' : `<p class="about">${escapeHtml(about)}</p>`}
${item.entries.map(entryHtml).join('\n')}
${item.outcome === '' ? '' : `<p class="outcome">Outcome: ${escapeHtml(item.outcome)}</p>`}</section>`;
}

/** Below this length an entry is kept on one page. */
const SHORT_ENTRY = 600;

function entryHtml(entry: DocumentEntry): string {
  if (entry.kind === 'withheld')
    return `<div class="entry withheld"><div class="place">${entry.entry}</div><div>${escapeHtml(entry.heading)}</div></div>`;
  const length = entry.text.length + entry.parts.reduce((sum, part) => sum + part.texts.join('').length, 0);
  const short = length < (entry.kind === 'decision' ? SHORT_ENTRY * 3 : SHORT_ENTRY);
  return `<div class="entry ${entry.kind}${entry.struck ? ' struck' : ''}${short ? ' short' : ''}"><div class="place">${entry.entry === 0 ? '' : entry.entry}</div><div>
<h3><span>${escapeHtml(entry.heading)}${policeOnlyHtml(entry.policeOnly)}</span><span class="times">${escapeHtml(entry.times)}</span></h3>
${entry.correction === '' ? '' : `<p class="correction">${escapeHtml(entry.correction)}.</p>`}
<div class="text">${entry.struck ? `<del class="struck-text">${paragraphsHtml(entry.text)}</del>` : paragraphsHtml(entry.text)}</div>
${entry.parts.length === 0 ? '' : `<dl class="parts">${entry.parts.map((part) => partHtml(part, entry.struck)).join('')}</dl>`}
</div></div>`;
}

function partHtml(part: Part, struck: boolean): string {
  const [only] = part.texts;
  const said =
    part.texts.length === 1 && only !== undefined
      ? paragraphsHtml(only)
      : `<ul>${part.texts.map((text) => `<li>${paragraphsHtml(text)}</li>`).join('')}</ul>`;
  return `<dt>${escapeHtml(part.name)}</dt><dd${struck ? ' class="struck-text"' : ''}>${said}</dd>`;
}

function actionsHtml({ actions }: MinutesDocument): string {
  if (actions.length === 0) return '<section><h2>Actions</h2><p>No action was raised.</p></section>';
  const rows = actions.map(
    (action) =>
      `<tr><td class="narrow">${action.short}</td><td>${paragraphsHtml(action.text)}${policeOnlyHtml(action.policeOnly)}</td><td>${escapeHtml(action.owner)}${action.supporters === '' ? '' : `<br><span class="muted">with ${escapeHtml(action.supporters)}</span>`}</td><td class="narrow">${escapeHtml(action.due)}</td><td>${escapeHtml(action.from)}</td></tr>`,
  );
  return `<section><h2>Actions</h2><table class="actions"><colgroup><col style="width:8%"><col style="width:40%"><col style="width:22%"><col style="width:18%"><col style="width:12%"></colgroup>
<thead><tr><th scope="col">No.</th><th scope="col">Action</th><th scope="col">Owner</th><th scope="col">Due</th><th scope="col">From</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

function signatureHtml(signature: SignatureShown): string {
  return `<section class="signature"><h2>Signed</h2>
<p><strong>${escapeHtml(signature.signerName)}</strong>, ${escapeHtml(signature.role)}, ${timeText(signature.signedAt as Instant)}</p>
<dl class="facts"><dt>Key fingerprint</dt><dd class="mono">${escapeHtml(signature.fingerprint)}</dd><dt>Seal</dt><dd class="mono">${escapeHtml(signature.sealHash.match(/.{1,8}/g)?.join(' ') ?? '')}</dd></dl>
<p class="muted" style="margin-top:2.5mm">The seal covers all ${signature.lines} entries of the sealed file of this meeting. Open that file in the Cordon verifier and compare the fingerprint and the seal it shows with the ones printed here.</p></section>`;
}

const notice = (text: string): string => `<p class="notice">${escapeHtml(text)}</p>`;
const policeOnlyHtml = (policeOnly: boolean): string => (policeOnly ? ' <span class="police-only">POLICE ONLY</span>' : '');
