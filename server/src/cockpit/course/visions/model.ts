/** What the community is for, as it was last written. */
export interface Vision {
  readonly number: number;
  readonly text: string;
  readonly writtenBy: string;
  readonly writtenAt: Date;
}

/** A sponsor said yes to the version of that number. */
export interface Confirmation {
  readonly number: number;
  readonly by: string;
  readonly at: Date;
}
