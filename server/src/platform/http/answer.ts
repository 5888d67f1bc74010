import type { Download, ExtraHeaders } from './route.ts';

export function withHeaders(response: Response, headers: ExtraHeaders | undefined): Response {
  for (const [name, value] of headers ?? []) response.headers.append(name, value);
  return response;
}

/** A download that is produced as it is read, and stopped when the reader goes away. */
export function downloadResponse(download: Download): Response {
  const iterator = download.body[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(typeof next.value === 'string' ? encoder.encode(next.value) : next.value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  const headers = new Headers({ 'content-type': download.contentType });
  if (download.fileName !== undefined) {
    headers.set('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(download.fileName)}`);
  }
  return new Response(body, { headers });
}
