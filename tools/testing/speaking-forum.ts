import type { Fact } from '@passerelle/kit';

/** What the made-up people speak of: an opening and an answer to it, with words of their own over words of all days. */
const SUBJECTS = [
  {
    language: 'fr',
    title: 'Frein à disque',
    ask: 'Bonjour, mon frein à disque grince après la pluie, comment changer la plaquette de frein ?',
    answer: 'La plaquette du frein à disque se change en dix minutes, il faut purger le liquide ensuite.',
    thank: 'Merci beaucoup, le frein à disque est parfait maintenant !',
  },
  {
    language: 'fr',
    title: 'Batterie',
    ask: 'Je suis déçu, la batterie ne tient pas la charge et le chargeur chauffe. Que faire ?',
    answer: 'Une batterie se garde au chaud, le chargeur doit rester débranché la nuit dans la maison.',
    thank: 'La batterie et son chargeur sont encore en panne, c’est vraiment nul.',
  },
  {
    language: 'en',
    title: 'Child seat',
    ask: 'Hello everyone, how do I fit the child seat with the harness on the rear rack of my bike?',
    answer: 'The child seat goes on the rack, then you tighten the harness and check the buckle of the seat.',
    thank: 'Thank you so much, the child seat and its harness work like a charm!',
  },
  {
    language: 'fr',
    title: 'Antivol',
    ask: 'Quel antivol choisir contre le vol devant la gare, une chaîne ou un antivol pliant ?',
    answer: 'Un antivol pliant et une assurance contre le vol suffisent, la chaîne pèse trop sur le cadre.',
    thank: 'L’antivol pliant est très bien, merci à tous pour vos conseils.',
  },
] as const;

const DAYS = [
  'le voisin',
  'une promenade',
  'la boulangerie',
  'le dimanche',
  'la météo',
  'mon jardin',
  'les vacances',
  'un café',
];
const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 5, 9);

export interface SpeakingForum {
  readonly threads: number;
  /** Threads are numbered from here on. */
  readonly from?: number;
}

/** The facts of a forum of four subjects in two languages, and of small talk; the same for the same numbers. */
export function speakingForum({ threads, from = 0 }: SpeakingForum): readonly Fact[] {
  const facts: Fact[] = [{ type: 'channel', externalId: 'atelier', name: 'Atelier' }];
  for (let person = 0; person < 14; person += 1) {
    facts.push({
      type: 'person',
      externalId: `p${String(person)}`,
      keyedBy: 'id',
      handle: `habitant${String(person)}`,
    });
  }
  for (let n = from; n < from + threads; n += 1) facts.push(...threadOf(n));
  return facts;
}

function threadOf(n: number): readonly Fact[] {
  const subject = SUBJECTS[n % 5];
  const talk = (at: number): string => DAYS[(n * 5 + at * 3) % DAYS.length] ?? '';
  const small = `Avec ${talk(0)} et ${talk(1)}, nous avons parlé de ${talk(2)} chez nous hier soir.`;
  const texts =
    subject === undefined ? [small, small] : [subject.ask, `${subject.answer} ${subject.answer}`, subject.thank];
  const thread = `t${String(n)}`;
  const head: Fact = {
    type: 'thread',
    externalId: thread,
    channel: 'atelier',
    title: `${subject?.title ?? 'Bavardage'} ${String(n)}`,
  };
  const messages = texts.map((text, at): Fact => ({
    type: 'message',
    externalId: `${thread}-${String(at)}`,
    channel: 'atelier',
    thread,
    opens: at === 0,
    by: `p${String((n * 3 + at * 5) % 14)}`,
    when: { at: new Date(START + (n * 90 + at) * MINUTE).toISOString() },
    text: subject === undefined ? text : `${text} ${subject.language === 'fr' ? `Pensez à ${talk(at)} aussi.` : ''}`,
    format: 'plain',
  }));
  return [head, ...messages];
}
