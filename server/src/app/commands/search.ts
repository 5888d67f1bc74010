import { z } from 'zod';
import { say } from '#platform/i18n/index.ts';
import { askFor } from '#app/commands/asking.ts';
import { inSpace } from '#app/commands/command.ts';
import { idsOf } from '#app/commands/selection.ts';
import { EXIT, printJson, printLine, tell, tellRefusal, terminalLanguage } from '#app/commands/terminal.ts';

export interface SearchOptions {
  readonly workspace?: string;
  readonly json?: boolean;
  readonly place?: readonly string[];
  readonly from?: string;
  readonly until?: string;
  readonly limit?: string;
}

const Hit = z.object({
  title: z.string().nullable(),
  place: z.object({ name: z.string() }),
  channel: z.object({ name: z.string() }),
  author: z.object({ name: z.string(), erased: z.boolean() }),
  when: z.union([z.object({ at: z.string() }), z.object({ day: z.string() })]),
  excerpt: z.array(z.object({ text: z.string(), hit: z.boolean() })),
});
type Hit = z.output<typeof Hit>;
const Found = z.object({ items: z.array(Hit), total: z.number(), atLeast: z.boolean() });

const FEW = '10';

/** Prints the first messages that hold the words, best first, and how many there are. */
export function search(words: readonly string[], options: SearchOptions): Promise<number> {
  return inSpace(options.workspace, async (house, scope) => {
    const place = await idsOf(house, scope, 'place', options.place);
    if (!place.ok) return tellRefusal(place.refusal);
    const { from, until, limit = FEW } = options;
    const query = { q: words.join(' '), place: place.value, from, until, limit };
    const found = await askFor(house, scope, 'GET /api/v1/search', Found, { query });
    if (!found.ok) return tellRefusal(found.refusal);
    const { whole, shown } = found.value;
    if (options.json === true) printJson(whole);
    else tellHits(shown);
    return EXIT.done;
  });
}

function tellHits({ items, total, atLeast }: z.output<typeof Found>): void {
  for (const hit of items) printLine(`${headOf(hit)}\n  ${excerptOf(hit)}\n`);
  tell(atLeast ? 'cli/search_at_least' : 'cli/search_total', { total, shown: items.length });
}

function headOf({ place, channel, author, when, title }: Hit): string {
  const whoever = author.erased ? say(terminalLanguage(), 'cli/erased') : author.name;
  const parts = ['day' in when ? when.day : when.at, `${place.name} / ${channel.name}`, whoever, title ?? ''];
  return parts.filter((part) => part !== '').join(' · ');
}

function excerptOf({ excerpt }: Hit): string {
  const pieces = excerpt.map(({ text, hit }) => {
    const flat = text.replaceAll(/\s+/g, ' ');
    return hit ? `«\u00A0${flat}\u00A0»` : flat;
  });
  return pieces.join('').trim();
}
