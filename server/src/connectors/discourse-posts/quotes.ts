/** « [quote="ada, post:3, topic:12"]…[/quote] » is the forum's own mark: plain Markdown quotes say the same to everybody. */
export function quotesAsMarkdown(text: string): string {
  if (!/\[\/quote\]/i.test(text)) return text;
  const lines: string[] = [];
  let depth = 0;
  for (const piece of text.split(/(\[quote(?:=[^\]\n]*)?\]|\[\/quote\])/i)) {
    const opening = /^\[quote(?:=([^\]\n]*))?\]$/i.exec(piece);
    if (opening !== null) {
      depth += 1;
      const who = quotedName(opening[1]);
      lines.push('', `${marks(depth)}${who === undefined ? '' : `**${who}**`}`);
    } else if (/^\[\/quote\]$/i.test(piece)) {
      depth = Math.max(0, depth - 1);
      lines.push('');
    } else if (piece.trim() !== '' || depth === 0) {
      for (const line of trimmedLines(piece, depth)) lines.push(marks(depth) + line);
    }
  }
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

const MOST_MARKS = 10;

function marks(depth: number): string {
  return '> '.repeat(Math.min(depth, MOST_MARKS));
}

function trimmedLines(piece: string, depth: number): string[] {
  return (depth === 0 ? piece : piece.replace(/^\s*\n|\n\s*$/g, '')).split('\n');
}

function quotedName(attribute: string | undefined): string | undefined {
  const name = attribute?.replaceAll('"', '').split(',')[0]?.trim();
  return name === undefined || name === '' ? undefined : name;
}
