import { z } from 'zod';
import { hasForbiddenCharacters } from './text.ts';
import { type Day, type Instant, isDay, isInstant } from './time.ts';

/** Ids are 20 characters of Crockford base32 (100 random bits), so that they tell nothing of order or number. */
export const ID_LENGTH = 20;
const ID_ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Makes an id from 20 random numbers in 0..31 that the caller hands in. */
export function idFromRandom(random: ArrayLike<number>): string {
  if (random.length < ID_LENGTH) throw new Error('an id needs 20 random numbers');
  return Array.from({ length: ID_LENGTH }, (_unused, index) => ID_ALPHABET[(random[index] ?? 0) & 31]).join('');
}

/** A record id from outside. */
export const idShape = z.string().regex(/^[0-9a-z][0-9a-z:@.-]{0,63}$/, 'This is not a reference Cordon made.');
/** A record id, or empty for "none". */
export const maybeIdShape = z.union([z.literal(''), idShape]);

export const instantShape = z
  .string()
  .refine(isInstant, 'Give a date and time between 1900 and 2199.')
  .transform((text) => text as Instant);
export const dayShape = z
  .string()
  .refine(isDay, 'Give a date between 1900 and 2199.')
  .transform((text) => text as Day);
/** A day, or empty for "none" or "until further notice". */
export const maybeDayShape = z.union([z.literal(''), dayShape]);
export const maybeInstantShape = z.union([z.literal(''), instantShape]);

const clean = (text: string): boolean => !hasForbiddenCharacters(text);
const UNCLEAN = 'This text holds hidden control or direction-changing characters. Remove them and try again.';

/** How much must go, for someone who pasted more than fits. */
const tooLong = (max: number) => ({
  error: ({ input }: { readonly input?: unknown }) =>
    `Use at most ${max.toLocaleString('en-GB')} characters: this has ${String(input).length.toLocaleString('en-GB')}.`,
});

/** One line that must say something, at most `max` characters. */
export const lineShape = (max = 200) =>
  z
    .string()
    .trim()
    .min(1, 'Fill this in.')
    .max(max, tooLong(max))
    .refine((text) => !/[\n\t]/.test(text), 'Use a single line.')
    .refine(clean, UNCLEAN);
/** One line that may be empty. */
export const maybeLineShape = (max = 200) => z.union([z.literal(''), lineShape(max)]);
/** Several lines that must say something. */
export const proseShape = (max = 20_000) => z.string().trim().min(1, 'Fill this in.').max(max, tooLong(max)).refine(clean, UNCLEAN);
export const maybeProseShape = (max = 20_000) => z.union([z.literal(''), proseShape(max)]);
/** Several lines as typed: trimmed, and empty when there is nothing but space, so that a rule can say what is missing. */
export const typedProseShape = (max = 20_000) => z.string().trim().pipe(maybeProseShape(max));
