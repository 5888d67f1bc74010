/** Every English word, one chunk of its own. */
export const tables = import.meta.glob<Readonly<Record<string, string>>>('./en/*.json', {
  import: 'default',
  eager: true,
});
