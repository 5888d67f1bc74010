import type { Connector } from '@passerelle/kit';
import { pieces } from './pieces.ts';
import { read } from './read.ts';

const LOOKED_AT = 20;

/** Posts of a Discourse forum as its programming interface gives them, one or many to a file. */
export const discoursePosts: Connector = {
  id: 'discourse-posts',
  version: 1,
  name: { fr: 'Messages Discourse (JSON)', en: 'Discourse posts (JSON)' },
  collects: ['handle', 'name', 'text', 'reaction'],
  gives: {
    threads: true,
    replies: true,
    hours: true,
    reactions: true,
    personIds: true,
    staff: true,
    silentMembers: false,
    originalLinks: true,
  },
  read,
  files: {
    recognise(paths, head) {
      const candidates = paths.filter((path) => isJson(path) && !isIndex(path)).slice(0, LOOKED_AT);
      return candidates.some((path) => isPosts(head(path) ?? '')) ? 1 : 0;
    },
    rank(path) {
      if (!isJson(path)) return undefined;
      return isIndex(path) ? 0 : 1;
    },
    pieces,
  },
};

function isJson(path: string): boolean {
  return /\.json$/i.test(path);
}

function isIndex(path: string): boolean {
  return /(?:^|\/)(?:categories|site)\.json$/i.test(path);
}

/** Long texts push the numbers of a post out of sight: its author's fields stand first. */
function isPosts(head: string): boolean {
  return head.includes('"avatar_template"') && head.includes('"username"') && /"(?:cooked|raw)"/.test(head);
}
