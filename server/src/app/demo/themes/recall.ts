import type { Theme } from './model.ts';
import { said } from './model.ts';

/** The week, counted from the first one, in which the recall was announced, and how long it was spoken of. */
export const RECALL = { from: 22, weeks: 8 } as const;

export const recall: Theme = {
  id: 'recall',
  label: 'rappel-freins',
  category: 'entraide',
  months: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  wave: { ...RECALL, times: 9, before: 0 },
  matters: {
    fr: [
      {
        titles: said(`
          (affected) Rappel freins : {mon <modele> est-il concerné ?|comment savoir ?|quels numéros de cadre ?}
          (wait) Rappel {des freins|des leviers} : {délai pour un rendez-vous|on roule en attendant ?|à <ville>, personne ne sait}
          (affected worry dealer) {Courrier du rappel reçu|Mail du rappel} : {et maintenant ?|pas très clair}
        `),
        problems: said(`
          (affected ask) Je viens de recevoir le mail du rappel des freins. Mon <modele> a été acheté {en mars|l'an dernier}, est-ce que je suis concerné ? Le lien ne marche pas.
          (wait) Premier rendez-vous pour changer les leviers : dans <semaines> semaines. Je fais quoi en attendant, avec <enfant> derrière ?
          (worry) Le courrier dit « cesser d'utiliser le vélo si le levier touche le guidon ». Le mien le touche presque. {Pas rassurant.|Ça fait peur.}
          (dealer) Le revendeur de <ville> n'est pas au courant du rappel et me renvoie vers vous. C'est un peu la patate chaude.
        `),
        asks: said(`
          (affected worry) Le numéro de cadre commence par quoi ? Ce sont les séries 3B à 4C. => Ça commence par {3C|4A|3B}, donc en plein dedans j'imagine.
          (worry wait) Le levier est mou, ou il touche vraiment le guidon ? => Il s'arrête à un doigt du guidon. C'était deux doigts cet été.
          (dealer wait) Ils ont pris ton numéro de cadre au moins ? => Même pas, ils m'ont tendu une carte de visite.
        `),
        advice: said(`
          (affected =flash) Le numéro est sous le boîtier de pédalier, prends une photo avec le flash, c'est illisible autrement.
          Chez nous c'était fait en vingt minutes, leviers et liquide. Rien à payer, un café offert.
          (worry wait) Dans le doute je ne roule pas avec les enfants. On a ressorti la poussette, c'est deux semaines dans une vie.
          (wait dealer worry =called) Appelle directement l'atelier, j'ai eu un créneau en <semaines3> jours alors que le site n'en donnait pas avant un mois.
          (wait dealer =home) Ils viennent à domicile si tu es à moins de 30 km, il faut le demander. Le mail ne le dit pas.
          (wait) Vérifie aussi les plaquettes tant que c'est démonté, les miennes étaient à changer de toute façon.
          Au moins ils ont prévenu. Mon ancienne marque n'aurait rien dit du tout.
          (affected) Pour info : acheté en mars chez nous, série 4A, donc dedans. Celui de ma sœur, même mois, est en 4D.
          (dealer) Le mien avait juste raté le mail. Je lui ai transféré, il a pris le rendez-vous devant moi.
          (worry) Serre la molette du levier d'un quart de tour en attendant, mais vraiment en attendant.
        `),
        staff: said(`
          (affected worry wait) Sont concernés les cadres 3B à 4C. Le remplacement est gratuit, en atelier ou à domicile, et nous prêtons un vélo si le vôtre est immobilisé. Si le levier touche le guidon, ne roulez pas et appelez-nous : vous passez en priorité.
          (affected wait dealer) Le lien du mail était cassé jusqu'à {midi|hier soir}, toutes nos excuses. La page est rétablie et nous avons doublé les créneaux pour les trois semaines à venir.
        `),
        outcomes: said(`
          (=home) Leviers changés ce matin, à domicile, en une demi-heure. Ça freine comme au premier jour.
          (=flash) Pas concerné finalement (série 4D). Ouf, merci pour la photo avec le flash.
          (=called) Rendez-vous avancé après mon appel. Rien à redire, bien géré.
        `),
      },
    ],
    en: [
      {
        titles: said(`
          (affected) Brake recall: {is my <modele> affected?|which frames?|how long is the wait?}
          (wait dealer affected) {Recall letter|Recall e-mail}: {what now?|still safe to ride?}
        `),
        problems: said(`
          (affected ask) Got the recall e-mail about the brakes but the link is dead. How do I know whether mine is affected?
          (wait) First available slot is in <semaines> weeks. Do I keep riding with <enfant> on the back?
          (dealer) My dealer in <ville> has never heard of the recall. Who should I call?
        `),
        asks: said(`
          (affected) What does your frame number start with? It's the 3B to 4C series. => It starts with {3C|4A}, so I guess that's a yes.
        `),
        advice: said(`
          (affected =flash) The number is under the bottom bracket, take a picture with the flash.
          Took them twenty minutes here, free of charge, coffee included.
          (wait) If the lever touches the bar, don't ride. We took the bus for a week.
          (wait dealer =called) Ring the workshop, I got a slot much sooner than the website offered.
          (affected) Mine is a 4A, bought in March. My sister's is a 4D, same month. So do check.
          (dealer) I forwarded the e-mail to mine, they had simply missed it.
        `),
        staff: said(`
          Frames 3B to 4C are affected. The replacement is free, at the workshop or at home, and we lend you a bike meanwhile. If the lever touches the bar please stop riding and call us, you go first.
        `),
        outcomes: said(`
          (=called) All done this morning, brakes feel like new.
          (=flash) Not affected after all (4D). Phew.
        `),
      },
    ],
  },
};
