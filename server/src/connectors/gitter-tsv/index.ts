import type { Connector } from '@passerelle/kit';
import { pieces } from './pieces.ts';
import { read } from './read.ts';

const FIRST_LINE = /^\uFEFF?[0-9a-f]{24}\t[^\t\r\n]+\t\d{4}-\d\d-\d\dT[\d:.]+Z\t[^\t]+\t[^\t]+\t[^\t]+\t/;
const LOOKED_AT = 50;

/** Gitter room archives: one tab separated file per room, newest message first, no header. */
export const gitterTsv: Connector = {
  id: 'gitter-tsv',
  version: 1,
  name: { fr: 'Archive Gitter (TSV)', en: 'Gitter archive (TSV)' },
  collects: ['handle', 'text'],
  gives: {
    threads: false,
    replies: false,
    hours: true,
    reactions: false,
    personIds: true,
    staff: false,
    silentMembers: false,
    originalLinks: false,
  },
  read,
  files: {
    recognise(paths, head) {
      const rooms = paths.filter((path) => /\.tsv(?:\.gz)?$/i.test(path)).slice(0, LOOKED_AT);
      return rooms.some((path) => FIRST_LINE.test(head(path) ?? '')) ? 1 : 0;
    },
    rank: (path) => (/\.tsv(?:\.gz)?$/i.test(path) ? 0 : undefined),
    pieces,
  },
};
