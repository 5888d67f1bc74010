/** The archive of a made-up mailing list, in the shape of `mbox`: hours, threads and who answers whom are known. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The last instant of the archive; the 90 days that end with it begin on 2 April. */
const LAST = Date.UTC(2024, 5, 30, 12);

export interface MadeList {
  readonly text: string;
  /** In the 90 days that end with the archive, and in the 90 before. */
  readonly active: { readonly now: number; readonly before: number };
  /** Threads old enough to be judged, and those of them with an answer within seven days. */
  readonly threads: { readonly ripe: number; readonly answered: number };
}

const NOW = 60;
const BEFORE = 12;
/** Each third thread stays without an answer. */
const UNANSWERED_EACH = 3;

/**
 * One thread by each of sixty people in the last 90 days, by each of the first twelve of them in the 90 before; answered
 * by the next person after two hours. The days before the first period are empty but for one message long ago.
 */
export function madeList(): MadeList {
  const threads = [
    { at: LAST - 400 * DAY, person: 0, answered: false },
    ...spread(BEFORE, LAST - 90 * DAY),
    ...spread(NOW, LAST),
  ];
  const ripe = spread(NOW, LAST).filter(({ at }) => at + 7 * DAY <= LAST);
  return {
    text: threads.map((thread, number) => mailsOf(thread, number)).join(''),
    active: { now: NOW, before: BEFORE },
    threads: { ripe: ripe.length, answered: ripe.filter(({ answered }) => answered).length },
  };
}

interface Thread {
  readonly at: number;
  readonly person: number;
  readonly answered: boolean;
}

/** One thread by each of so many people, evenly over the 88 days that end with `last`. */
function spread(people: number, last: number): readonly Thread[] {
  return Array.from({ length: people }, (_, person) => ({
    at: last - Math.round((88 * DAY * (people - 1 - person)) / people),
    person,
    // The last thread has no answer: nothing comes after the last instant.
    answered: person % UNANSWERED_EACH !== 0 && person < people - 1,
  }));
}

function mailsOf({ at, person, answered }: Thread, number: number): string {
  const opening = mail({ at, person, id: `sujet-${number}`, subject: `Question n° ${number}` });
  if (!answered) return opening;
  const about = `sujet-${number}`;
  return (
    opening +
    mail({
      at: at + 2 * HOUR,
      person: person + 1,
      id: `reponse-${number}`,
      subject: `Re: Question n° ${number}`,
      about,
    })
  );
}

interface Mail {
  readonly at: number;
  readonly person: number;
  readonly id: string;
  readonly subject: string;
  readonly about?: string;
}

function mail({ at, person, id, subject, about }: Mail): string {
  const date = new Date(at).toUTCString();
  const answers =
    about === undefined ? '' : `In-Reply-To: <${about}@liste.example>\nReferences: <${about}@liste.example>\n`;
  return `From membre${person}@liste.example ${envelopeDate(date)}
From: Membre ${person} <membre${person}@liste.example>
Date: ${date}
Subject: ${subject}
Message-ID: <${id}@liste.example>
${answers}Content-Type: text/plain; charset=utf-8

Un texte court de la liste.

`;
}

/** `Sun, 30 Jun 2024 12:00:00 GMT` as the first line of a mail has it: `Sun Jun 30 12:00:00 2024`. */
function envelopeDate(date: string): string {
  const [weekday = '', day = '', month = '', year = '', time = ''] = date.replace(',', '').split(' ');
  return `${weekday} ${month} ${day.replace(/^0/u, ' ')} ${time} ${year}`;
}
