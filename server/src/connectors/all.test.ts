import type { Recording } from '@passerelle/kit/conformance';
import { describe, expect, it } from 'vitest';
import { lookIntoShared } from '../../../tools/testing/opened-export.ts';
import { describeShared } from '../../../tools/testing/shared.ts';
import { fileConnectors, recogniseExport } from './all.ts';

const HEAD = 4096;

async function recordingsOf(id: string): Promise<readonly Recording[]> {
  const module: { recordings: readonly Recording[] } = await import(`./${id}/recordings/index.ts`);
  return module.recordings;
}

function recognised({ files }: Recording): string | undefined {
  const head = (path: string): string =>
    Buffer.from(files[path] ?? '')
      .subarray(0, HEAD)
      .toString();
  return recogniseExport(Object.keys(files), head)?.id;
}

describe('the list of file connectors', () => {
  it('names each once and asks the generic table last', () => {
    const ids = fileConnectors.map(({ id }) => id);

    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.at(-1)).toBe('table');
    expect(fileConnectors.every(({ files }) => files !== undefined)).toBe(true);
  });

  it.each(fileConnectors.map(({ id }) => id))('knows an export of %s from all others', async (id) => {
    for (const recording of await recordingsOf(id))
      expect([recording.name, recognised(recording)]).toEqual([recording.name, id]);
  });

  it('knows nothing of pictures and programs', () => {
    expect(recogniseExport(['a.jpg', 'b/c.exe', 'readme.txt'], () => '\u0089PNG')).toBeUndefined();
    expect(recogniseExport([], () => undefined)).toBeUndefined();
  });
});

describeShared('real exports', () => {
  it.each([
    ['discourse-posts', 'discourse-delving-2022-2024/posts.tar.gz'],
    ['slack-export', 'slack-olake/export-runs.tar.gz'],
    ['forum-json', 'forum-motion-twin-beta-fr/beta.json.gz'],
    ['gitter-tsv', 'gitter-freecodecamp/archives.tar.gz'],
    ['mbox', 'mbox-mapnik-devel/mbox.tar.gz'],
    ['zulip-archive', 'zulip-lean-small/zulip.tar.gz'],
  ])('are known for what they are: %s', async (id, file) => {
    const known = await lookIntoShared(
      ({ files, head }) =>
        recogniseExport(
          files.map(({ path }) => path),
          head,
        ),
      file,
    );

    expect(known?.id).toBe(id);
  });
});
