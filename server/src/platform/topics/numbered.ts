/** Texts told apart by small numbers, in the order they came. */
export class Numbered {
  readonly all: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.all.length;
    this.#numbers.set(text, number);
    this.all.push(text);
    return number;
  }
}
