import type { Figure, Sql } from '#cockpit/figures/index.ts';

type Declared = Omit<Figure, 'finish' | 'detail'>;

const MESSAGES = {
  needs: [],
  reads: 'messages',
  shortest: 1,
  trend: 'weeks_or_months',
  compared: 'by_difference',
  minimum: 20,
  reachesBack: 0,
} as const;

/** Shares whose observations are people: one who writes much is one opinion all the same. */
const ADDED_UP = `
select w, count(*)::int as persons, sum(x)::double precision as x, sum(y)::double precision as y,
  sum(x * x)::double precision as xx, sum(x * y)::double precision as xy, sum(y * y)::double precision as yy`;

export const THEMES = {
  ...MESSAGES,
  id: 'themes',
  name: { fr: 'Thèmes', en: 'Themes' },
  definition: {
    fr: 'Part des contributions (messages et réponses) qui mentionnent au moins un thème. Les thèmes sont trouvés dans les textes, par les mots qui reviennent ensemble, et corrigés par l’équipe ; un message mentionne un thème quand il dit l’un de ses mots, ou ouvre un fil que quelqu’un y a rangé.',
    en: 'Share of contributions (posts and replies) that mention at least one theme. Themes are found in texts by the words that come together, and corrected by the team; a message mentions a theme when it says one of its words, or opens a thread somebody put there.',
  },
  population: {
    fr: 'Les contributions des personnes pendant la période.',
    en: 'Contributions of persons in the period.',
  },
  exclusions: {
    fr: 'L’équipe et les robots ; les messages masqués ou retirés ; les citations, le code et les adresses à l’intérieur des messages ; les thèmes mis de côté. Sans aucun thème (textes pas encore lus), rien n’est mesuré.',
    en: 'Staff and bots; messages hidden or withdrawn; quotations, code and addresses inside messages; themes set aside. Without any theme (texts not read yet), nothing is measured.',
  },
  unit: 'share',
  direction: 'neither',
  reachesBack: 'its_length',
  steps: `
about (message_id) as (
  select distinct mention.message_id
  from fact_mention mention
  join plain_theme theme on theme.id = mention.theme_id and not theme.is_retired
),
held (w, member_id, x, y) as (
  select asked_day.w, messages.member_id, count(about.message_id), count(*)
  from asked_day
  join messages on messages.day = asked_day.day
  left join about on about.message_id = messages.id
  where exists (select theme.id from plain_theme theme where not theme.is_retired)
  group by asked_day.w, messages.member_id
)`,
  select: `${ADDED_UP} from held group by w`,
} as const satisfies Declared;

export const SENTIMENT = {
  ...MESSAGES,
  id: 'sentiment',
  name: { fr: 'Ton négatif', en: 'Negative tone' },
  definition: {
    fr: 'Part des messages au ton négatif parmi ceux dont le ton est jugé. Le ton est celui des mots (lexique français et anglais, négations, émoticônes), ou ce qu’une personne en a dit ; sa justesse, mesurée sur des textes annotés, est affichée à côté. Jamais par personne.',
    en: 'Share of messages in a negative tone among those whose tone is judged. The tone is that of the words (French and English lexicon, negations, emoji), or what a person said of it; how often it is right, measured on labelled texts, is shown beside. Never for one person.',
  },
  population: {
    fr: 'Les messages et réponses des personnes, en français ou en anglais.',
    en: 'Posts and replies of persons, in French or English.',
  },
  exclusions: {
    fr: 'L’équipe et les robots ; les messages masqués ou retirés ; ceux d’une autre langue. L’intervalle dit le hasard de l’échantillon ; l’erreur de lecture s’y ajoute.',
    en: 'Staff and bots; messages hidden or withdrawn; those in another language. The interval tells the chance of sampling; errors of reading come on top.',
  },
  unit: 'share',
  direction: 'less_is_better',
  steps: `
held (w, member_id, x, y, positive) as (
  select asked_day.w, messages.member_id, count(case when judged.tone = -1 then 1 end), count(*),
    count(case when judged.tone = 1 then 1 end)
  from asked_day
  join messages on messages.day = asked_day.day
  join plain_message_tone judged on judged.id = messages.id
  group by asked_day.w, messages.member_id
)`,
  select: `${ADDED_UP}, sum(positive)::double precision as positive from held group by w`,
} as const satisfies Declared;

