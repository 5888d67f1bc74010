import { dirname, join, normalize, relative, sep } from 'node:path/posix';
import { SLICED } from './rooms.ts';

/** Where a file stands in the house. */
export interface Place {
  readonly area: 'server' | 'web' | 'packages' | 'outside';
  /** The stage of the server, the room of the web, the package; the top folder (tools, bench, e2e) outside. */
  readonly room: string;
  /** The feature, one or two folders deep (`ingestion`, `ingestion/mapping`); empty for files of the room itself. */
  readonly unit: string;
  /** The file's name without its ending. */
  readonly role: string;
  readonly test: boolean;
  /** From the root of the project, with slashes. */
  readonly path: string;
}

const AREAS = [
  { area: 'server', root: ['server', 'src'] },
  { area: 'web', root: ['web', 'src'] },
  { area: 'packages', root: ['packages'] },
] as const;

function unitOf(area: Place['area'], room: string, folders: readonly string[]): string {
  if (area === 'packages' || (area === 'web' && !SLICED.has(room))) return '';
  return area === 'server' && SLICED.has(room) ? folders.join('/') : (folders[0] ?? '');
}

/** Reads a path from the root of the project, written with slashes. */
export function locate(path: string): Place {
  const parts = path.split('/');
  const file = parts.at(-1) ?? '';
  const role = file.replace(/(\.test|\.e2e|\.bench)?\.[cm]?[jt]sx?$/, '');
  const test = /\.(test|e2e)\.[jt]sx?$/.test(file);
  const known = AREAS.find(({ root }) => root.every((folder, at) => parts[at] === folder));
  if (known === undefined) return { area: 'outside', room: parts[0] ?? '', unit: '', role, test, path };
  const [room = '', ...folders] = parts.slice(known.root.length, -1);
  return { area: known.area, room, unit: unitOf(known.area, room, folders), role, test, path };
}

/** A file of the linter as a path from the root, with slashes on every system. */
export function fromRoot(cwd: string, filename: string): string {
  return relative(cwd.replaceAll('\\', '/'), filename.replaceAll('\\', '/')).replaceAll('\\', sep);
}

const PACKAGES: Readonly<Record<string, string>> = {
  '@passerelle/kit': 'packages/kit/src/index.ts',
  '@passerelle/measure': 'packages/measure/src/index.ts',
};

/** The file of ours that a specifier names, from the root; undefined for a package of others. */
export function target(fromPath: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return normalize(join(dirname(fromPath), specifier));
  if (specifier.startsWith('#web/')) return `web/src/${specifier.slice('#web/'.length)}`;
  if (specifier.startsWith('#')) return `server/src/${specifier.slice(1)}`;
  return PACKAGES[specifier];
}
