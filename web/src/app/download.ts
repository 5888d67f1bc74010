import type { Query } from './api.ts';
import { addressOf, headersOf } from './api.ts';
import { problemOf, unreachable } from './problem.ts';

/** Fetches a file with what every call carries, and hands it to the browser under `name`. Rejects with `Problem`. */
export async function download(path: string, query: Query, name: string): Promise<void> {
  const response = await fetch(addressOf(path, query), { headers: headersOf(), credentials: 'same-origin' }).catch(
    () => {
      throw unreachable();
    },
  );
  if (!response.ok) throw problemOf(response.status, await response.json().catch(() => undefined));
  hand(await response.blob(), name);
}

/** Hands a text that the page already holds to the browser as a file. */
export function saveText(text: string, type: string, name: string): void {
  hand(new Blob([text], { type }), name);
}

/** Hands a file to the browser under a name. */
export function hand(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
