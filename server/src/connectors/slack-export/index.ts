import type { Connector } from '@passerelle/kit';
import { placeOf } from './layout.ts';
import { pieces } from './pieces.ts';
import { read } from './read.ts';

const LOOKED_AT = 20;

/** Slack's own export of public channels, also several of them side by side. */
export const slackExport: Connector = {
  id: 'slack-export',
  version: 1,
  name: { fr: 'Export Slack', en: 'Slack export' },
  collects: ['handle', 'name', 'email', 'text', 'reaction'],
  gives: {
    threads: true,
    replies: true,
    hours: true,
    reactions: true,
    personIds: true,
    staff: true,
    silentMembers: true,
    originalLinks: false,
  },
  read,
  files: {
    recognise(paths, head) {
      const days = paths.filter((path) => placeOf(path)?.type === 'day').slice(0, LOOKED_AT);
      if (days.some((path) => isDay(head(path) ?? ''))) return 1;
      return paths.some((path) => /(?:^|\/)channels\.json$/.test(path)) &&
        paths.some((path) => /(?:^|\/)users\.json$/.test(path))
        ? 0.8
        : 0;
    },
    rank(path) {
      const place = placeOf(path);
      if (place === undefined) return undefined;
      return place.type === 'list' ? 0 : 1;
    },
    pieces,
  },
};

function isDay(head: string): boolean {
  return /"ts"\s*:\s*"\d+\.\d+"/.test(head) && /"type"\s*:\s*"message"/.test(head);
}
