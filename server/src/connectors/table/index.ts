import type { Connector } from '@passerelle/kit';
import { pieces } from './pieces.ts';
import { preview } from './preview.ts';
import { read } from './read.ts';

const TABLE = /\.(?:csv|tsv|tab|jsonl|ndjson)(?:\.gz)?$/i;
const TEXT = /\.txt(?:\.gz)?$/i;
const LOOKED_AT = 20;

/** Any table a person has: CSV under four delimiters, or JSON Lines, its columns mapped on the import screen. */
export const table: Connector = {
  id: 'table',
  version: 1,
  name: { fr: 'Tableau (CSV ou JSON Lines)', en: 'Table (CSV or JSON Lines)' },
  collects: ['name', 'email', 'text'],
  gives: {
    threads: true,
    replies: true,
    hours: true,
    reactions: false,
    personIds: true,
    staff: false,
    silentMembers: false,
    originalLinks: true,
  },
  // What the columns of a table hold is known once they are read.
  dependsOnExport: ['threads', 'replies', 'hours', 'personIds', 'originalLinks'],
  read,
  files: {
    recognise(paths, head) {
      const looked = paths.slice(0, LOOKED_AT);
      if (looked.some((path) => TABLE.test(path) && isTable(head(path)))) return 0.5;
      return looked.some((path) => TEXT.test(path) && isTable(head(path))) ? 0.2 : 0;
    },
    rank: (path) => (TABLE.test(path) || TEXT.test(path) ? 0 : undefined),
    pieces,
    preview,
  },
};

/** Two cells at least on the first line, or a JSON object. Anything more certain than a table goes before. */
function isTable(head: string | undefined): boolean {
  const first = (head ?? '').split(/\r?\n/, 1)[0] ?? '';
  return /[^,;\t|]+[,;\t|]|^\uFEFF?\s*\{.*\}\s*$/.test(first);
}
