/** The spaces French keeps unbroken: narrow before ; ! ?, plain before : and inside « ». */
const NARROW = '\u202f';
const WIDE = '\u00a0';

/**
 * Sets a French message as French is set: unbreakable spaces, curly apostrophes, the three dots in one. Works on the text
 * of a message file too: what ICU and JSON write with these signs has no space before them.
 */
export function setFrench(text: string): string {
  return text
    .replaceAll(/ ([;!?])/g, `${NARROW}$1`)
    .replaceAll(/ ([:»])/g, `${WIDE}$1`)
    .replaceAll('« ', `«${WIDE}`)
    .replaceAll(/(?<=\p{L})'(?=\p{L})/gu, '’')
    .replaceAll('...', '…');
}
