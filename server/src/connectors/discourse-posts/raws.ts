import type { Raw } from '@passerelle/kit';
import type { Category, Message, Person, Post, Topic, TopicPage } from './schema.ts';

const LIKE = '2';
const SMALL_ACTION = 3;
const WHISPER = 4;

/** A topic of members: not a private conversation, not a note of the team to itself, not « closed this topic ». */
export function isPublicWord(post: Post): boolean {
  if (post.topic_archetype === 'private_message') return false;
  return post.post_type !== SMALL_ACTION && post.post_type !== WHISPER;
}

/** What one post tells: itself, its author, its topic and its category. `page` is the topic's page it stands on. */
export function rawsOf(post: Post, created: string, page: TopicPage | undefined): readonly Raw[] {
  const updated = instantOf(post.updated_at ?? '') ?? created;
  const category = post.category_id ?? page?.category_id;
  const raws: Raw[] = [personRaw(post, updated)];
  raws.push(categoryStub(category));
  raws.push(page === undefined ? topicFromPost(post, updated) : topicFromPage(post, page));
  raws.push({
    kind: 'post',
    externalId: String(post.id),
    version: versionOf(post, updated),
    payload: messageOf(post, created, updated, category),
  });
  return raws;
}

/** The ISO form of an instant with a zone; undefined for anything else. */
export function instantOf(text: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\d[T ].*(?:Z|UTC|[+-]\d\d:?\d\d)$/.test(text)) return undefined;
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds)) return undefined;
  const iso = new Date(milliseconds).toISOString();
  return /^\d{4}-/.test(iso) ? iso : undefined;
}

/**
 * A topic that was renamed leaves copies with the same id, revision and date: the copy read by more people was taken
 * later.
 */
function versionOf(post: Post, updated: string): string {
  return `${updated} ${padded(post.version)} ${padded(post.reads)}`;
}

function padded(count: number | undefined): string {
  return String(Math.max(0, count ?? 0)).padStart(9, '0');
}

function authorOf({ user_id: id, username }: Post): string {
  return id === undefined ? `@${username.toLowerCase()}` : String(id);
}

function personRaw(post: Post, updated: string): Raw {
  const { user_id: id, username, name } = post;
  const role = roleOf(id, post.admin || post.moderator || post.staff);
  const payload: Person = {
    username,
    ...(name === undefined || name === username ? {} : { name }),
    ...(role === undefined ? {} : { role }),
  };
  return { kind: 'person', externalId: authorOf(post), version: updated, payload };
}

/** Discourse gives its own accounts (« system », « discobot ») negative ids. */
function roleOf(id: number | undefined, isTeam: boolean): Person['role'] {
  if (id !== undefined && id < 0) return 'bot';
  return isTeam ? 'staff' : undefined;
}

/** Posts name the number of their category only; its name comes from `categories.json` or `site.json`. */
function categoryStub(id: number | undefined): Raw {
  const name = id === undefined ? 'Discourse' : `#${id}`;
  return { kind: 'category', externalId: channelOf(id), version: '0', payload: { name } };
}

/** Where posts stand whose category the export does not tell. */
export function channelOf(category: number | undefined): string {
  return category === undefined ? 'none' : String(category);
}

export function categoryRaw({ id, name }: Category): Raw {
  return { kind: 'category', externalId: String(id), version: '1', payload: { name } };
}

/** The opening post is revised when the topic is renamed: it says more than the others. */
function topicFromPost(post: Post, updated: string): Raw {
  const rank = post.post_number === 1 ? 1 : 0;
  const title = post.topic_title ?? wordsOf(post.topic_slug);
  const url = urlOf(post, post.topic_slug);
  const payload: Topic = {
    tags: [],
    closed: false,
    ...(post.category_id === undefined ? {} : { category: post.category_id }),
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
  };
  return { kind: 'topic', externalId: String(post.topic_id), version: `${rank} ${versionOf(post, updated)}`, payload };
}

function topicFromPage(post: Post, page: TopicPage): Raw {
  const title = page.title ?? post.topic_title ?? wordsOf(page.slug ?? post.topic_slug);
  const url = urlOf(post, page.slug ?? post.topic_slug);
  const payload: Topic = {
    tags: page.tags,
    closed: page.closed,
    ...(page.category_id === undefined ? {} : { category: page.category_id }),
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
  };
  const latest = instantOf(page.last_posted_at ?? '') ?? '';
  return { kind: 'topic', externalId: String(page.id), version: `2 ${latest}`, payload };
}

function wordsOf(slug: string | undefined): string | undefined {
  return slug?.replaceAll('-', ' ');
}

/** Avatars uploaded to the forum carry its host in their address: the only place where a post tells where it stands. */
function urlOf(post: Post, slug: string | undefined): string | undefined {
  const [, folder, host] =
    /^(\/[^?#]*?)?\/user_avatar\/([a-z0-9.-]+\.[a-z]{2,}|localhost)\//i.exec(post.avatar_template ?? '') ?? [];
  if (host === undefined) return undefined;
  return `https://${host}${folder ?? ''}/t/${slug === undefined ? '' : `${encodeURIComponent(slug)}/`}${post.topic_id}`;
}

function messageOf(post: Post, created: string, updated: string, category: number | undefined): Message {
  const { reply_to_post_number: replyTo } = post;
  const url = urlOf(post, post.topic_slug);
  return {
    topic: post.topic_id,
    number: post.post_number,
    author: authorOf(post),
    created,
    ...textOf(post),
    reactions: reactionsOf(post),
    hidden: post.hidden || post.user_deleted,
    deleted: post.deleted_at !== undefined,
    ...(category === undefined ? {} : { category }),
    ...(isEdited(post, created, updated) ? { edited: updated } : {}),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(url === undefined ? {} : { url: `${url}/${post.post_number}` }),
  };
}

/** What the author typed says more than what the forum made of it. */
function textOf({ raw, cooked }: Post): Pick<Message, 'text' | 'format'> {
  return typeof raw === 'string' ? { text: raw, format: 'markdown' } : { text: cooked ?? '', format: 'html' };
}

/** The forum touches posts for reasons of its own: only a further revision is an edit. */
function isEdited({ version }: Post, created: string, updated: string): boolean {
  return (version ?? 1) > 1 && updated > created;
}

/** Reactions where the forum has them; else its likes. Nobody is named, they are counted. */
function reactionsOf({ reactions, actions_summary: actions }: Post): Message['reactions'] {
  const told =
    reactions.length > 0
      ? reactions
      : actions.filter(({ id }) => id === LIKE).map(({ count }) => ({ id: 'heart', count }));
  const byEmoji = new Map<string, number>();
  for (const { id, count } of told) if (count > 0 && id.trim() !== '') byEmoji.set(id, (byEmoji.get(id) ?? 0) + count);
  return [...byEmoji].map(([emoji, count]) => ({ emoji, count }));
}
