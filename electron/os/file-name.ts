import { basename, relative, sep } from 'node:path';

/** A name that is only a name: no folders, no hidden file, nothing a file system would choke on. */
export function plainFileName(suggested: string): string {
  const name = basename(suggested.replaceAll('\\', '/'))
    .replace(/[\u0000-\u001F\u007F<>:"|?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 150);
  return name === '' ? 'Cordon' : name;
}

/** True when `path` lies in `folder` or is it. */
export function liesWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !way.startsWith(sep) && !/^[A-Za-z]:/.test(way));
}
