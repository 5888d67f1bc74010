/** Every French word, one chunk of its own. */
export const tables = import.meta.glob<Readonly<Record<string, string>>>('./fr/*.json', {
  import: 'default',
  eager: true,
});
