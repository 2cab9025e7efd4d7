import { verifySealed } from '#shared/contracts/sealed/verify-sealed.ts';
import { showReport } from './show-report.ts';
import { WORDS } from './words.ts';

/** The one element of this id; the page is ours, so a missing one is a bug. */
function part<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`no element #${id}`);
  return found;
}

const chooser = part('chooser', HTMLFormElement);
const input = part('file', HTMLInputElement);
const report = part('report', HTMLElement);
const chosen = part('chosen', HTMLElement);
let latest = 0;

async function check(file: File): Promise<void> {
  latest += 1;
  const mine = latest;
  chosen.textContent = WORDS.checking(file.name);
  report.replaceChildren();
  mark('');
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    // Lets "Checking" be painted before the work begins: a large file takes seconds.
    await new Promise((resolve) => setTimeout(resolve));
    if (mine !== latest) return;
    const verdict = verifySealed(bytes);
    chosen.textContent = WORDS.chosen(file.name, sizeText(bytes.length));
    report.replaceChildren(showReport(verdict));
    mark(verdict.header === null ? '' : [verdict.header.marking, verdict.header.handling].filter((text) => text !== '').join(' - '));
    document.title = `${file.name} - Cordon verifier`;
    document.getElementById('verdict')?.focus();
  } catch {
    if (mine === latest) chosen.textContent = WORDS.cannotRead;
  }
}

/** Shows the file's protective marking at the top and bottom of the page. */
function mark(text: string): void {
  for (const id of ['marking-top', 'marking-bottom']) {
    const strip = part(id, HTMLElement);
    strip.textContent = text;
    strip.hidden = text === '';
  }
}

function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

input.addEventListener('change', () => {
  const [file] = input.files ?? [];
  if (file !== undefined) void check(file);
  // So that choosing the same file again, after it was put right, is noticed.
  input.value = '';
});
chooser.addEventListener('submit', (event) => event.preventDefault());
document.addEventListener('dragover', (event) => {
  event.preventDefault();
  chooser.classList.add('over');
});
document.addEventListener('dragleave', () => chooser.classList.remove('over'));
document.addEventListener('drop', (event) => {
  event.preventDefault();
  chooser.classList.remove('over');
  const [file] = event.dataTransfer?.files ?? [];
  if (file !== undefined) void check(file);
});
