/** Bytes a message may hold in all, how deep it may nest, and how many values it may have. */
export const MESSAGE_LIMITS = { bytes: 64 * 1024 * 1024, depth: 40, values: 500_000 } as const;

export type Measured = { readonly fits: true } | { readonly fits: false; readonly why: 'too-large' | 'not-plain'; readonly says: string };

/**
 * Whether a message from the window is plain data of a size we take: JSON values and byte arrays only, no loops, not endlessly deep.
 * Walks without recursion, so that nothing from outside can exhaust the stack.
 */
export function measure(message: unknown): Measured {
  let bytes = 0;
  let values = 0;
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: message, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    values += 1;
    if (values > MESSAGE_LIMITS.values) return tooLarge('more than half a million values');
    if (depth > MESSAGE_LIMITS.depth) return tooLarge('nested too deep');
    switch (typeof value) {
      case 'string':
        bytes += value.length * 2;
        break;
      case 'number':
        if (!Number.isFinite(value)) return notPlain('a number that is none');
        bytes += 8;
        break;
      case 'boolean':
      case 'undefined':
        bytes += 4;
        break;
      case 'object':
        if (value === null) break;
        if (value instanceof Uint8Array) {
          bytes += value.byteLength;
        } else if (Array.isArray(value)) {
          if (value.length > MESSAGE_LIMITS.values) return tooLarge('more than half a million values');
          for (const item of value) waiting.push({ value: item, depth: depth + 1 });
        } else if (isPlainObject(value)) {
          for (const [key, inner] of Object.entries(value)) {
            if (key === '__proto__') return notPlain('a name that is not allowed');
            bytes += key.length * 2;
            waiting.push({ value: inner, depth: depth + 1 });
          }
        } else {
          return notPlain('something that is not plain data');
        }
        break;
      default:
        return notPlain('something that is not plain data');
    }
    if (bytes > MESSAGE_LIMITS.bytes) return tooLarge('more than 64 MB');
  }
  return { fits: true };
}

function isPlainObject(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as unknown;
  return prototype === Object.prototype || prototype === null || Object.prototype.toString.call(value) === '[object Object]';
}
const tooLarge = (says: string): Measured => ({ fits: false, why: 'too-large', says });
const notPlain = (says: string): Measured => ({ fits: false, why: 'not-plain', says });
