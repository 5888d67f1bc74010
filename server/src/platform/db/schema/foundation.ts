import type { Generated } from 'kysely';

/** Tables of 0001-foundation.sql. Days are 'YYYY-MM-DD', instants are Date. */
export interface FoundationTables {
  workspace: {
    id: string;
    slug: string;
    name: string;
    zone: string;
    language: 'fr' | 'en';
    is_demo: boolean;
    created_at: Date;
    /** Since 0010. */
    smallest_group: Generated<number>;
  };
}
