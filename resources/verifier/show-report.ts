import { isInstant } from '#shared/base/time.ts';
import { timeText } from '#shared/base/time-text.ts';
import type { SealedEntry } from '#shared/contracts/sealed/sealed-format.ts';
import type { ReportedEntry, SealedReport } from '#shared/contracts/sealed/sealed-report.ts';
import { VERDICTS, WORDS } from './words.ts';

/** The verdict on a file as elements. Every text of the file goes in as text, never as HTML. */
export function showReport(report: SealedReport): DocumentFragment {
  const all = document.createDocumentFragment();
  all.append(verdict(report));
  if (report.header?.sample === true) all.append(element('p', { class: 'note' }, WORDS.sample));
  if (report.header !== null || report.seal !== null) all.append(signature(report));
  if (report.faults.length > 1) all.append(faultList(report));
  if (report.entries.length > 0) all.append(entryList(report));
  return all;
}

function verdict(report: SealedReport): HTMLElement {
  const good = report.outcome === 'whole';
  const box = element(
    'div',
    { class: `verdict ${good ? 'good' : 'bad'}`, tabindex: '-1', id: 'verdict' },
    element('h2', {}, `${good ? '✓' : '✗'} ${VERDICTS[report.outcome]}`),
    element('p', {}, report.says),
  );
  const first = report.faults.find((fault) => report.entries.some((one) => one.line === fault.line));
  if (first !== undefined) box.append(element('p', {}, element('a', { href: `#line-${first.line}` }, WORDS.goToFault)));
  return box;
}

function signature({ header, seal, countersignature, copy, sealHash, entries, withheld }: SealedReport): HTMLElement {
  const facts = element('dl', {});
  const fact = (name: string, ...said: (string | HTMLElement)[]): void => facts.append(element('dt', {}, name), element('dd', {}, ...said));
  if (header !== null) fact(WORDS.meeting, `${header.group}, ${header.force}\n${header.reference}`);
  if (seal === null) fact(WORDS.signedBy, WORDS.noSeal);
  else {
    fact(WORDS.signedBy, element('strong', {}, seal.signer.name), `, ${seal.signer.role}`);
    fact(WORDS.sealed, whenText(seal.signedAt));
  }
  if (countersignature !== null)
    fact(WORDS.witness, `${countersignature.device}, ${whenText(countersignature.at)}\n${countersignature.fingerprint}`);
  fact(WORDS.copy, ...copyText(copy, withheld.length));
  fact(WORDS.entries, String(entries.length));
  const section = element('section', {}, facts);
  if (seal !== null) {
    const compare = element(
      'dl',
      {},
      element('dt', {}, WORDS.fingerprint),
      element('dd', { class: 'mono' }, seal.fingerprint),
      element('dt', {}, WORDS.seal),
      element('dd', { class: 'mono' }, sealHash.match(/.{1,8}/g)?.join(' ') ?? ''),
    );
    section.append(
      element('h2', {}, WORDS.compareTitle),
      element('div', { class: 'compare' }, element('p', { class: 'quiet' }, WORDS.compareHelp), compare),
    );
  }
  return section;
}

function copyText(copy: SealedReport['copy'], withheld: number): string[] {
  if (copy === null) return [WORDS.notACopy];
  const lines = [WORDS.copyText(copy.number, copy.recipient, whenText(copy.madeAt))];
  if (copy.edition === 'partner') lines.push(`${WORDS.partner}. ${WORDS.withheld(withheld)}.`);
  if (!copy.sameDevice) lines.push(`${WORDS.copyByOther} ${copy.fingerprint}`);
  return [lines.join('\n')];
}

function faultList(report: SealedReport): HTMLElement {
  return element(
    'section',
    {},
    element('h2', {}, WORDS.what),
    element('ol', { class: 'faults' }, ...report.faults.map((fault) => element('li', {}, fault.says))),
  );
}

function entryList(report: SealedReport): HTMLElement {
  const firstFault = report.faults[0]?.line;
  return element(
    'section',
    {},
    element('h2', {}, WORDS.entryCount(report.entries.length)),
    element('ol', { class: 'entries' }, ...report.entries.map((one) => entryItem(one, one.line === firstFault))),
  );
}

function entryItem(one: ReportedEntry, isFirstFault: boolean): HTMLElement {
  const classes = [one.fits ? '' : 'altered', one.withheld ? 'withheld' : '', one.entry?.struck === true ? 'struck' : '']
    .filter((name) => name !== '')
    .join(' ');
  const body = element('div', {});
  const item = element(
    'li',
    { class: classes, id: `line-${one.line}`, ...(isFirstFault ? { 'aria-current': 'true' } : {}) },
    element('div', { class: 'line' }, WORDS.line(one.line)),
    body,
  );
  if (one.withheld) {
    body.append(element('h3', {}, WORDS.lineWithheld));
    if (!one.fits) body.append(element('p', { class: 'flag' }, WORDS.lineUnreadable));
    return item;
  }
  body.append(element('h3', {}, one.label === '' ? WORDS.line(one.line) : one.label, ...tagsOf(one.entry)));
  if (!one.fits) body.append(element('p', { class: 'flag' }, one.entry === null ? WORDS.lineUnreadable : WORDS.lineAltered));
  if (one.entry !== null) body.append(...contentOf(one.entry));
  return item;
}

function tagsOf(entry: SealedEntry | null): HTMLElement[] {
  if (entry === null) return [];
  return [
    ...(entry.policeOnly ? [element('span', { class: 'tag' }, WORDS.policeOnly)] : []),
    ...(entry.struck ? [element('span', { class: 'tag' }, WORDS.struck)] : []),
  ];
}

/** Rows that stay readable without a line through them when an entry was corrected. */
const ABOUT_THE_ENTRY = ['Correction', 'Reference', 'Agenda item', 'Written at', 'Written by', 'Decided at', 'Said at'];

function contentOf(entry: SealedEntry): HTMLElement[] {
  const rows = element(
    'dl',
    {},
    ...entry.rows.flatMap(([name, text]) => [
      element('dt', {}, name),
      element('dd', ABOUT_THE_ENTRY.includes(name) ? { class: 'plain' } : {}, text),
    ]),
  );
  if (entry.known.length === 0) return [rows];
  const head = element('tr', {}, ...WORDS.knownColumns.map((name) => element('th', { scope: 'col' }, name)));
  const known = entry.known.map(([kind, id, rev, digest, title]) =>
    element(
      'tr',
      {},
      element('td', {}, `${kind} `, element('span', { class: 'mono' }, id)),
      element('td', {}, title),
      element('td', { class: 'mono' }, rev),
      element('td', { class: 'mono' }, digest),
    ),
  );
  return [
    rows,
    element(
      'details',
      {},
      element('summary', {}, WORDS.known(entry.known.length)),
      element('table', {}, element('thead', {}, head), element('tbody', {}, ...known)),
    ),
  ];
}

/** A time on the clock of the force, or the text as it stands when it is not one. */
function whenText(at: string): string {
  return isInstant(at) ? timeText(at) : at;
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
  ...children: (string | Node)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== '') made.setAttribute(name, value);
  made.append(...children);
  return made;
}
