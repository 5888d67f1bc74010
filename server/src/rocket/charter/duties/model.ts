import type { FunctionName } from '#kernel/actor.ts';
import type { Language } from '#kernel/language.ts';

/** Does it; answers for it; is asked before; is told after. */
export const LETTERS = ['R', 'A', 'C', 'I'] as const;
export type Letter = (typeof LETTERS)[number];

export const CHARTER_STAGES = ['cockpit', 'bridge', 'field', 'house'] as const;
export type CharterStage = (typeof CHARTER_STAGES)[number];

type Words = Readonly<Record<Language, string>>;

/** Something that somebody has to hold. */
export interface Responsibility {
  readonly id: string;
  readonly stage: CharterStage;
  readonly name: Words;
  /** What it is to do it, in one sentence that can stand in a job description. */
  readonly about: Words;
  /** Whoever holds some of these and is seen doing so holds the pilot's place. */
  readonly isPilots: boolean;
  /** Who usually holds it, proposed for a charter that says nothing yet. */
  readonly usual: Readonly<Partial<Record<FunctionName, Letter>>>;
  /** Beginnings of the actions of the record that are it being done; empty: it leaves no trace there. */
  readonly traces: readonly string[];
}

const PILOTS = { isPilots: true, stage: 'cockpit' } as const;
const OTHER = { isPilots: false, stage: 'cockpit' } as const;
const BRIDGE = { ...OTHER, stage: 'bridge' } as const;
const FIELD = { ...OTHER, stage: 'field' } as const;
const HOUSE = { ...OTHER, stage: 'house' } as const;

