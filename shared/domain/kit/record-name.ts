/** How a record of any kind is named where records of many kinds stand together: its reference and what it is called, as far as it has either. */
export function recordName(body: unknown): string {
  const fields = body as Readonly<Record<string, unknown>>;
  const text = (name: string): string => (typeof fields[name] === 'string' ? (fields[name] as string) : '');
  const person = `${text('givenName')} ${text('familyName')}`.trim();
  const spans = fields['spans'];
  const span = Array.isArray(spans) ? (spans.at(-1) as { readonly name?: unknown } | undefined)?.name : undefined;
  const called =
    [
      text('name'),
      text('title'),
      person,
      typeof span === 'string' ? span : '',
      text('question'),
      text('what'),
      text('text'),
      text('heading'),
      text('role').replaceAll('-', ' '),
      text('reason'),
    ].find((one) => one !== '') ?? '';
  return [text('reference'), called.length > 160 ? `${called.slice(0, 159)}…` : called].filter((one) => one !== '').join(' ');
}
