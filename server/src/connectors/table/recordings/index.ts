import type { Recording } from '@passerelle/kit/conformance';

const FRENCH = `sep=;
Date de publication;Auteur;Courriel;Rubrique;Sujet;Message;N°
13/03/2021 09:00;Odile Bélanger;odile@herbier.example;Serre;Étiquettes;"Bonjour,
quel ""format"" ; A5 ?";1
13/03/2021 10:30;Bo Li;bo@musee.example;Serre;RE: Étiquettes;A6;2
04/03/2021;Odile B.;Odile@herbier.example;Accueil;Étiquettes;=SOMME(A1:A9);3
05/03/2021 08:00;Bo Li;;Accueil;Bienvenue;@bonjour;4
`;

const LINES = [
  { id: 'm1', ts: 1614589200, user: { name: 'odile' }, text: 'Who keeps ferns?', thread_id: 'm1', lang: 'en' },
  { id: 'm2', ts: 1614592800, user: { name: 'boli' }, text: 'I do', thread_id: 'm1', parent_id: 'm1', tags: ['a', 'b'] },
  { id: 'm3', ts: 1614596400, user: { name: 'boli' }, text: '', url: 'https://herbier.example/m3' },
];

/** Made-up people of a made-up botanical society. */
export const recordings: readonly Recording[] = [
  {
    name: 'a French spreadsheet',
    files: { 'messages.csv': Buffer.from(FRENCH.replaceAll('’', "'"), 'latin1') },
    options: {
      date: 'Date de publication',
      author: 'Auteur',
      email: 'Courriel',
      channel: 'Rubrique',
      title: 'Sujet',
      text: 'Message',
      id: 'N°',
      dateFormat: 'dmy',
      zone: 'Europe/Paris',
    },
  },
  {
    name: 'JSON Lines',
    files: { 'export.jsonl': LINES.map((line) => `${JSON.stringify(line)}\n`).join('') },
  },
  {
    name: 'an English table without ids',
    files: {
      'posts.csv': 'created_at,body,username\n03/25/2021 4:30 PM,Hello,zoe\n03/04/2021,"Again, hello",zoe\n03/04/2021,"Again, hello",zoe\n',
    },
  },
];
