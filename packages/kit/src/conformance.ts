/**
 * What every file connector promises, as named checks: each test runner runs them as it likes
 * (`for (const check of checkFileConnector(connector, recordings)) it(check.name, check.run)`).
 */
import { checksOfDamage } from './conformance-damage.ts';
import { faultsOf } from './conformance-facts.ts';
import { certainty, factKey, factsOf, filesOf, readExport } from './conformance-run.ts';
import type { Check, Recording } from './conformance-run.ts';
import type { Connector, ExportFile, Fact, FileImport, Raw } from './contract.ts';
import { isPlainObject, stableText } from './merge.ts';

export { brokenReading, mutated } from './conformance-damage.ts';
export { faultsOf } from './conformance-facts.ts';
export { exportPieces, factKey, factsOf, filesOf, inRankOrder, memoryFile, readExport } from './conformance-run.ts';
export type { Check, Reading, Recording } from './conformance-run.ts';

export interface Conformance {
  /**
   * `told` (default): a file cut anywhere is noticed. `untold`: the format has no end to miss (lines), so a cut may
   * pass unnoticed; kept rows are still checked.
   */
  readonly cuts?: 'told' | 'untold';
}

export function checkFileConnector(
  connector: Connector,
  recordings: readonly Recording[],
  conformance: Conformance = {},
): readonly Check[] {
  const { files } = connector;
  if (files === undefined) throw new Error(`${connector.id} reads no files`);
  const checks: Check[] = [
    { name: 'declares its name, what it collects and what it gives', run: async () => declares(connector, recordings) },
    { name: 'does not recognise strangers', run: async () => strangers(files) },
    { name: 'reads an empty export as nothing', run: () => emptyExport(connector, files) },
  ];
  for (const recording of recordings) {
    checks.push(...checksOfReading(connector, files, recording));
    checks.push(...checksOfDamage(connector, files, recording, conformance.cuts ?? 'told'));
  }
  return checks;
}

function checksOfReading(connector: Connector, files: FileImport, recording: Recording): Check[] {
  const named = (name: string, run: () => Promise<void>): Check => ({ name: `${recording.name}: ${name}`, run });
  const read = (list: readonly ExportFile[]) => readExport(files, list, recording.options);
  const facts = (raws: readonly Raw[]) => factsOf(connector, raws, recording.options);
  return [
    named('is recognised', async () => {
      const found = certainty(files, recording);
      expect(found >= 0.5 && found <= 1, `recognise gives ${found}`);
    }),
    named('gives valid facts, each from one raw only', async () => {
      const { raws } = await read(filesOf(recording));
      expect(raws.length > 0, 'nothing was read');
      valid(connector, facts(raws));
    }),
    named('reads purely: same facts again, payload untouched, whatever the order of keys', async () => {
      for (const raw of (await read(filesOf(recording))).raws) pure(connector, raw, recording);
    }),
    named('gives no second fact when read again', async () => {
      const once = await read(filesOf(recording));
      const twice = await read([...filesOf(recording), ...filesOf(recording)]);
      same(textsOf(facts(twice.raws)), textsOf(facts(once.raws)), 'a second reading changed the facts');
    }),
    named('does not depend on the order of files of one rank', async () => {
      const forth = await read(filesOf(recording));
      const back = await read(filesOf(recording).reverse());
      same(textsOf(facts(back.raws)), textsOf(facts(forth.raws)), 'the order of files changed the facts');
    }),
    named('does not depend on how bytes are cut in chunks', async () => {
      const whole = await read(filesOf(recording));
      const bits = await read(filesOf(recording, 1));
      same(bits, whole, 'the chunks changed the reading');
    }),
    named('does not mind unknown fields', async () => {
      const { raws } = await read(filesOf(recording));
      const stranger = raws.map((raw) => ({ ...raw, payload: withStranger(raw.payload) }));
      same(textsOf(facts(stranger)), textsOf(facts(raws)), 'an unknown field changed the facts');
    }),
  ];
}

function declares(connector: Connector, recordings: readonly Recording[]): void {
  expect(/^[a-z][a-z0-9-]*$/.test(connector.id), 'the id is in kebab case');
  expect(Number.isInteger(connector.version) && connector.version > 0, 'the version counts from 1');
  expect(connector.name.fr.trim() !== '' && connector.name.en.trim() !== '', 'the name stands in both languages');
  expect(connector.collects.length > 0, 'collects says which personal data is read');
  expect(new Set(connector.collects).size === connector.collects.length, 'collects names each kind once');
  expect(
    Object.values(connector.gives).every((given) => typeof given === 'boolean'),
    'gives is answered',
  );
  expect(
    (connector.dependsOnExport ?? []).every((gift) => connector.gives[gift]),
    'what depends on the export may be given',
  );
  expect(recordings.length > 0, 'there is a recording');
}

function strangers(files: FileImport): void {
  expect(files.recognise([], () => undefined) === 0, 'an export without files is recognised');
  const paths = ['IMG_0001.jpg', 'notes/read me.pdf', 'archive.bin'];
  expect(files.recognise(paths, () => '\u0000\u0001\u0002') === 0, 'strange files are recognised');
}

async function emptyExport(connector: Connector, files: FileImport): Promise<void> {
  const reading = await readExport(files, []);
  expect(reading.raws.length === 0 && reading.problems.length === 0, `${connector.id} reads something in nothing`);
}

function valid(connector: Connector, facts: readonly Fact[]): void {
  const seen = new Set<string>();
  for (const fact of facts) {
    const faults = faultsOf(connector, fact);
    expect(faults.length === 0, `${faults.join('; ')} in ${JSON.stringify(fact)}`);
    const key = factKey(fact);
    expect(!seen.has(key), `${key} is given twice: which of two raws wins would depend on their order`);
    seen.add(key);
  }
}

function pure(connector: Connector, raw: Raw, recording: Recording): void {
  const options = recording.options ?? {};
  const before = JSON.stringify(raw);
  const first = connector.read(raw, options);
  expect(JSON.stringify(raw) === before, `read changed the payload of ${raw.kind} ${raw.externalId}`);
  same(connector.read(raw, options), first, 'read twice, two answers');
  const stored: Raw = { ...raw, payload: JSON.parse(stableText(raw.payload)) };
  same(connector.read(stored, options), first, `storing ${raw.kind} ${raw.externalId} changed its facts`);
}

function withStranger(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withStranger);
  if (!isPlainObject(value)) return value;
  const members = Object.entries(value).map(([key, member]) => [key, withStranger(member)]);
  return { ...Object.fromEntries(members), aFieldOfTomorrow: { anything: ['new'] } };
}

function textsOf(facts: readonly Fact[]): string[] {
  return facts.map(stableText).sort();
}

function same(found: unknown, wanted: unknown, words: string): void {
  const [left, right] = [stableText(found), stableText(wanted)];
  if (left === right) return;
  let at = 0;
  while (left[at] === right[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 120), at + 120);
  throw new Error(`${words}: …${around(left)}… instead of …${around(right)}…`);
}

function expect(kept: boolean, words: string): void {
  if (!kept) throw new Error(words);
}
