/** What stands where a name stood. Short and the same in both languages, so that texts stay readable. */
export const TAKEN_OUT = '[…]';
