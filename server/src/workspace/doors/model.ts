/** What a token opens, and in which workspace. */
export interface Door {
  readonly kind: string;
  readonly spaceId: string;
  readonly objectId: string;
}
