/** The URL of a base reached by a Unix socket in the folder `host`, as DATABASE_URL would say it. */
export function urlOf(host: string, database: string): string {
  return `postgres://passerelle@/${database}?host=${encodeURIComponent(host)}`;
}
