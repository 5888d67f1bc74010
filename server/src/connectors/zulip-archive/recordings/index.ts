import type { Recording } from '@passerelle/kit/conformance';

function topic(messages: readonly object[]): string {
  return JSON.stringify(messages, null, 4);
}

/** Made-up people of a made-up botanical society. */
export const recordings: readonly Recording[] = [
  {
    name: 'two streams',
    files: {
      'zulip_json/stream_index.json': '{"streams": {}, "time": 0}',
      'zulip_json/412-jardin-partagé/.23semis.20.26.20boutures.json': topic([
        {
          content: '<p>Qui a des graines de capucine ?</p>',
          id: 9001,
          sender_full_name: 'Odile Tremblay',
          timestamp: 1700000000,
        },
        {
          content:
            '<p><span class="user-mention silent" data-user-id="7">Odile Tremblay</span> <a href="#narrow/stream/412-jardin/topic/.23semis/near/9001">said</a>:</p>\n<blockquote>\n<p>Qui a des graines ?</p>\n</blockquote>\n<p>Moi 🌱</p>',
          id: 9002,
          sender_full_name: 'Zoé N’Diaye',
          timestamp: 1700000000,
          last_edit_timestamp: 1700000300,
        },
      ]),
      'zulip_json/412-jardin-partagé/Réunion.2E.json': topic([
        { content: '<p>Jeudi à <strong>18 h</strong></p>', id: 9003, sender_full_name: 'Bo Li', timestamp: 1700086400 },
      ]),
      'zulip_json/77-annonces/bienvenue.json': topic([
        { content: '<p>Bonjour</p>', id: 12, sender_full_name: 'Odile Tremblay', timestamp: 1600000000 },
        { content: '', id: 13, sender_full_name: 'Zoé N’Diaye', timestamp: 1600000001 },
      ]),
      'zulip_json/77-annonces/vide.json': '[]\n',
    },
  },
];
