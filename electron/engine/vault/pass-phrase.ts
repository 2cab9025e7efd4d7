import { COMMON_PASS_PHRASES, GUESSED_FIRST } from './common-pass-phrases.ts';

/** Shortest pass phrase in characters, as NIST SP 800-63B-4 asks where nothing else stands beside it: three random words of five letters. */
export const SHORTEST_PASS_PHRASE = 15;
const FEWEST_DIFFERENT_CHARACTERS = 6;
const ADVICE = 'Take three or more random words that do not belong together.';

/**
 * What speaks against a pass phrase, as sentences that say what to do; empty when it will do. It follows NCSC (three random words) and
 * NIST SP 800-63B-4, 3.1.1.2: at least fifteen characters and room for many more, any character taken and put into one Unicode form,
 * a block-list of what is common, expected or follows from the service and the person; no rules about capitals, digits or signs, no
 * hints, no change by the calendar. Wrong tries wait (back-off.ts), and a pass phrase is changed when there is reason to.
 */
export function weighPassPhrase(text: string, signInName: string): readonly string[] {
  const concerns: string[] = [];
  const plain = simplified(text);
  if (Array.from(text.normalize('NFKC')).length < SHORTEST_PASS_PHRASE)
    concerns.push(`It is shorter than ${SHORTEST_PASS_PHRASE} characters. ${ADVICE}`);
  if (new Set(plain.replaceAll(' ', '')).size < FEWEST_DIFFERENT_CHARACTERS) concerns.push(`It repeats the same few characters. ${ADVICE}`);
  else if (isOneThingAgain(plain)) concerns.push(`It is the same thing over and over. ${ADVICE}`);
  if (isRun(plain)) concerns.push(`It is a row of the keyboard or the alphabet. ${ADVICE}`);
  if (COMMON.has(plain.replaceAll(' ', ''))) concerns.push(`It is one of the first that anyone would try. ${ADVICE}`);
  else if (leftAfterGuesses(plain, signInName) < FEWEST_DIFFERENT_CHARACTERS) {
    concerns.push(
      `It is made of words that are guessed first: names of the force, of this application, months, or the sign-in name. ${ADVICE}`,
    );
  }
  return concerns;
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** As a guessing program sees it: lower case, look-alike signs as letters. */
function simplified(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[013457@$!]/g, (sign) => LOOKALIKES[sign] ?? sign)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const COMMON: ReadonlySet<string> = new Set(COMMON_PASS_PHRASES.map(simplified));
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertyuiopasdfghjklzxcvbnm',
  '1234567890qwertyuiop',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
].map(simplified);

function isRun(plain: string): boolean {
  const joined = plain.replaceAll(' ', '');
  if (joined.length < 4) return false;
  return ROWS.some((row) => {
    const twice = row + row + row;
    return twice.includes(joined) || Array.from(twice).reverse().join('').includes(joined);
  });
}

/** Something too short, repeated until it is long enough. */
function isOneThingAgain(plain: string): boolean {
  const joined = plain.replaceAll(' ', '');
  // A text is a shorter one repeated exactly when it is found inside its own double; where says how long the shorter one is.
  const repeatsAfter = joined.length === 0 ? -1 : `${joined}${joined}`.indexOf(joined, 1);
  return repeatsAfter > 0 && repeatsAfter < joined.length && repeatsAfter < SHORTEST_PASS_PHRASE;
}

/** Different letters that remain when the words guessed first and the sign-in name are taken out. */
function leftAfterGuesses(plain: string, signInName: string): number {
  let rest = plain.replaceAll(' ', '');
  const guesses = [
    ...GUESSED_FIRST,
    ...simplified(signInName)
      .split(' ')
      .filter((part) => part.length >= 3),
  ];
  for (const guess of [...guesses].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(guess, '');
  return new Set(rest.replace(/[^\p{L}]/gu, '')).size;
}
