/** The archive of a made-up gardening forum, in the shape of `forum-json`. */

const NAMES = ['Brindavoine', 'Quenotte', 'Paimpolaise', 'Éloïse', 'TontonTerreau', 'Noisetine', 'Galipette'] as const;
/** He opens the first thread, is named in texts and in mentions, and will ask to be erased. */
export const LEAVING = NAMES[0];

const LINES = [
  'Bonjour, j’ai un bug à l’arrosage depuis hier soir.',
  'La forêt borde le potager, est-ce un souci pour les semis ?',
  'Chez moi les bourgeons ont gelé au printemps.',
  'Merci pour la réponse, c’est réglé.',
  'Un deuxième BUG : la minuterie oublie l’heure d’été.',
  'Près de la foret, il faut clôturer.',
] as const;

const THREADS = 8;

export interface MadeForum {
  readonly text: string;
  readonly threads: number;
  readonly members: number;
  readonly messages: number;
  /** Messages holding the word « bug », in any case. */
  readonly bugs: number;
  /** Messages holding « forêt » or « foret ». */
  readonly forests: number;
}

/** `messages` of seven people in eight threads. The same number gives the same text, byte for byte. */
export function madeForum(messages = 120): MadeForum {
  const threads = Array.from({ length: THREADS }, (_, thread) => ({
    title: `Carré n° ${thread + 1} : semis & récoltes`,
    id: 100 + thread,
    minorTag: null,
    majorTag: null,
    kubes: 0,
    states: null,
    comments: Array.from({ length: Math.ceil((messages - thread) / THREADS) }, (__, comment) =>
      messageOf(thread + comment * THREADS, comment),
    ),
  }));
  const texts = threads.flatMap(({ comments }) => comments.map(({ content }) => content));
  return {
    text: JSON.stringify({ utcOffset: 1, threads }, null, 1),
    threads: THREADS,
    members: NAMES.length,
    messages: texts.length,
    bugs: texts.filter((text) => /\bbug\b/iu.test(text)).length,
    forests: texts.filter((text) => /for[êe]t/u.test(text)).length,
  };
}

function messageOf(number: number, comment: number) {
  const author = number % NAMES.length;
  const named = (number + 3) % NAMES.length;
  const day = new Date(Date.UTC(2023, 0, 1 + (number % 500))).toISOString().slice(0, 10);
  const mention = `<span class="tid_user tid_user_${named + 1}">${NAMES[named] ?? ''}</span>`;
  const plain = number % 10 === 4 && author !== 0 ? ` Demandez à ${LEAVING}.` : '';
  return {
    authorID: author + 1,
    id: comment,
    deducedDate: day,
    loadTimestamp: 1_690_000_000_000,
    states: null,
    content: `<p>${mention} ${LINES[number % LINES.length] ?? ''}${plain}</p>`,
  };
}
