import type { Theme } from './model.ts';
import { said } from './model.ts';

export const children: Theme = {
  id: 'children',
  label: 'enfants',
  category: 'quotidien',
  months: [0.8, 0.9, 1.1, 1.2, 1.1, 1, 0.7, 1.3, 2, 1.2, 0.9, 0.7],
  matters: {
    fr: [
      {
        titles: said(`
          (three) {Trois enfants|Deux enfants et un bébé} {sur un <modele> ?|à vélo, possible ?}
          (front) {Transport d'enfants :|Trajet d'école :|Qui devant, qui derrière :} {vos routines du matin|comment vous organisez-vous ?|vos règles}
          (friend) {Emmener un copain de classe|Prendre un enfant du voisin} à vélo : {autorisé ?|vous le faites ?}
          (age) À quel âge {pédalent-ils à côté|les laisser pédaler seuls} ?
        `),
        problems: said(`
          (three ask) Le troisième arrive {en mars|cet hiver|à la rentrée} et on se demande si le <modele> suffira encore. Des familles de trois ici ?
          (front ask) Chaque matin c'est la guerre pour savoir qui s'assoit devant. Vous avez une règle qui marche ?
          (friend ask) Les parents de l'école de <ville> nous demandent si on peut emmener leur fils {le mardi|deux fois par semaine}. Vous faites ça, vous ? Et l'assurance ?
          (age ask) À quel âge vous les avez laissés pédaler à côté plutôt que dans la caisse ? <enfant> réclame.
        `),
        asks: said(`
          (three) Ils ont quel âge tous les trois ? => Six ans, quatre ans, et un bébé {à venir|de quelques mois}.
          (age friend) Le trajet fait combien, et il y a une vraie piste cyclable ? => Environ <km3> km, piste sur les deux tiers, le reste en zone 30.
          (front) C'est la vue qu'ils veulent, ou juste gagner ? => Gagner. À cet âge tout est une course.
        `),
        advice: said(`
          (three =chaland) Nous sommes passés au Chaland pour le troisième : le bébé en coque, les deux grands sur la banquette. Aucun regret.
          (front =calendar) Un calendrier sur le frigo : jours pairs devant, jours impairs derrière. Fin des négociations.
          (age =saturday) Six ans et demi chez nous pour le trajet entier, d'abord le samedi pour apprendre le chemin sans la pression de l'heure.
          (age) Barre de traction les jours où il fatigue ! On l'accroche derrière et il peut rouler la moitié du trajet tout seul.
          (friend =note) On emmène le petit voisin tous les jeudis. Casque obligatoire, mot écrit des parents, et voilà.
          (front) Prévois cinq minutes de plus que d'habitude. Le stress vient toujours de là, pas du vélo.
          (front) La comptine du démarrage : casque, ceinture, doudou, on y va. Depuis, plus personne n'oublie rien.
          (three) À trois dans la caisse, le plus dur c'est l'hiver : trois manteaux prennent la place d'un quatrième enfant.
          (friend) Fais-le ! Au bout d'un mois les parents du petit voisin ont acheté leur propre cargo.
          (age) Choisis un vélo léger, vraiment. À 6 kg il faisait deux kilomètres, à 10 kg il pleurait.
          (three) On a tenu un an à trois sur le longtail, avec l'aîné à vélo à côté. Faisable si ça roule calme.
          (friend) Un siège de plus sur le porte-bagages et un casque d'avance dans la caisse, et c'est parti.
        `),
        staff: said(`
          (three =chaland) Le Chaland accepte trois enfants avec la banquette double et la coque, jusqu'à 100 kg dans la caisse. On peut vous le faire essayer {un samedi|sur rendez-vous} avec toute la troupe.
          (friend) Pour le transport d'un enfant qui n'est pas le vôtre, votre responsabilité civile suffit en général. Nous avons mis une fiche d'une page dans l'aide.
        `),
        outcomes: said(`
          (=calendar) Calendrier sur le frigo depuis une semaine, paix des ménages. Merci !
          (=chaland) On a essayé avec les trois samedi, tout le monde riait. C'est décidé.
          (=saturday) Premier trajet seul réussi, repéré samedi comme conseillé. Je pédalais derrière en apnée.
          (=note) Mot signé, casque essayé : on l'emmène depuis mardi et tout le monde est ravi.
        `),
      },
      {
        titles: said(`
          (first) {Rentrée à vélo|Premier jour à vélo} : {conseils pour débuter|vos conseils ?}
          (fear) {Il a peur|Elle a peur} dans la caisse, {que faire ?|vous avez connu ça ?}
          (coldhands) {Froid aux mains|Pieds gelés} dans la caisse : {couverture, chancelière ?|vos solutions}
        `),
        problems: said(`
          (fear) <enfant> pleure dès qu'on démarre. Au bout de cent mètres ça passe, mais les départs sont difficiles.
          (first ask) Premier trajet d'école à vélo {lundi|la semaine prochaine}, traversée du centre de <ville> comprise. Un peu d'appréhension, je le dis franchement.
          (coldhands) Comment vous les couvrez en hiver ? Ce matin ils avaient les mains violettes malgré les gants.
        `),
        asks: said(`
          (first) [Tu as|Vous avez] fait le trajet une fois à vide, le week-end ? => Pas encore, c'est une bonne idée pour dimanche.
          (fear) Il voit la route ou il est caché derrière la capote ? => Caché derrière, on met toujours la capote.
          (coldhands) Ce sont les mains qui dépassent, ou toute la caisse est ouverte ? => Tout est ouvert, on n'a pas encore la tente.
        `),
        advice: said(`
          (fear =job) Laisse-le choisir une sonnette et donne-lui un « travail » : dire quand le feu est vert. La peur est partie en trois jours.
          (coldhands =blanket) Une couverture de pique-nique imperméable coincée sous les fesses, et une bouillotte. Ils ne veulent plus descendre.
          (first =sunday) Fais le chemin un dimanche matin, ville vide, avec une boulangerie au bout. C'est comme ça qu'on les attrape.
          (coldhands) Moufles plutôt que gants pour les petits ! Et des manchons cousus sur le bord de la caisse, les nôtres servent depuis deux hivers.
          (fear) Ouvre la capote, qu'il voie où il va. La mienne avait surtout le mal de mer.
          (fear) Chante. N'importe quoi, fort. Elle a trop honte pour avoir peur.
          (first) Pars dix minutes plus tôt la première semaine. Et le pantalon de rechange dans le sac, pour toi aussi.
          (coldhands) Une peau de mouton sur le banc. Ça coûte un bras une fois et ça dure dix ans.
          (first) Mets le gilet fluo à celui qui doute, il devient le chef de bord.
        `),
        staff: said(`
          (coldhands first) Nous prêtons des couvertures de caisse à l'atelier, pour essayer avant d'acheter. Et pour les premiers trajets, une bénévole de <ville> accompagne les familles le mercredi.
        `),
        outcomes: said(`
          (=job) Le coup du feu vert marche tellement bien qu'il crie dans toute la rue. {On progresse.|Merci !}
          (=sunday) Repérage dimanche, école lundi : à l'heure, et fiers comme des papes.
          (=blanket) Couverture et bouillotte adoptées. Ils réclament le vélo même les jours de congé.
        `),
      },
    ],
    en: [
      {
        titles: said(`
          (three) {Three kids|Two kids and a baby} on {a <modele>|one bike}: {doable?|how do you do it?}
          (front) {School run|Morning routine} {tips wanted|by cargo bike, how do you manage?}
          (fear) {He cries|She is scared} every time we set off
        `),
        problems: said(`
          (three ask) Number three is due {in spring|this winter} and we wonder whether the <modele> will still do.
          (front ask) Every morning is a fight over who sits in front. Any rule that works?
          (fear) <enfant> cries every time we set off. It's over after a hundred metres but it breaks my heart.
        `),
        asks: said(`
          (three) How old are they? => Six, four and a newborn.
          (fear) Can they see the road, or is the cover always on? => Cover always on, the wind is rough here.
        `),
        advice: said(`
          (front =calendar) Calendar on the fridge: even days in front, odd days behind. No more talks.
          (three) We moved to the Chaland for the third one: baby in the shell, two on the bench. No regrets.
          (fear =job) Give the scared one a job, like calling the green light. Ours was over it in three days.
          (fear) Ride it once on a Sunday morning with a bakery at the end.
          (fear) Sing. Loudly. Embarrassment beats fear.
          (front) We flip a coin the evening before. No appeal.
          (three) We managed a year with the eldest riding next to us. Fine if the roads are quiet.
          (three) Winter is the hard part: three coats take the room of a fourth child.
          (front) The one who finds both shoes first sits in front. Mornings got shorter.
        `),
        staff: said(`
          (three) The Chaland takes three with the double bench and the shell, up to 100 kg in the box. You are welcome to try it on a Saturday with the whole crew.
        `),
        outcomes: said(`
          (=calendar) The calendar works. Peace at last.
          (=job) He now shouts at every green light in town. Success, I think?
        `),
      },
    ],
  },
};
