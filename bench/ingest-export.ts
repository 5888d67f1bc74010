import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

/** How large a made-up export is: as many rooms and people as real archives of that size have. */
export interface ExportSize {
  readonly messages: number;
  readonly rooms: number;
  readonly people: number;
}

export function sizeOf(messages: number): ExportSize {
  return { messages, rooms: Math.max(4, Math.round(messages / 400)), people: Math.max(20, Math.round(messages / 28)) };
}

const FRENCH =
  `le la les un une des de du pour dans avec sur est sont pas plus que qui nous vous pont arche pile tablier
  rivière péage chantier ingénieur passage culée câble hauban travée ouvrage pierre bois acier béton nouvelle question
  bonjour merci réponse version réglage problème quelqu’un aurait idée comment faire marche bien encore toujours`.split(
    /\s+/,
  );
const ENGLISH =
  `the of and to in is you that it he was for on are with as his they be at one have this from or had by not
  but some what there we can out other were all your when up use word how said each she which do their time if will way
  bridge arch deck river toll build engineer span cable tower stone wood steel concrete question hello thanks answer
  version setting problem anybody idea how does work well still always`.split(/\s+/);

/** A generator of numbers in [0, 1) that is the same everywhere. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** Few rooms and few people write most, as everywhere. */
function few(random: () => number, of: number): number {
  return Math.floor(random() * random() * random() * of);
}

function textOf(random: () => number, n: number): string {
  const words = random() < 0.3 ? FRENCH : ENGLISH;
  const length = 2 + Math.floor(random() * random() * 45);
  const said: string[] = [];
  for (let at = 0; at < length; at += 1) {
    // One word in nine is rare: names, identifiers, mistypings, which is what makes a search index large.
    said.push(
      random() < 0.11 ? `mot${Math.floor(random() * 60_000).toString(36)}` : (words[few(random, words.length)] ?? ''),
    );
  }
  return `${said.join(' ')}${n % 13 === 0 ? ' https://exemple.fr/ouvrages/42' : ''}`;
}

const hex = (n: number): string => n.toString(16).padStart(24, '0');
const PER_DAY = 700;

/**
 * Writes a chat archive as Gitter kept them (one line a message, tabs), made up and the same for the same size and
 * seed, without ever holding it in memory. Answers its bytes.
 */
export async function writeExport(path: string, { messages, rooms, people }: ExportSize, seed = 7): Promise<number> {
  const random = numbers(seed);
  const file = createWriteStream(path);
  let bytes = 0;
  let lines: string[] = [];
  for (let n = 0; n < messages; n += 1) {
    const at = new Date(Date.UTC(2019, 0, 1) + Math.floor((n * 86_400_000) / PER_DAY)).toISOString();
    const room = few(random, rooms);
    const person = few(random, people);
    lines.push(
      [
        hex(room),
        `ponts/salon-${room}`,
        at,
        hex(person + 1_000_000),
        `membre-${person}`,
        hex(n + 10_000_000),
        textOf(random, n),
      ].join('\t'),
    );
    if (lines.length < 2000 && n < messages - 1) continue;
    const chunk = Buffer.from(`${lines.join('\n')}\n`);
    lines = [];
    bytes += chunk.length;
    if (!file.write(chunk)) await once(file, 'drain');
  }
  file.end();
  await finished(file);
  return bytes;
}
