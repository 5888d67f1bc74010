/** A letter to somebody of the house, or to whoever was asked to decide from outside. */
export interface NewLetter {
  /** What it is about and for whom: a second letter of the same key is not written. */
  readonly key: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  /** What `{token}` in the body opens; its secret is made when the letter leaves, and only its hash is kept. */
  readonly door?: { readonly kind: string; readonly objectId: string };
}

/** A letter that is being sent. */
export interface Claimed {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly doorKind: string | null;
  readonly doorObject: string | null;
}

/** How letters leave, as far as people may know. */
export interface Post {
  /** Whom letters are from; undefined: no letters leave this installation. */
  readonly from: string | undefined;
}
