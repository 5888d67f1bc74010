import { faultsOf } from './conformance-facts.ts';
import { bytesOf, factsOf, filesOf, memoryFile, readExport } from './conformance-run.ts';
import type { Check, Reading, Recording } from './conformance-run.ts';
import type { Connector, Fact, FileImport, Problem } from './contract.ts';
import { stableText } from './merge.ts';

const MOST_CUTS = 60;
const MUTATIONS = 150;
const MOST_EXCERPT = 200;

/** Damaged exports: nothing is thrown, what could be read is kept, the place of the damage is told. */
export function checksOfDamage(
  connector: Connector,
  files: FileImport,
  recording: Recording,
  cuts: 'told' | 'untold',
): Check[] {
  const paths = Object.keys(recording.files).filter((path) => files.rank(path) !== undefined);
  const cutChecks = paths.map((path) => ({
    name: `${recording.name}: ${path} cut anywhere keeps what was read${cuts === 'told' ? ' and says so' : ''}`,
    run: () => cutAnywhere(connector, recording, path, cuts),
  }));
  return [
    ...cutChecks,
    {
      name: `${recording.name}: empty files and flipped bytes never throw`,
      run: async () => {
        for (const path of paths) {
          await brokenReading(connector, recording, path, new Uint8Array(0));
          const bytes = bytesOf(recording.files[path] ?? '');
          for (let seed = 1; seed <= MUTATIONS; seed += 1) {
            await brokenReading(connector, recording, path, mutated(bytes, seed));
          }
        }
      },
    },
  ];
}

/**
 * Reads a recording with one file replaced by other bytes and checks that problems are well told and that whatever
 * was kept gives valid facts. Throws where the connector throws: a test of random bytes needs only to call it.
 */
export async function brokenReading(
  connector: Connector,
  recording: Recording,
  path: string,
  bytes: Uint8Array,
): Promise<Reading> {
  const { files } = connector;
  if (files === undefined) throw new Error(`${connector.id} reads no files`);
  const list = filesOf(recording).map((file) => (file.path === path ? memoryFile(path, bytes) : file));
  const reading = await readExport(files, list, recording.options);
  for (const problem of reading.problems) wellTold(problem, recording);
  for (const fact of factsOf(connector, reading.raws, recording.options)) {
    const faults = faultsOf(connector, fact);
    if (faults.length > 0) throw new Error(`${faults.join('; ')} in ${JSON.stringify(fact)}`);
  }
  return reading;
}

function wellTold(problem: Problem, recording: Recording): void {
  if (!(problem.file in recording.files)) throw new Error(`a problem names the unknown file ${problem.file}`);
  if (problem.line !== undefined && problem.line < 1) throw new Error(`a problem names line ${problem.line}`);
  if ((problem.excerpt?.length ?? 0) > MOST_EXCERPT) throw new Error('an excerpt is longer than 200 characters');
}

/** The same bytes with a few replaced, dropped or doubled, always alike for one seed. */
export function mutated(bytes: Uint8Array, seed: number): Uint8Array {
  let state = seed * 2654435761;
  const next = (below: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return below === 0 ? 0 : state % below;
  };
  let copy = Uint8Array.from(bytes);
  for (let edits = 1 + next(3); edits > 0; edits -= 1) {
    const at = next(copy.length);
    const length = next(20);
    const kind = next(3);
    if (kind === 0 && copy.length > 0) copy[at] = STRANGE[next(STRANGE.length)] ?? 0;
    else if (kind === 1) copy = Uint8Array.from([...copy.subarray(0, at), ...copy.subarray(at + length)]);
    else copy = Uint8Array.from([...copy.subarray(0, at + length), ...copy.subarray(at)]);
  }
  return copy;
}

const STRANGE: readonly number[] = [
  0x00, 0x09, 0x0a, 0x22, 0x2c, 0x30, 0x39, 0x3a, 0x5b, 0x5c, 0x5d, 0x7b, 0x7d, 0xc3, 0xe9, 0xed, 0xff,
];

async function cutAnywhere(
  connector: Connector,
  recording: Recording,
  path: string,
  cuts: 'told' | 'untold',
): Promise<void> {
  const bytes = bytesOf(recording.files[path] ?? '');
  const end = lengthWithoutSpace(bytes);
  const step = Math.max(1, Math.floor(end / MOST_CUTS));
  if (await isLeftOut(connector, recording, path)) return;
  let kept = 0;
  for (let length = 0; length < end; length += step) {
    const reading = await brokenReading(connector, recording, path, bytes.slice(0, length));
    if (cuts === 'told' && !reading.problems.some((problem) => problem.code === 'cut_short' && problem.file === path)) {
      throw new Error(`a cut after ${length} bytes of ${end} was not told`);
    }
    const words = wordsIn(factsOf(connector, reading.raws, recording.options));
    if (words < kept) throw new Error(`a cut after ${length} bytes lost messages that stand before it`);
    kept = words;
  }
}

/** A file the connector does not look into, such as a private channel, has nothing to tell about its damage. */
async function isLeftOut(connector: Connector, recording: Recording, path: string): Promise<boolean> {
  const whole = await brokenReading(connector, recording, path, bytesOf(recording.files[path] ?? ''));
  const without = await brokenReading(connector, recording, path, new Uint8Array(0));
  return stableText(whole) === stableText(without);
}

/** Counted by author and moment: a cut list of channels may leave one message under two names. */
function wordsIn(facts: readonly Fact[]): number {
  const messages = facts.filter((fact) => fact.type === 'message');
  return new Set(messages.map(({ by, when, position }) => stableText([by, when, position]))).size;
}

function lengthWithoutSpace(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] ?? 0) <= 0x20) end -= 1;
  return end;
}
