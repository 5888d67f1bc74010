/** Where a message stands, as its path says: a folder for the stream, a file for the topic. */
export interface Home {
  readonly stream: { readonly id: string; readonly name: string };
  readonly topic: string;
}

/** `…/<id>-<stream>/<topic>.json`; undefined for other files (the archive's own index among them). */
export function homeOf(path: string): Home | undefined {
  const [file = '', folder = ''] = path.split('/').reverse();
  const topic = /^(.+)\.json$/i.exec(file)?.[1];
  if (topic === undefined || folder === '') return undefined;
  const [, id, name] = /^(\d+)-(.+)$/.exec(folder) ?? [];
  return {
    stream: { id: id ?? folder, name: unescaped(name ?? folder) },
    topic: unescaped(topic),
  };
}

/** `.20` stands for a space, as `%20` in an address; an escape that is not UTF-8 is left as it stands. */
export function unescaped(name: string): string {
  return name.replace(/(?:\.[0-9A-F]{2})+/g, (run) => {
    try {
      return decodeURIComponent(run.replaceAll('.', '%'));
    } catch {
      return run;
    }
  });
}
