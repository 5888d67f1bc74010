import type { Recording } from '@passerelle/kit/conformance';

/** Made-up people of a made-up workshop of boat builders. */
function post(fields: object): object {
  return {
    name: 'Maëlle Kervran',
    username: 'maelle',
    user_id: 4,
    avatar_template: '/user_avatar/forum.chantier.example/maelle/{size}/28_2.png',
    created_at: '2023-05-02T08:00:00.000Z',
    updated_at: '2023-05-02T08:00:00.000Z',
    post_type: 1,
    reply_to_post_number: null,
    topic_id: 31,
    topic_slug: 'coque-en-chene',
    category_id: 7,
    version: 1,
    reads: 3,
    actions_summary: [],
    reactions: [],
    admin: false,
    moderator: false,
    staff: false,
    hidden: false,
    deleted_at: null,
    user_deleted: false,
    ...fields,
  };
}

const opening = { id: 101, post_number: 1, topic_title: 'Coque en chêne', raw: 'Bonjour, **quel** bois ?', cooked: '<p>Bonjour</p>' };
const answer = {
  id: 102,
  post_number: 2,
  topic_title: 'Coque en chêne',
  reply_to_post_number: 1,
  name: 'Ruben Aït',
  username: 'ruben',
  user_id: 9,
  avatar_template: '/letter_avatar_proxy/v4/letter/r/abc/{size}.png',
  raw: '[quote="maelle, post:1, topic:31"]\nquel bois ?\n[/quote]\n\nDu chêne 🌳',
  created_at: '2023-05-02T09:30:00.500Z',
  updated_at: '2023-05-03T10:00:00.000Z',
  version: 2,
  moderator: true,
  reactions: [
    { id: 'heart', type: 'emoji', count: 2 },
    { id: 'ship', type: 'emoji', count: 1 },
  ],
};

export const recordings: readonly Recording[] = [
  {
    name: 'one post to a file, a topic renamed',
    files: {
      'posts/2023-05/101-maelle-quel-bois.json': JSON.stringify(post({ ...opening, topic_title: 'Quel bois ?' }), null, 1),
      'posts/2023-05/101-maelle-coque-en-chene.json': JSON.stringify(post({ ...opening, version: 2, updated_at: '2023-05-04T00:00:00.000Z' })),
      'posts/2023-05/102-ruben.json': JSON.stringify(post(answer), null, 1),
      'posts/2023-05/103-systeme.json': JSON.stringify(
        post({ id: 103, post_number: 3, user_id: -1, username: 'system', name: 'system', admin: true, staff: true, raw: 'Bienvenue', actions_summary: [{ id: 2, count: 4 }] }),
      ),
      'posts/2023-05/104-ferme.json': JSON.stringify(post({ id: 104, post_number: 4, post_type: 3, raw: '', action_code: 'closed.enabled' })),
      'posts/2023-05/105-retire.json': JSON.stringify(post({ id: 105, post_number: 5, raw: '(retiré)', user_deleted: true })),
      'posts/2023-05/106-efface.json': JSON.stringify(post({ id: 106, post_number: 6, raw: 'x', deleted_at: '2023-06-01T00:00:00.000Z' })),
    },
  },
  {
    name: 'a page of a topic, pages of posts, and the categories',
    files: {
      'site.json': JSON.stringify({ default_archetype: 'regular', categories: [{ id: 7, name: 'Charpente', slug: 'charpente' }] }),
      'categories.json': JSON.stringify({
        category_list: {
          can_create_category: false,
          categories: [{ id: 8, name: 'Voilerie', slug: 'voilerie', subcategory_list: [{ id: 12, name: 'Cordages', slug: 'cordages' }] }],
        },
      }),
      't/31.json': JSON.stringify({
        post_stream: {
          posts: [
            post({ ...opening, category_id: undefined, topic_title: undefined, raw: undefined }),
            post({ ...answer, category_id: undefined, topic_title: undefined }),
          ],
          stream: [101, 102, 103],
        },
        id: 31,
        title: 'Coque en chêne',
        slug: 'coque-en-chene',
        category_id: 7,
        closed: true,
        tags: ['bois', { id: 3, name: 'coque' }],
        last_posted_at: '2023-05-02T09:30:00.500Z',
      }),
      'posts.json': JSON.stringify({
        latest_posts: [
          post({ id: 140, post_number: 1, topic_id: 40, topic_slug: 'voile-neuve', topic_title: 'Voile neuve', category_id: 8, raw: 'Cherche voile' }),
          post({ id: 141, post_number: 1, topic_id: 41, topic_archetype: 'private_message', category_id: null, raw: 'secret' }),
        ],
      }),
      'posts-before-140.json': JSON.stringify([post({ id: 139, post_number: 2, topic_id: 39, topic_slug: 'epissure', category_id: null, raw: 'Épissure ?' })]),
    },
  },
];
