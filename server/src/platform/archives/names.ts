import { Refused } from './limits.ts';

/**
 * The clean `/` separated path of a name found in an archive. Refused: absolute, `..`, drive letters, NUL, over-long.
 * Backslashes are separators: some Windows programs write them.
 */
export function cleanPath(name: string, mostCharacters: number): string {
  const slashed = name.replaceAll('\\', '/');
  if (slashed.includes('\0') || slashed.startsWith('/') || /^[A-Za-z]:/.test(slashed)) throw outside(name);
  const steps = slashed.split('/').filter((step) => step !== '' && step !== '.');
  if (steps.includes('..') || slashed.length > mostCharacters) throw outside(name);
  return steps.join('/');
}

function outside(name: string): Refused {
  return new Refused('archive/path_outside', name.slice(0, 200));
}

const JUNK: ReadonlySet<string> = new Set(['__MACOSX', 'Thumbs.db', 'desktop.ini']);

/**
 * What systems leave behind in folders, and hidden files. A dot before two hexadecimal digits is no hidden file: some
 * archives write `#` as `.23` at the beginning of a topic's name.
 */
export function isJunk(path: string): boolean {
  return path.split('/').some((step) => JUNK.has(step) || /^\.(?![0-9A-F]{2})/.test(step));
}

/** `messages.json.gz` was inflated: its content is `messages.json`. */
export function withoutGz(path: string): string {
  return path.replace(/\.gz$/i, '').replace(/\.tgz$/i, '.tar');
}

/** Where the files of an archive found inside a folder go. */
export function folderFor(path: string): string {
  return path.replace(/\.(zip|tar\.gz|tgz|tar)$/i, '');
}