/** What both stages and the bridge between them have to hold, and the house around them. */
export const RESPONSIBILITIES: readonly Responsibility[] = [
  {
    ...OTHER,
    id: 'vision',
    name: { fr: 'Dire pourquoi la communauté existe', en: 'Say why the community exists' },
    about: {
      fr: 'Écrire la vision avec ceux qu’elle engage, et la faire confirmer chaque semestre.',
      en: 'Write the vision with those it binds, and have it confirmed every half-year.',
    },
    usual: { sponsor: 'A', pilot: 'R', host: 'C', owner: 'C' },
    traces: ['vision.'],
  },
  {
    ...PILOTS,
    id: 'course',
    name: { fr: 'Fixer le cap', en: 'Set the course' },
    about: {
      fr: 'Poser des objectifs qui servent l’organisation, chacun avec des résultats clés qui se mesurent d’eux-mêmes.',
      en: 'Set objectives that serve the organisation, each with key results that measure themselves.',
    },
    usual: { pilot: 'R', sponsor: 'A', owner: 'C', host: 'I' },
    traces: ['objective.', 'key_result.'],
  },
  {
    ...PILOTS,
    id: 'health',
    name: { fr: 'Lire la santé de la communauté', en: 'Read the health of the community' },
    about: {
      fr: 'Suivre les chiffres, dire ce qui change et ce dont on ne peut rien conclure.',
      en: 'Follow the figures, say what changes and what cannot be concluded.',
    },
    usual: { pilot: 'A', host: 'C', sponsor: 'I' },
    traces: ['note.', 'segment.', 'theme.'],
  },
  {
    ...PILOTS,
    id: 'mandates',
    name: { fr: 'Donner les mandats', en: 'Give the mandates' },
    about: {
      fr: 'Dire au terrain ce qu’on lui demande, pour quel objectif, jusqu’à quand, avec quelle liberté.',
      en: 'Tell the field what is asked of it, for which objective, until when, with what freedom.',
    },
    usual: { pilot: 'A', host: 'C', sponsor: 'I' },
    traces: ['mandate.drafted', 'mandate.changed', 'mandate.given', 'mandate.answered', 'mandate.withdrawn'],
  },
  {
    ...PILOTS,
    id: 'insights',
    name: { fr: 'Porter les enseignements', en: 'Carry the insights' },
    about: {
      fr: 'Réunir les signaux en enseignements, avec leurs preuves et leurs contre-preuves, et demander une décision.',
      en: 'Gather signals into insights, with evidence for and against, and ask for a decision.',
    },
    usual: { pilot: 'A', host: 'C', owner: 'I' },
    traces: ['insight.', 'decision.handed_over', 'decision.link_made', 'decision.link_revoked'],
  },
  {
    ...PILOTS,
    id: 'proof',
    name: { fr: 'Vérifier ce que l’action change', en: 'Check what the work changes' },
    about: {
      fr: 'Écrire l’attente avant d’agir, rendre le verdict après, et garder aussi les « on ne peut pas conclure ».',
      en: 'Write the expectation before acting, give the verdict after, and keep the “cannot tell” as well.',
    },
    usual: { pilot: 'A', host: 'C', sponsor: 'I' },
    traces: ['mandate.judged', 'proof.written', 'proof.cleared'],
  },
  {
    ...PILOTS,
    id: 'value',
    name: { fr: 'Dire ce que cela vaut et coûte', en: 'Say what it is worth and costs' },
    about: {
      fr: 'Tenir le modèle de valeur en fourchettes, avec l’origine de chaque nombre.',
      en: 'Keep the value model in ranges, with the origin of each number.',
    },
    usual: { pilot: 'R', sponsor: 'A', owner: 'C' },
    traces: ['value.'],
  },
  {
    ...PILOTS,
    id: 'reviews',
    name: { fr: 'Tenir la revue de pilotage', en: 'Hold the review' },
    about: {
      fr: 'Préparer la revue, y faire décider, et garder ce qui a été décidé.',
      en: 'Prepare the review, have decisions taken there, and keep what was decided.',
    },
    usual: { pilot: 'R', sponsor: 'A', host: 'C', owner: 'C' },
    traces: [],
  },
  {
    ...OTHER,
    id: 'means',
    name: { fr: 'Donner les moyens', en: 'Give the means' },
    about: {
      fr: 'Décider du temps et du budget, et les tenir d’une revue à l’autre.',
      en: 'Decide on time and budget, and keep to them from one review to the next.',
    },
    usual: { sponsor: 'A', pilot: 'C', host: 'I' },
    traces: [],
  },
  {
    ...OTHER,
    id: 'charter',
    name: { fr: 'Tenir la charte et les seuils', en: 'Keep the charter and the bounds' },
    about: {
      fr: 'Dire qui tient quoi, et à partir de quand la maison juge qu’une chose est en place.',
      en: 'Say who holds what, and from where on the house finds a thing in place.',
    },
    usual: { pilot: 'R', sponsor: 'A', host: 'C', admin: 'I' },
    traces: ['charter.', 'check.'],
  },
  {
    ...BRIDGE,
    id: 'acceptance',
    name: { fr: 'Accepter ou discuter les mandats', en: 'Accept or discuss the mandates' },
    about: {
      fr: 'Répondre à chaque mandat : oui, ou pourquoi pas comme cela.',
      en: 'Answer each mandate: yes, or why not like this.',
    },
    usual: { host: 'A', pilot: 'C' },
    traces: ['mandate.accepted', 'mandate.discussed', 'mandate.started', 'mandate.finished'],
  },
  {
    ...BRIDGE,
    id: 'actions',
    name: { fr: 'Dire ce que chaque action sert', en: 'Say what each action serves' },
    about: {
      fr: 'Rattacher ce qu’on fait à un mandat, ou dire que c’est tenir la maison.',
      en: 'Tie what one does to a mandate, or say that it is keeping the house.',
    },
    usual: { host: 'A', moderator: 'R', pilot: 'I' },
    traces: ['action.'],
  },
  {
    ...BRIDGE,
    id: 'signals',
    name: { fr: 'Faire remonter ce qu’on entend', en: 'Raise what is heard' },
    about: {
      fr: 'Lever un signal d’un geste, avec les mots des membres.',
      en: 'Raise a signal in one gesture, with the members’ own words.',
    },
    usual: { host: 'A', moderator: 'R', pilot: 'I' },
    traces: ['signal.'],
  },
  {
    ...BRIDGE,
    id: 'decisions',
    name: { fr: 'Décider, avec une raison', en: 'Decide, with a reason' },
    about: {
      fr: 'Répondre oui, non ou plus tard à chaque enseignement avant son échéance, et dire pourquoi.',
      en: 'Answer yes, no or later to each insight before it is due, and say why.',
    },
    usual: { owner: 'A', expert: 'C', pilot: 'I', sponsor: 'I' },
    traces: ['decision.made', 'decision.sent_back'],
  },
  {
    ...BRIDGE,
    id: 'delivery',
    name: { fr: 'Faire ce qui a été décidé', en: 'Do what was decided' },
    about: {
      fr: 'Mettre en œuvre ce qui a été décidé, et dire quand c’est là.',
      en: 'Carry out what was decided, and say when it is there.',
    },
    usual: { owner: 'A', expert: 'R', pilot: 'I', host: 'I' },
    traces: ['decision.delivered'],
  },
  {
    ...BRIDGE,
    id: 'loop',
    name: { fr: 'Revenir vers ceux qui ont demandé', en: 'Go back to those who asked' },
    about: {
      fr: 'Dire à chaque membre entendu ce qui a été décidé, là où il l’avait demandé.',
      en: 'Tell each member who was heard what was decided, where he had asked.',
    },
    usual: { host: 'A', pilot: 'C', owner: 'C' },
    traces: ['loop.'],
  },
  {
    ...FIELD,
    id: 'answers',
    name: { fr: 'Répondre aux membres', en: 'Answer the members' },
    about: {
      fr: 'Ne laisser aucune question sans réponse, ou dire pourquoi.',
      en: 'Leave no question unanswered, or say why.',
    },
    usual: { host: 'A', expert: 'C', moderator: 'I' },
    traces: [],
  },
  {
    ...FIELD,
    id: 'welcome',
    name: { fr: 'Accueillir les nouveaux', en: 'Welcome newcomers' },
    about: {
      fr: 'Répondre à chaque premier message dans la journée, et donner envie d’un second.',
      en: 'Answer each first message within the day, and give reason for a second.',
    },
    usual: { host: 'A', moderator: 'I' },
    traces: [],
  },
  {
    ...FIELD,
    id: 'publishing',
    name: { fr: 'Publier et tenir les rendez-vous', en: 'Publish and keep the rituals' },
    about: {
      fr: 'Préparer, faire relire et publier ce que la maison dit ; tenir les rendez-vous réguliers, à l’heure.',
      en: 'Prepare, have read and publish what the house says; keep the recurring meetings, on time.',
    },
    usual: { host: 'A', compliance: 'C', pilot: 'I' },
    traces: [],
  },
  {
    ...FIELD,
    id: 'moderation',
    name: { fr: 'Modérer', en: 'Moderate' },
    about: {
      fr: 'Traiter chaque signalement par un acte réversible et une raison écrite.',
      en: 'Settle each report by a reversible act and a written reason.',
    },
    usual: { moderator: 'A', host: 'C', compliance: 'C' },
    traces: [],
  },
  {
    ...FIELD,
    id: 'wording',
    name: { fr: 'Dire ce qu’on peut dire', en: 'Say what may be said' },
    about: {
      fr: 'Tenir les règles de parole : ce qui se dit, ce qui se demande d’abord, ce qui ne se dit pas.',
      en: 'Keep the disclosure rules: what may be said, what is asked first, what is not said.',
    },
    usual: { compliance: 'A', host: 'C', expert: 'C' },
    traces: [],
  },
  {
    ...FIELD,
    id: 'expertise',
    name: { fr: 'Répondre sur le fond', en: 'Answer in depth' },
    about: {
      fr: 'Répondre aux questions que seul le métier sait trancher, dans le délai convenu.',
      en: 'Answer the questions only the trade can settle, within the time agreed.',
    },
    usual: { expert: 'R', owner: 'A', host: 'I' },
    traces: [],
  },
  {
    ...HOUSE,
    id: 'places',
    name: { fr: 'Brancher les lieux', en: 'Connect the places' },
    about: {
      fr: 'Faire entrer les lieux où vit la communauté, et savoir qui y est qui.',
      en: 'Bring in the places where the community lives, and know who is who there.',
    },
    usual: { admin: 'A', host: 'R', pilot: 'C' },
    traces: ['place.', 'import.', 'member.', 'merge.', 'staff_rules.'],
  },
  {
    ...HOUSE,
    id: 'keeping',
    name: { fr: 'Garder les droits et la vie privée', en: 'Keep rights and privacy' },
    about: {
      fr: 'Tenir l’équipe et ses droits, répondre aux demandes des membres sur leurs données.',
      en: 'Keep the team and its rights, answer members’ requests about their data.',
    },
    usual: { admin: 'A', compliance: 'C', pilot: 'I' },
    traces: ['workspace.', 'colleague.', 'invitation.', 'title.', 'key.', 'privacy.', 'member.erased', 'audit.'],
  },
];
