/** One line for the log about a fault of ours: where it happened and the frames it came through, never a message, because messages can quote what people wrote. */
export function contentFreeLine(where: string, error: unknown): string {
  const name = error instanceof Error ? error.name : typeof error;
  const code =
    error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[A-Z_0-9]{2,40}$/.test(error.code)
      ? ` ${error.code}`
      : '';
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const short = frames.slice(0, 8).map((line) => line.trim().replace(/\(?(?:file:\/\/)?[^\s()]*[\\/]([^\\/()]+)\)?$/, '($1)'));
  return `engine fault in ${where}: ${name}${code} ${short.join(' ')}`.slice(0, 2000);
}
