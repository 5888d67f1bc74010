import { IntlMessageFormat } from 'intl-messageformat';
import type { Check, Tree } from './tree.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** Where the two languages lie side by side. */
const HOMES = ['web/src/i18n', 'server/src/platform/i18n'] as const;

type Words = ReadonlyMap<string, string>;

function flatten(value: unknown, prefix: string, into: Map<string, string>): void {
  if (typeof value === 'string') into.set(prefix, value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) flatten(inner, prefix === '' ? key : `${prefix}.${key}`, into);
}

function wordsOf(tree: Tree, path: string): Words {
  const words = new Map<string, string>();
  if (tree.paths.includes(path)) flatten(JSON.parse(tree.read(path)), '', words);
  return words;
}

/** The values and tags a message asks for, in any of its branches. */
function argumentsOf(elements: readonly Element[], into = new Set<string>()): ReadonlySet<string> {
  for (const element of elements) {
    if ('value' in element && element.type !== 0) into.add(String(element.value));
    if ('children' in element) argumentsOf(element.children, into);
    if ('options' in element) for (const option of Object.values(element.options)) argumentsOf(option.value, into);
  }
  return into;
}

/** What a reader will see, one text a branch; a value stands as `0`, so that the space around it can be judged. */
function textsOf(elements: readonly Element[]): readonly string[] {
  let text = '';
  const inner: string[] = [];
  for (const element of elements) {
    if (element.type === 0) text += element.value;
    else if ('children' in element) text += textsOf(element.children).join('');
    else text += '0';
    if ('options' in element) inner.push(...Object.values(element.options).flatMap((option) => textsOf(option.value)));
  }
  return [text, ...inner];
}

const TYPOGRAPHY: readonly (readonly [wrong: RegExp, advice: string])[] = [
  [/ [:;!?»]/, 'a plain space before : ; ! ? » (an unbreakable one is needed)'],
  [/« /, 'a plain space after « (an unbreakable one is needed)'],
  [/[\p{L}\p{N})»][;!?](?=\s|$)/u, 'no unbreakable space before ; ! ?'],
  [/[\p{L}\p{N})»]:(?=\s|$)/u, 'no unbreakable space before :'],
  [/'/, 'a straight apostrophe (’ is needed)'],
  [/\.\.\./, 'three dots (… is needed)'],
];

function parse(text: string, language: string): readonly Element[] | string {
  try {
    return new IntlMessageFormat(text, language).getAst();
  } catch (error) {
    return `not a readable message (${String(error)})`;
  }
}

function messageProblems(french: string, english: string): readonly string[] {
  const [fr, en] = [parse(french, 'fr'), parse(english, 'en')];
  if (typeof fr === 'string') return [`fr: ${fr}`];
  if (typeof en === 'string') return [`en: ${en}`];
  const problems: string[] = [];
  const [inFrench, inEnglish] = [argumentsOf(fr), argumentsOf(en)];
  const uneven = [...inFrench, ...inEnglish].filter((name) => !inFrench.has(name) || !inEnglish.has(name));
  if (uneven.length > 0) problems.push(`not the same values in both languages: ${uneven.join(', ')}`);
  for (const text of textsOf(fr)) {
    for (const [wrong, advice] of TYPOGRAPHY) if (wrong.test(text)) problems.push(`fr: ${advice}: ${text}`);
  }
  return problems;
}

function fileProblems(tree: Tree, home: string, file: string): readonly string[] {
  const [french, english] = [wordsOf(tree, `${home}/fr/${file}`), wordsOf(tree, `${home}/en/${file}`)];
  const keys = new Set([...french.keys(), ...english.keys()]);
  return [...keys].flatMap((key) => {
    const [fr, en] = [french.get(key), english.get(key)];
    if (fr === undefined) return [`${home}/fr/${file}: ${key} is missing`];
    if (en === undefined) return [`${home}/en/${file}: ${key} is missing`];
    return messageProblems(fr, en).map((problem) => `${home}/*/${file}: ${key}: ${problem}`);
  });
}

/** Both languages complete, asking for the same values; the French set as French is. */
export const words: Check = {
  name: 'words in both languages',
  run(tree) {
    return HOMES.flatMap((home) => {
      const isWords = (path: string): boolean =>
        path.startsWith(`${home}/`) && /^(fr|en)\/.*\.json$/.test(path.slice(home.length + 1));
      const files = new Set(tree.paths.filter(isWords).map((path) => path.slice(home.length + '/fr/'.length)));
      return [...files].flatMap((file) => fileProblems(tree, home, file));
    });
  },
};
