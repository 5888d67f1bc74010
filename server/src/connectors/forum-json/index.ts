import type { Connector } from '@passerelle/kit';
import { pieces } from './pieces.ts';
import { read } from './read.ts';

const LOOKED_AT = 20;

/** Forum archives in one JSON file: threads, each with its comments, days only. */
export const forumJson: Connector = {
  id: 'forum-json',
  version: 1,
  name: { fr: 'Archive de forum (JSON)', en: 'Forum archive (JSON)' },
  collects: ['handle', 'text'],
  gives: {
    threads: true,
    replies: true,
    hours: false,
    reactions: false,
    personIds: true,
    staff: false,
    silentMembers: false,
    originalLinks: false,
  },
  read,
  files: {
    recognise(paths, head) {
      const forums = paths.filter((path) => isJson(path)).slice(0, LOOKED_AT);
      return forums.some((path) => isForum(head(path) ?? '')) ? 1 : 0;
    },
    rank: (path) => (isJson(path) ? 0 : undefined),
    pieces,
  },
};

function isJson(path: string): boolean {
  return /\.json(?:\.gz)?$/i.test(path);
}

function isForum(head: string): boolean {
  return /"threads"\s*:\s*\[/.test(head) && /"comments"\s*:\s*\[/.test(head) && head.includes('"authorID"');
}
