import type { Page } from 'playwright-core';

/** One call of the API, made by the page itself, as whoever is signed in there. */
export async function ask<Answer>(
  page: Page,
  slug: string,
  method: string,
  path: string,
  body?: object,
): Promise<Answer> {
  const answered = await page.evaluate(
    async (call) => {
      const session = (await (await fetch('/api/v1/session')).json()) as { csrf: string };
      const headers = {
        'content-type': 'application/json',
        'x-passerelle-csrf': session.csrf,
        'x-passerelle-workspace': call.slug,
      };
      const init = call.body === undefined ? {} : { body: JSON.stringify(call.body) };
      const answer = await fetch(`/api/v1${call.path}`, { method: call.method, headers, ...init });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${call.path}: ${text}`);
      return text === '' ? undefined : (JSON.parse(text) as unknown);
    },
    { method, path, body, slug },
  );
  return answered as Answer;
}
