import type { Connector, Fact } from '@passerelle/kit';
import { brokenReading, checkFileConnector, factsOf, filesOf, readExport } from '@passerelle/kit/conformance';
import type { Conformance, Recording } from '@passerelle/kit/conformance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

export interface Promised extends Conformance {
  readonly recordings: readonly Recording[];
  /** Fragments of the format, from which bytes are put together that look nearly right. */
  readonly tokens: readonly string[];
  readonly encoding?: 'utf8' | 'latin1';
  /** The files such bytes take the place of, one at a time. */
  readonly broken: readonly (readonly [recording: Recording, path: string])[];
  /** What else must not throw on them. */
  readonly alsoOn?: (path: string, bytes: Uint8Array) => Promise<unknown>;
}

/** `PASSERELLE_RUNS` makes nights longer. */
const RUNS = Number(process.env['PASSERELLE_RUNS'] ?? 1000);
const MOST_TOKENS = 60;
const MOST_BYTES = 80;

/** What every file connector promises, as tests of one: the shared checks, and that no bytes at all make it throw. */
export function describePromises(connector: Connector, promised: Promised): void {
  const { recordings, tokens, encoding = 'utf8', broken, alsoOn, ...conformance } = promised;
  describe('what every file connector promises', () => {
    for (const check of checkFileConnector(connector, recordings, conformance))
      it(check.name, () => expect(check.run()).resolves.toBeUndefined());

    it('never throws on random bytes', async () => {
      const nearlyRight = fc
        .array(fc.constantFrom(...tokens), { maxLength: MOST_TOKENS })
        .map((parts) => Buffer.from(parts.join(''), encoding));
      const bytes = fc.oneof(fc.uint8Array({ maxLength: MOST_BYTES }), nearlyRight);
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...broken), bytes, async ([recording, path], content) => {
          await brokenReading(connector, recording, path, content);
          await alsoOn?.(path, content);
        }),
        { numRuns: RUNS },
      );
    });
  });
}

/** The facts of a recording, of which nothing is refused. */
export async function factsIn(connector: Connector, recording: Recording): Promise<Fact[]> {
  const { files } = connector;
  if (files === undefined) throw new Error(`${connector.id} reads no files`);
  const { raws, problems } = await readExport(files, filesOf(recording), recording.options);
  expect(problems).toEqual([]);
  return factsOf(connector, raws, recording.options);
}