/** Window 0 as it was asked, and (`w` 1) the equal one just before it. */
const NOW_AND_BEFORE = `
span (w, day) as (
  select 0, asked_day.day from asked_day where asked_day.w = 0
  union all
  select 1, calendar.day
  from asked
  join calendar on calendar.day < asked.from_day
    and calendar.day >= asked.from_day - (asked.until_day - asked.from_day)::int
  where asked.w = 0
)`;

const ABOUT = `
about (message_id, theme_id) as (
  select mention.message_id, mention.theme_id
  from fact_mention mention
  join plain_theme theme on theme.id = mention.theme_id and not theme.is_retired
)`;

/** Mentions and persons of each theme, now and before; sums of squares tell how far they come in bundles. */
export const MENTIONS: Sql = {
  reads: 'messages',
  steps: `${NOW_AND_BEFORE},${ABOUT},
held (w, theme_id, member_id, n) as (
  select span.w, about.theme_id, messages.member_id, count(*)
  from span
  join messages on messages.day = span.day
  join about on about.message_id = messages.id
  group by span.w, about.theme_id, messages.member_id
)`,
  select: `
select held.theme_id::text as theme, held.w, sum(held.n)::int as mentions, count(*)::int as persons,
  sum(held.n * held.n)::double precision as squares
from held group by held.theme_id, held.w`,
};

/** Everything written now, whatever it is about. */
export const WRITTEN: Sql = {
  reads: 'messages',
  select: `
select count(*)::int as contributions, count(distinct messages.member_id)::int as persons
from asked_day join messages on messages.day = asked_day.day
where asked_day.w = 0`,
};

export const COURSE: Sql = {
  reads: 'messages',
  steps: ABOUT,
  select: `
select about.theme_id::text as theme, asked_day.w, count(*)::int as mentions
from asked_day
join messages on messages.day = asked_day.day
join about on about.message_id = messages.id
where asked_day.w > 0
group by about.theme_id, asked_day.w`,
};

/** Messages by tone in each language, and (`language` null) in all with the persons who wrote them. */
export const TONES: Sql = {
  reads: 'messages',
  steps: `
heard (language, member_id, tone) as (
  select coalesce(messages.language, 'und'), messages.member_id, judged.tone
  from asked_day
  join messages on messages.day = asked_day.day
  left join plain_message_tone judged on judged.id = messages.id
  where asked_day.w = 0
)`,
  select: `
select heard.language, count(case when heard.tone = -1 then 1 end)::int as negative,
  count(case when heard.tone = 0 then 1 end)::int as neutral, count(case when heard.tone = 1 then 1 end)::int as positive,
  count(case when heard.tone is null then 1 end)::int as unjudged, 0 as persons
from heard group by heard.language
union all
select null as language, count(case when heard.tone = -1 then 1 end)::int as negative,
  count(case when heard.tone = 0 then 1 end)::int as neutral, count(case when heard.tone = 1 then 1 end)::int as positive,
  count(case when heard.tone is null then 1 end)::int as unjudged,
  count(distinct case when heard.tone is not null then heard.member_id end)::int as persons
from heard`,
};

/** Tones of what mentions each theme, added up so that people are the observations. */
export const TONES_OF_THEMES: Sql = {
  reads: 'messages',
  steps: `${ABOUT},
held (theme_id, member_id, negative, positive, y) as (
  select about.theme_id, messages.member_id, count(case when judged.tone = -1 then 1 end),
    count(case when judged.tone = 1 then 1 end), count(*)
  from asked_day
  join messages on messages.day = asked_day.day
  join plain_message_tone judged on judged.id = messages.id
  join about on about.message_id = messages.id
  where asked_day.w = 0
  group by about.theme_id, messages.member_id
)`,
  select: `
select held.theme_id::text as theme, count(*)::int as persons, sum(held.y)::double precision as y,
  sum(held.y * held.y)::double precision as yy,
  sum(held.negative)::double precision as negative, sum(held.negative * held.negative)::double precision as negative2,
  sum(held.negative * held.y)::double precision as negative_y,
  sum(held.positive)::double precision as positive, sum(held.positive * held.positive)::double precision as positive2,
  sum(held.positive * held.y)::double precision as positive_y
from held group by held.theme_id`,
};

/** Fewer persons than this in one of the windows say nothing of growth. */
export const GROWTH_FROM = 5;
/** The tone of what fewer persons wrote is told to nobody: it would be theirs. */
export const TONE_FROM = 5;
