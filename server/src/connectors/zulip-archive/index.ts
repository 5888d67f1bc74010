import type { Connector } from '@passerelle/kit';
import { homeOf } from './names.ts';
import { pieces } from './pieces.ts';
import { read } from './read.ts';

const LOOKED_AT = 20;

/** Public Zulip archives: a folder for each stream, a JSON file for each topic. */
export const zulipArchive: Connector = {
  id: 'zulip-archive',
  version: 1,
  name: { fr: 'Archive Zulip', en: 'Zulip archive' },
  collects: ['name', 'text'],
  gives: {
    threads: true,
    replies: true,
    hours: true,
    reactions: false,
    personIds: false,
    staff: false,
    silentMembers: false,
    originalLinks: false,
  },
  read,
  files: {
    recognise(paths, head) {
      const topics = paths.filter((path) => homeOf(path) !== undefined).slice(0, LOOKED_AT);
      return topics.some((path) => isTopic(head(path) ?? '')) ? 1 : 0;
    },
    rank: (path) => (homeOf(path) === undefined || path.endsWith('stream_index.json') ? undefined : 0),
    pieces,
  },
};

/** The name of the sender, without his id, is the mark of this archive. */
function isTopic(head: string): boolean {
  return /^\s*\[\s*\{/.test(head) && head.includes('"sender_full_name"') && head.includes('"timestamp"');
}
