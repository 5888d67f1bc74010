import type { Gives } from '@passerelle/kit';

export interface StoredPlace {
  readonly id: string;
  readonly name: string;
  readonly connector: string;
  readonly language: 'fr' | 'en' | null;
  readonly state: 'half_set_up' | 'connected' | 'throttled' | 'needs_reauth' | 'paused' | 'gone';
  readonly version: number;
}

/** One row of the list of places, as the query gives it. */
export interface PlaceRow extends StoredPlace {
  readonly gives: Partial<Gives>;
  readonly last_import_at: Date | null;
}

/** What came from a place, as the query gives it. */
export interface CountsRow extends Pick<PlaceRow, 'id' | 'gives'> {
  readonly channels: number;
  readonly members: number;
  readonly threads: number;
  readonly messages: number;
  readonly newest: Date | null;
}

export interface NewPlace {
  readonly id: string;
  readonly name: string;
  readonly language: 'fr' | 'en' | null;
  readonly createdAt: Date;
}
