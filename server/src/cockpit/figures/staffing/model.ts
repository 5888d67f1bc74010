import type { Figure } from '#cockpit/figures/index.ts';

type Declared = Omit<Figure, 'finish' | 'detail'>;

const SHARED = {
  needs: [],
  reachesBack: 0,
  shortest: 1,
  trend: 'months',
  compared: 'by_difference',
} as const;

/** Public holidays are not guessed: they differ by country and by house. */
export const PRESENCE = {
  ...SHARED,
  id: 'presence',
  name: { fr: 'Présence de l’équipe', en: 'Staff presence' },
  definition: {
    fr: 'Jours ouvrés où l’équipe a publié au moins un message ou une réponse ÷ jours ouvrés, du lundi au vendredi. Les jours fériés, qu’on ne devine pas, comptent comme les autres.',
    en: 'Working days with at least one post or reply by staff ÷ working days, Monday to Friday. Public holidays, which are not guessed, count like the others.',
  },
  population: {
    fr: 'Les jours ouvrés de la période pendant lesquels les lieux choisis ont été observés.',
    en: 'The working days of the period on which the chosen places were watched.',
  },
  exclusions: {
    fr: 'Les samedis et dimanches ; les réactions ; les messages masqués ou retirés ; ce que l’équipe fait sans l’écrire. Sans personne déclarée comme équipe, le chiffre est indisponible.',
    en: 'Saturdays and Sundays; reactions; messages hidden or withdrawn; what staff does without writing. Where nobody is declared staff, the figure is unavailable.',
  },
  unit: 'share',
  direction: 'more_is_better',
  minimum: 20,
  reads: 'staff',
  select: `
select asked_day.w, count(*)::int as working, count(seen.day)::int as present, min(declared.persons)::int as staff
from asked_day
join observed on observed.first_day <= asked_day.day and observed.last_day >= asked_day.day
left join (select distinct staff_days.day from staff_days) seen on seen.day = asked_day.day
cross join (select count(*) as persons from staff) declared
where extract(isodow from asked_day.day) <= 5
group by asked_day.w`,
} as const satisfies Declared;

/** No place says yet what was moderated: it is declared so that it is known to be missing. */
export const MODERATION_LOAD = {
  ...SHARED,
  id: 'moderation_load',
  name: { fr: 'Charge de modération', en: 'Moderation load' },
  definition: {
    fr: 'Actes de modération pour 1 000 messages, et temps médian entre un signalement et sa décision.',
    en: 'Moderation acts per 1,000 messages, and the median time from report to decision.',
  },
  population: {
    fr: 'Les messages de la période et les décisions de modération prises à leur sujet.',
    en: 'The messages of the period and the moderation decisions taken about them.',
  },
  exclusions: {
    fr: 'Aucun lieu branché ne dit encore ce qui a été modéré : le chiffre est indisponible.',
    en: 'No connected place says yet what was moderated: the figure is unavailable.',
  },
  unit: 'per_1000',
  direction: 'neither',
  minimum: 0,
  reads: 'nothing',
  select: '',
} as const satisfies Declared;

/** Waits for the clocks of conversations. */
export const REPLY_SLA = {
  ...SHARED,
  id: 'reply_sla',
  name: { fr: 'Délais de réponse tenus', en: 'Reply clocks met' },
  definition: {
    fr: 'Conversations dont les délais ont été tenus ÷ conversations dont un délai est échu, par délai.',
    en: 'Conversations whose clocks were met ÷ conversations due, by clock.',
  },
  population: {
    fr: 'Les conversations auxquelles un délai de réponse s’applique.',
    en: 'Conversations to which a reply clock applies.',
  },
  exclusions: {
    fr: 'Aucun délai de réponse n’est encore suivi : le chiffre est indisponible.',
    en: 'No reply clock is kept yet: the figure is unavailable.',
  },
  unit: 'share',
  direction: 'more_is_better',
  minimum: 20,
  reads: 'nothing',
  select: '',
} as const satisfies Declared;
