import type { Connector } from '@passerelle/kit';
import { discoursePosts } from '#connectors/discourse-posts/index.ts';
import { forumJson } from '#connectors/forum-json/index.ts';
import { gitterTsv } from '#connectors/gitter-tsv/index.ts';
import { mbox } from '#connectors/mbox/index.ts';
import { slackExport } from '#connectors/slack-export/index.ts';
import { table } from '#connectors/table/index.ts';
import { zulipArchive } from '#connectors/zulip-archive/index.ts';

/** Every kind of export the house reads, in the order shown to a person who must choose; the generic table last. */
export const fileConnectors: readonly Connector[] = [
  discoursePosts,
  slackExport,
  zulipArchive,
  mbox,
  gitterTsv,
  forumJson,
  table,
];

/**
 * The connector that is surest of an export; of two as sure, the first of the list. Undefined when none knows it.
 * `head(path)` gives at most the first 4 KiB of a file as text.
 */
export function recogniseExport(
  paths: readonly string[],
  head: (path: string) => string | undefined,
): Connector | undefined {
  let best: { readonly connector: Connector; readonly certainty: number } | undefined;
  for (const connector of fileConnectors) {
    const certainty = connector.files?.recognise(paths, head) ?? 0;
    if (certainty > (best?.certainty ?? 0)) best = { connector, certainty };
  }
  return best?.connector;
}
