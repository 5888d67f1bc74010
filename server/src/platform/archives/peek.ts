export interface Peeked {
  readonly head: Uint8Array;
  /** The whole source again, head included. Take it or `leave` it. */
  readonly all: AsyncIterable<Uint8Array>;
  leave(): Promise<void>;
}

/** Looks at the first bytes of a stream without losing them. */
export async function peek(source: AsyncIterable<Uint8Array>, bytes: number): Promise<Peeked> {
  const reader = source[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let length = 0;
  let done = false;
  while (length < bytes && !done) {
    const next = await reader.next();
    done = next.done === true;
    if (next.done === true) break;
    chunks.push(next.value);
    length += next.value.length;
  }
  const head = Buffer.concat(chunks);
  const leave = async (): Promise<void> => {
    await reader.return?.();
  };
  return { head, all: rest(head, reader, done, leave), leave };
}

async function* rest(
  head: Uint8Array,
  reader: AsyncIterator<Uint8Array>,
  done: boolean,
  leave: () => Promise<void>,
): AsyncIterable<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    if (done) return;
    for (let next = await reader.next(); next.done !== true; next = await reader.next()) yield next.value;
  } finally {
    await leave();
  }
}
