import type { Translate } from '#web/i18n/index.ts';

const KINDS = [
  'slack-export',
  'discourse-posts',
  'zulip-archive',
  'mbox',
  'gitter-tsv',
  'forum-json',
  'table',
] as const;

/** The kind of a place in words; empty while nothing has come in yet. */
export function kindOf(connector: string, t: Translate): string {
  const kind = KINDS.find((one) => one === connector);
  return kind === undefined ? '' : t(`places.kind.${kind}`);
}
