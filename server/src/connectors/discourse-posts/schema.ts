import { z } from 'zod';

const Optional = {
  text: z
    .string()
    .nullish()
    .transform((text) => (text == null || text.trim() === '' ? undefined : text)),
  count: z
    .int()
    .nullish()
    .transform((count) => count ?? undefined),
  flag: z
    .boolean()
    .nullish()
    .transform((flag) => flag ?? false),
};

const Tally = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  count: z.int().optional().default(0),
});
const Tallies = z
  .array(Tally)
  .nullish()
  .catch([])
  .transform((tallies) => tallies ?? []);

/** A post as the programming interface of Discourse gives it. */
export const Post = z
  .object({
    id: z.int().nonnegative(),
    topic_id: z.int().nonnegative(),
    post_number: z.int().positive(),
    username: z.string().trim().min(1),
    user_id: Optional.count,
    name: Optional.text,
    avatar_template: Optional.text,
    created_at: z.string(),
    updated_at: Optional.text,
    post_type: Optional.count,
    topic_title: Optional.text,
    topic_slug: Optional.text,
    topic_archetype: Optional.text,
    category_id: Optional.count,
    raw: z.string().nullish(),
    cooked: z.string().nullish(),
    reply_to_post_number: Optional.count,
    version: Optional.count,
    reads: Optional.count,
    reactions: Tallies,
    actions_summary: Tallies,
    admin: Optional.flag,
    moderator: Optional.flag,
    staff: Optional.flag,
    hidden: Optional.flag,
    user_deleted: Optional.flag,
    deleted_at: Optional.text,
  })
  .refine((post) => typeof post.raw === 'string' || typeof post.cooked === 'string', { path: ['raw'] });
export type Post = z.infer<typeof Post>;

/** The object around `post_stream`: what a topic's page says of the topic itself. */
export const TopicPage = z.object({
  id: z.int().nonnegative(),
  title: Optional.text,
  slug: Optional.text,
  category_id: Optional.count,
  archetype: Optional.text,
  closed: Optional.flag,
  last_posted_at: Optional.text,
  tags: z
    .array(z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]))
    .nullish()
    .catch([])
    .transform((tags) => tags ?? []),
});
export type TopicPage = z.infer<typeof TopicPage>;

export const Category = z.object({
  id: z.int(),
  name: z.string().trim().min(1),
  slug: Optional.text,
});
export type Category = z.infer<typeof Category>;

/** What is kept of each, and read again whenever the reading improves. */
export const Message = z.object({
  topic: z.number(),
  number: z.number(),
  author: z.string(),
  category: z.number().optional(),
  created: z.string(),
  edited: z.string().optional(),
  text: z.string(),
  format: z.enum(['markdown', 'html']),
  replyTo: z.number().optional(),
  reactions: z.array(z.object({ emoji: z.string(), count: z.number() })),
  hidden: z.boolean(),
  deleted: z.boolean(),
  url: z.string().optional(),
});
export type Message = z.infer<typeof Message>;

export const Topic = z.object({
  category: z.number().optional(),
  title: z.string().optional(),
  url: z.string().optional(),
  tags: z.array(z.string()),
  closed: z.boolean(),
});
export type Topic = z.infer<typeof Topic>;

export const Person = z.object({
  username: z.string(),
  name: z.string().optional(),
  role: z.enum(['staff', 'bot']).optional(),
});
export type Person = z.infer<typeof Person>;

export const Channel = z.object({ name: z.string() });
