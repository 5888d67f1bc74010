/** The tables as Kysely sees them. */
export interface Schema {}
