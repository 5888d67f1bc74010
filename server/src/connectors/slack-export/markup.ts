import { withEmoji } from './emoji.ts';

/** Slack's markup as Markdown: mentions and channels by name, links with their words, bold, strikes, bullets, emoji. */
export function asMarkdown(text: string, nameOf: (id: string) => string | undefined): string {
  return text
    .split(/(```[\s\S]*?```|`[^`\n]+`)/)
    .map((piece, at) => (at % 2 === 1 ? code(piece, nameOf) : prose(piece, nameOf)))
    .join('');
}

type NameOf = (id: string) => string | undefined;

const TOKEN = /<([^<>\n]+)>/g;

/** Nothing is styled inside code, but Slack marks links there too. */
function code(piece: string, nameOf: NameOf): string {
  const bare = plain(piece.replace(TOKEN, (_, token: string) => words(token, nameOf)));
  if (!bare.startsWith('```')) return bare;
  return `\n\`\`\`\n${bare.slice(3, -3).replace(/^\n|\n$/g, '')}\n\`\`\`\n`;
}

/**
 * Links are set aside while the text around them is styled: addresses are full of underscores and stars. Private
 * characters hold their places.
 */
function prose(piece: string, nameOf: NameOf): string {
  const aside: string[] = [];
  const marked = piece.replace(TOKEN, (_, token: string) => `\uE000${aside.push(markdownOf(token, nameOf)) - 1}\uE001`);
  return plain(withEmoji(styled(marked))).replace(/\uE000(\d+)\uE001/g, (_, at: string) => aside[Number(at)] ?? '');
}

function styled(text: string): string {
  return text
    .replace(/(^|[\s("'[{])\*(?=\S)([^*\n]*[^*\s])\*(?=$|[\s)"'\]}.,;:!?…])/gm, '$1**$2**')
    .replace(/(^|[\s("'[{])~(?=\S)([^~\n]*[^~\s])~(?=$|[\s)"'\]}.,;:!?…])/gm, '$1~~$2~~')
    .replace(/^([ \t]*)[•◦▪]\s+/gm, '$1- ');
}

/** Slack writes three characters as entities, and no others. */
function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function markdownOf(token: string, nameOf: NameOf): string {
  const { target, label } = partsOf(token);
  if (!/^[a-z][a-z0-9+.-]*:/i.test(target)) return words(token, nameOf);
  const address = plain(target).replaceAll(' ', '%20').replaceAll('(', '%28').replaceAll(')', '%29');
  if (address.startsWith('mailto:') || address.startsWith('tel:'))
    return plain(label ?? address.replace(/^[a-z]+:/, ''));
  if (label === undefined || isSameAddress(plain(label), address)) return `<${address}>`;
  return `[${plain(label).replaceAll(/([[\]\\])/g, String.raw`\$1`)}](${address})`;
}

function isSameAddress(label: string, address: string): boolean {
  return label === address || address.replace(/^https?:\/\//, '').replace(/\/$/, '') === label.replace(/\/$/, '');
}

/** What a person reads of a mark that is no link, or of a link in code. */
function words(token: string, nameOf: NameOf): string {
  const { target, label } = partsOf(token);
  if (target.startsWith('@')) return `@${nameOf(target.slice(1)) ?? label ?? target.slice(1)}`;
  if (target.startsWith('#')) return `#${label ?? target.slice(1)}`;
  if (!target.startsWith('!')) return label ?? target;
  return label ?? `@${target.slice(1).replace(/\^.*$/, '')}`;
}

function partsOf(token: string): { readonly target: string; readonly label: string | undefined } {
  const bar = token.indexOf('|');
  if (bar === -1) return { target: token, label: undefined };
  const label = token.slice(bar + 1);
  return { target: token.slice(0, bar), label: label === '' ? undefined : label };
}
