import { isNews, jsonElements, misfit, problemOf, problemPiece, rawPiece, stableText } from '@passerelle/kit';
import type { ExportFile, ImportState, Piece, Raw } from '@passerelle/kit';
import { categoryRaw, instantOf, isPublicWord, rawsOf } from './raws.ts';
import { Category, Post, TopicPage } from './schema.ts';

const PAGE = 'post_stream.posts[]';
const POSTS: readonly string[] = ['[]', PAGE, 'latest_posts[]', 'posts[]'];
const CATEGORIES: readonly string[] = ['category_list.categories[]', 'categories[]'];
/** The page of a topic names its category behind its posts: they wait for it, at most so many characters of them. */
const MOST_WAITING = 32 * 1024 * 1024;

interface Waiting {
  readonly value: unknown;
  readonly line: number;
}

interface Reading {
  readonly file: ExportFile;
  readonly state: ImportState;
  waiting: Waiting[];
  weight: number;
  /** Some list of posts or categories was found: the outermost object is then not a post itself. */
  found: boolean;
}

/** Reads one file: a post, a list of posts, a page of the latest posts, a topic's page, or the list of categories. */
export async function* pieces(file: ExportFile, state: ImportState): AsyncIterable<Piece> {
  const reading: Reading = { file, state, waiting: [], weight: 0, found: false };
  for await (const item of jsonElements(file, [...POSTS, ...CATEGORIES])) {
    if (item.type === 'problem') yield item;
    else if (item.type === 'parent') yield* objectPieces(reading, item);
    else {
      reading.found = true;
      if (CATEGORIES.includes(item.path)) yield* categoryPieces(reading, item);
      else if (item.path !== PAGE) yield* postPieces(reading, item, undefined);
      else if (!waits(reading, item)) yield* postPieces(reading, item, TopicPage.safeParse(item.parents[0]).data);
    }
  }
  // The page was cut before it named its category.
  for (const post of reading.waiting) yield* postPieces(reading, post, undefined);
}

function waits(reading: Reading, post: Waiting): boolean {
  reading.weight += JSON.stringify(post.value).length;
  if (reading.weight > MOST_WAITING) return false;
  reading.waiting.push({ value: post.value, line: post.line });
  return true;
}

function* objectPieces(reading: Reading, { path, value, line }: Waiting & { readonly path: string }): Iterable<Piece> {
  if (path !== '') return;
  if (looksLikePost(value)) {
    yield* postPieces(reading, { value, line }, undefined);
    return;
  }
  const page = TopicPage.safeParse(value).data;
  for (const post of reading.waiting) yield* postPieces(reading, post, page);
  reading.waiting = [];
  const isEmpty = page !== undefined || stableText(value) === '{}';
  if (!reading.found && !isEmpty) yield problemPiece(problemOf(reading.file.path, 'unknown_file', { line }));
}

function looksLikePost(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('post_number' in value || 'cooked' in value || 'raw' in value);
}

function* postPieces(reading: Reading, { value, line }: Waiting, page: TopicPage | undefined): Iterable<Piece> {
  const parsed = Post.safeParse(value);
  if (!parsed.success) {
    yield flaw(reading, misfit(value, parsed.error.issues[0]?.path ?? []), line, value);
    return;
  }
  const post = parsed.data;
  const created = instantOf(post.created_at);
  if (created === undefined) {
    yield flaw(reading, 'bad_date', line, post.created_at);
    return;
  }
  if (!isPublicWord(post) || page?.archetype === 'private_message') return;
  for (const raw of rawsOf(post, created, page)) yield* told(reading.state, raw);
}

/** A post is always given: which of its copies is the newest is for the house to say. */
function* told(state: ImportState, raw: Raw): Iterable<Piece> {
  if (raw.kind === 'post' || isNews(state, raw)) yield rawPiece(raw);
}

function* categoryPieces(reading: Reading, { value, line }: Waiting): Iterable<Piece> {
  const parsed = Category.safeParse(value);
  if (!parsed.success) {
    yield flaw(reading, misfit(value, parsed.error.issues[0]?.path ?? []), line, value);
    return;
  }
  yield* told(reading.state, categoryRaw(parsed.data));
  if (typeof value !== 'object' || value === null || !('subcategory_list' in value)) return;
  if (!Array.isArray(value.subcategory_list)) return;
  for (const below of value.subcategory_list) {
    const category = Category.safeParse(below).data;
    if (category !== undefined) yield* told(reading.state, categoryRaw(category));
  }
}

function flaw({ file }: Reading, code: 'bad_date' | ReturnType<typeof misfit>, line: number, value: unknown): Piece {
  return problemPiece(
    problemOf(file.path, code, { line, excerpt: typeof value === 'string' ? value : JSON.stringify(value) }),
  );
}
