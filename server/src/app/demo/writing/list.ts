import { localDay } from '../calendar.ts';
import type { Demo, Message, Thread } from '../model.ts';
import { COMPANY, STAFF_DOMAIN } from '../people/house.ts';
import { fullName } from '../people/namesakes.ts';
import type { TextFile } from './file.ts';
import { lastThought } from './forum.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LIST_ID = `${COMPANY} <cyclistes.${STAFF_DOMAIN}>`;
/** Bytes of an encoded word of a header, before base64. */
const WORD = 42;

/** The mailing list as one mbox, oldest message first. */
export function listFiles({ threads }: Demo): TextFile[] {
  const mails = threads
    .filter(({ place }) => place === 'list')
    .flatMap((thread, nth) =>
      thread.messages.map((message, at) => ({ at: message.at, text: mail(thread, nth, at, message) })),
    )
    .sort((one, other) => one.at - other.at);
  return [{ path: 'cyclistes.mbox', text: mails.map(({ text }) => text).join('') }];
}

function mail(thread: Thread, nth: number, at: number, message: Message): string {
  const { by, answers } = message;
  const parent = at === 0 ? undefined : (answers ?? at - 1);
  const references = parent === undefined ? [] : [...new Set([idOf(nth, 0), idOf(nth, parent)])];
  const headers = [
    `From: ${encoded(fullName(by))} <${by.email}>`,
    `Date: ${dateOf(message.at)} +0000`,
    `Subject: ${encoded(`${parent === undefined ? '' : 'Re: '}[${COMPANY}] ${thread.title}`)}`,
    `Message-ID: ${idOf(nth, at)}`,
    ...(parent === undefined ? [] : [`In-Reply-To: ${idOf(nth, parent)}`, `References: ${references.join('\n ')}`]),
    `List-Id: ${LIST_ID}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ];
  const body = bodyOf(thread, message).replace(/^(>*From )/gm, '>$1');
  return `From ${by.email} ${envelopeDate(message.at)}\n${headers.join('\n')}\n\n${body}\n\n`;
}

function idOf(nth: number, at: number): string {
  return `<fil${nth + 1}.${at + 1}@liste.${STAFF_DOMAIN}>`;
}

function dateOf(at: number): string {
  const date = new Date(at);
  const day = `${DAYS[date.getUTCDay()]}, ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  return `${day} ${date.toISOString().slice(11, 19)}`;
}

function envelopeDate(at: number): string {
  const date = new Date(at);
  const day = String(date.getUTCDate()).padStart(2);
  const month = MONTHS[date.getUTCMonth()];
  return `${DAYS[date.getUTCDay()]} ${month} ${day} ${date.toISOString().slice(11, 19)} ${date.getUTCFullYear()}`;
}

/** RFC 2047, several short words where one would be too long; a character is never cut. */
function encoded(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const words: string[] = [''];
  for (const character of text) {
    const last = words.length - 1;
    if (Buffer.byteLength(words[last] + character) > WORD) words.push(character);
    else words[last] += character;
  }
  return words.map((word) => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`).join('\n ');
}

function bodyOf({ messages, language }: Thread, { text, answers, quotes, by, signed }: Message): string {
  const quoted = quotes === true && answers !== undefined ? messages[answers] : undefined;
  const name = signed === true ? `\n\n${by.firstName}` : '';
  const footer = by.style.signs > 0.35 && signed === true ? `\n\n-- \n${footerOf(by, language)}` : '';
  if (quoted === undefined) return text + name + footer;
  const day = localDay(quoted.at).split('-').reverse().join('/');
  const author = fullName(quoted.by);
  const head = language === 'fr' ? `Le ${day}, ${author} a écrit :` : `On ${day}, ${author} wrote:`;
  return `${head}\n> ${lastThought(quoted.text).replaceAll('\n', '\n> ')}\n\n${text}${name}${footer}`;
}

function footerOf(person: Message['by'], language: Thread['language']): string {
  if (person.temper === 'staff') return `${fullName(person)}\nCycles ${COMPANY}`;
  return language === 'fr'
    ? `${fullName(person)}, ${person.town}\n${person.bike} toute l'année`
    : `${fullName(person)}, ${person.town}`;
}
