import type { Recording } from '@passerelle/kit/conformance';

/** Made-up people of a made-up choir. */
const users = [
  { id: 'USLACKBOT', name: 'slackbot', real_name: 'Slackbot', is_bot: false, updated: 0, profile: { real_name: 'Slackbot' } },
  {
    id: 'U0ALTO1',
    name: 'irene',
    real_name: 'Irène Maas',
    is_admin: true,
    updated: 1700000000,
    profile: { real_name: 'Irène Maas', display_name: 'Irène', email: 'irene@choeur.example', phone: '000' },
  },
  { id: 'U0BASS2', name: 'tom', real_name: 'Tom Ode', is_bot: false, updated: 1700000001, profile: { real_name: 'Tom Ode', display_name: '' } },
  { id: 'U0MUTE3', name: 'silvia', real_name: 'Silvia Noé', deleted: true, updated: 1700000002, profile: null },
];
const channels = [
  { id: 'C0HALL', name: 'general', members: ['U0ALTO1', 'U0BASS2'] },
  { id: 'C0NOTES', name: 'partitions', members: [] },
];

const question = {
  type: 'message',
  user: 'U0BASS2',
  text: 'Qui a la <https://partitions.example/a_b(1)|partition *5*> de &lt;Fauré&gt; ? <@U0ALTO1> <!here>',
  ts: '1700000100.000200',
  thread_ts: '1700000100.000200',
  reply_count: 2,
  latest_reply: '1700000300.000400',
  reactions: [{ name: 'musical_note', users: ['U0ALTO1', 'U0MUTE3'], count: 5 }],
};
const answer = {
  type: 'message',
  user: 'U0ALTO1',
  text: '*Moi*, ~pas~ Tom : `a &amp; b`',
  ts: '1700000200.000300',
  thread_ts: '1700000100.000200',
  edited: { user: 'U0ALTO1', ts: '1700000250.000000' },
};
const broadcast = { type: 'message', subtype: 'thread_broadcast', user: 'U0GUEST', user_profile: { name: 'ana', real_name: 'Ana Lys' }, text: 'Merci 🎶', ts: '1700000300.000400', thread_ts: '1700000100.000200' };
const joined = { type: 'message', subtype: 'channel_join', user: 'U0BASS2', text: '<@U0BASS2> has joined the channel', ts: '1700000050.000100' };
const robot = { type: 'message', subtype: 'bot_message', bot_id: 'B0METRO', username: 'Métronome', text: '', attachments: [{ fallback: 'Répétition à 18 h' }], ts: '1700090000.000100' };
const picture = { type: 'message', user: 'U0ALTO1', text: '', files: [{ id: 'F1', title: 'affiche.png', url_private: 'https://…' }], ts: '1700090100.000100' };
const erased = { type: 'message', subtype: 'tombstone', user: 'USLACKBOT', text: 'This message was deleted.', ts: '1700090200.000100' };

const json = (value: unknown): string => JSON.stringify(value, null, 1);

export const recordings: readonly Recording[] = [
  {
    name: 'an export of Slack',
    files: {
      'users.json': json(users),
      'channels.json': json(channels),
      'groups.json': json([{ id: 'G0BUREAU', name: 'bureau' }]),
      'dms.json': json([{ id: 'D0AB12CD34', members: [] }]),
      'integration_logs.json': '[]',
      'general/2023-11-14.json': json([joined, question, answer, broadcast]),
      'partitions/2023-11-15.json': json([robot, picture, erased]),
      'bureau/2023-11-15.json': json([{ ...answer, text: 'secret' }]),
      'D0AB12CD34/2023-11-15.json': json([{ ...answer, text: 'secret' }]),
    },
  },
  {
    name: 'two runs that overlap',
    files: {
      'run-2023-11-15T10:00:00/channels.json': json([{ id: 'C0HALL', name: 'entrée' }]),
      'run-2023-11-15T10:00:00/entrée/2023-11-14.json': json([{ ...question, reply_count: 0, thread_ts: undefined, latest_reply: undefined, reactions: [] }]),
      'run-2023-11-16T10:00:00/users.json': json(users),
      'run-2023-11-16T10:00:00/channels.json': json(channels),
      'run-2023-11-16T10:00:00/general/2023-11-14.json': json([question, answer]),
      'run-2023-11-16T10:00:00/nouveau/2023-11-15.json': json([picture]),
    },
  },
];
