import type { FunctionName } from '#kernel/actor.ts';
import type { CharterLine, CharterView, LetterView } from '#rocket/charter/wire.ts';

/** Whose job is described: a person, a title of the house, or a function by itself (then without a name). */
export interface Subject {
  readonly key: string;
  readonly name?: string;
  readonly title?: string;
  readonly functions: readonly FunctionName[];
  readonly colleagueId?: string;
}

const FUNCTIONS: readonly FunctionName[] = [
  'pilot',
  'host',
  'moderator',
  'owner',
  'expert',
  'compliance',
  'sponsor',
  'admin',
];

/** Everybody, then the titles of the house, then the functions. */
export function subjectsOf({ people, titles }: CharterView): readonly Subject[] {
  return [
    ...people.map(({ id, name, functions, title }) => ({
      key: id,
      name,
      functions,
      colleagueId: id,
      ...(title === null ? {} : { title }),
    })),
    ...titles.map(({ name, functions }) => ({ key: `title:${name}`, name, functions })),
    ...FUNCTIONS.map((one) => ({ key: `function:${one}`, functions: [one] })),
  ];
}

/** Stronger first, as the charter itself weighs several functions of one person. */
const STRENGTH: readonly LetterView[] = ['A', 'R', 'C', 'I'];

/** What somebody holds, by letter. */
export function heldBy(charter: CharterView, subject: Subject): Readonly<Record<LetterView, readonly CharterLine[]>> {
  const letterIn = (line: CharterLine): LetterView | undefined => {
    if (subject.colleagueId !== undefined) {
      return line.people.find(({ colleagueId }) => colleagueId === subject.colleagueId)?.letter ?? undefined;
    }
    return STRENGTH.find((letter) => subject.functions.some((one) => line.functions[one] === letter));
  };
  const lines = (letter: LetterView): readonly CharterLine[] =>
    charter.items.filter((line) => letterIn(line) === letter);
  return { A: lines('A'), R: lines('R'), C: lines('C'), I: lines('I') };
}
