import canonicalize from 'canonicalize';

/** RFC 8785 canonical JSON: the same value gives the same text everywhere, so it can be hashed and signed. Throws on what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('value has no canonical JSON');
  return text;
}
