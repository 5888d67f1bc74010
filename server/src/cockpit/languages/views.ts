import type { Scoped } from '#platform/projection/index.ts';

const MOST = 60;

const LANGUAGES = `
select written.language as code, count(*)::int as messages
from plain_message written
where written.counts and written.language is not null
group by 1
order by 2 desc, 1
limit ${String(MOST)}`;

/** How many messages that count there are in each language that was recognised. */
export async function languagesIn(
  facts: Scoped,
): Promise<readonly { readonly code: string; readonly messages: number }[]> {
  const rows = await facts.query(LANGUAGES, []);
  return rows.map(({ code, messages }) => ({ code: String(code), messages: Number(messages) }));
}
