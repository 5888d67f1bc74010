/** Class names of one element: what is absent or false leaves no trace. */
export function cx(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== '').join(' ');
}
