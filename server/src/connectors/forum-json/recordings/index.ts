import type { Recording } from '@passerelle/kit/conformance';

/** Made-up people of a made-up botanical society. */
export const forum = {
  utcOffset: 1,
  threads: [
    {
      title: 'Étiquettes &amp; bocaux',
      id: 501,
      minorTag: '▲',
      majorTag: 'Officiel',
      kubes: 3,
      states: ['locked', 'announce'],
      comments: [
        {
          authorID: 7,
          id: 0,
          displayedDate: 'Le 01 mars 2021',
          loadTimestamp: 1690000000000,
          deducedDate: '2021-03-01',
          states: null,
          content: '<p>Bonjour <span class="tid_user tid_user_9" tid_id="9">boli</span> et <span class="tid_user tid_user_11">zoe</span></p>',
          contentWarning: null,
        },
        {
          authorID: 9,
          id: 1,
          displayedDate: 'Le 02 mars 2021',
          loadTimestamp: 1690000000000,
          deducedDate: '2021-03-02',
          states: ['niceHidden'],
          content: '<span class="tid_preCite"><span class="tid_user tid_user_7">Odile &amp; co</span></span><cite>Bonjour</cite><p>Réglé.</p>',
          contentWarning: null,
        },
        {
          authorID: 8,
          id: 2,
          deducedDate: '2021-03-02',
          loadTimestamp: 1690000000500,
          states: ['hidden'],
          content: '<p>Hors sujet.</p>',
        },
      ],
      commentsCount: 3,
      pages: 1,
    },
    {
      title: 'Suggestions',
      id: 502,
      minorTag: null,
      majorTag: null,
      kubes: 0,
      states: null,
      comments: [
        { authorID: 9, id: 0, deducedDate: '2021-04-01', loadTimestamp: 1690000000000, states: null, content: '<p>Un herbier de poche ?</p>' },
      ],
      commentsCount: 1,
      pages: 1,
    },
  ],
};

export const recordings: readonly Recording[] = [
  { name: 'a forum of two threads', files: { 'essais.json': JSON.stringify(forum, null, 1) } },
];
