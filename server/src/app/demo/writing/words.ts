import type { Message } from '../model.ts';

/** A title in an address: plain small letters and dashes. */
export function slug(title: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return plain === '' ? 'sujet' : plain;
}

/** The first name below a message of who signs. */
export function signature({ by, signed }: Message): string {
  return signed === true ? `\n\n${by.firstName}` : '';
}

/** Text with the three characters Slack writes as entities. */
export function slackText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
