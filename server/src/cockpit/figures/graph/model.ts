import type { Figure } from '#cockpit/figures/index.ts';

type Declared = Omit<Figure, 'finish' | 'detail'>;

/** Who answered whom in each window, and how often; a tie is recurring from the second day on. */
const TIES = `
tie (w, from_member, to_member, n, recurs) as (
  select asked_day.w, replies.from_member, replies.to_member, count(*), min(replies.day) < max(replies.day)
  from asked_day join replies on replies.day = asked_day.day
  group by 1, 2, 3
),
pair (w, ways, n, recurring) as (
  select tie.w, count(*), sum(tie.n), count(case when tie.recurs then 1 end)
  from tie
  group by tie.w, least(tie.from_member, tie.to_member), greatest(tie.from_member, tie.to_member)
)`;

/** Persons with a tie, and with those who wrote without one, all persons. */
const PERSONS = `
tied (w, member_id) as (
  select tie.w, tie.from_member from tie union select tie.w, tie.to_member from tie
),
somebody (w, member_id) as (
  select tied.w, tied.member_id from tied
  union
  select asked_day.w, days.member_id from asked_day join days on days.day = asked_day.day
)`;

export const REPLY_GRAPH = {
  id: 'reply_graph',
  name: { fr: 'Liens réciproques', en: 'Reciprocal ties' },
  definition: {
    fr: 'Un lien va d’une personne à chacune de celles à qui elle a répondu pendant la période. Réciprocité : liens dont l’inverse existe ÷ liens. Densité : liens ÷ n(n − 1), où n est le nombre de personnes ayant écrit pendant la période ou à qui on y a répondu. Lien récurrent : des réponses à la même personne, des jours différents.',
    en: 'A tie leads from a person to each of those he replied to in the period. Reciprocity: ties whose opposite exists ÷ ties. Density: ties ÷ n(n − 1), n being the number of persons who wrote in the period or were replied to in it. Recurring tie: replies to the same person on different days.',
  },
  population: {
    fr: 'Les personnes ; une personne est le membre fusionné, quel que soit le nombre de ses comptes. Une réponse s’adresse à l’auteur du message auquel elle répond ou, s’il n’est pas connu, à celui qui a ouvert le fil.',
    en: 'Persons; a person is the merged member, whatever the number of his accounts. A reply is addressed to the author of the message it replies to or, where that is not known, to the opener of the thread.',
  },
  exclusions: {
    fr: 'L’équipe et les robots, qu’ils répondent ou qu’on leur réponde ; les réponses à soi-même ; les messages masqués ou retirés.',
    en: 'Staff and bots, replying or replied to; replies to oneself; messages hidden or withdrawn.',
  },
  unit: 'share',
  direction: 'neither',
  needs: ['replies'],
  minimum: 20,
  reachesBack: 0,
  shortest: 1,
  trend: 'weeks_or_months',
  compared: 'by_difference',
  reads: ['days', 'replies'],
  steps: `${TIES},${PERSONS}`,
  select: `
select counted.w, counted.persons::int as persons, counted.tied::int as tied, coalesce(met.pairs, 0)::int as pairs,
  coalesce(met.mutual, 0)::int as mutual, coalesce(met.recurring, 0)::int as recurring,
  coalesce(met.answers, 0)::int as answers
from (
  select somebody.w, count(*) as persons, count(tied.member_id) as tied
  from somebody left join tied on tied.w = somebody.w and tied.member_id = somebody.member_id
  group by somebody.w
) counted
left join (
  select pair.w, count(*) as pairs, count(case when pair.ways = 2 then 1 end) as mutual,
    sum(pair.recurring) as recurring, sum(pair.n) as answers
  from pair group by pair.w
) met on met.w = counted.w`,
} as const satisfies Declared;
