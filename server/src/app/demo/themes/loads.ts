import type { Theme } from './model.ts';
import { EVEN, said } from './model.ts';

export const loads: Theme = {
  id: 'loads',
  label: 'chargement',
  category: 'quotidien',
  months: EVEN,
  matters: {
    fr: [
      {
        titles: said(`
          (deliver) {Charge maximale|Combien de kilos} {sur le porte-bagages|dans la caisse} du <modele> ?
          (big) {Transporter|Vous avez transporté} {un frigo|un matelas|un sapin|une machine à laver} {à vélo|avec le <modele>} ?
          (straps) {Sangles et arrimage|Les sangles} : {vos préférées ?|tout se détend|comment faites-vous ?}
          (dog) {Un chien de 35 kg|Le chien} dans la caisse : {vos astuces ?|mission impossible ?}
        `),
        problems: said(`
          (big ask) Le plus gros truc que vous ayez transporté ? Moi samedi : {un sapin de deux mètres|un matelas|la machine à laver de ma sœur}. Et je cherche comment mieux arrimer.
          (dog ask) On voudrait emmener le chien ({32|35|28} kg, pas très calme) dans la caisse. Des astuces pour qu'il reste assis ?
          (deliver ask) Je fais mes livraisons avec le <modele>, environ {60|80} kg par tournée. Est-ce que je suis en train de le tuer ?
          (straps ask) Vos sangles préférées ? Les miennes se détendent au bout de {cinq|dix} kilomètres et les cageots dansent.
        `),
        asks: said(`
          (big straps) Le poids est plutôt bas ou ça dépasse de la caisse ? => Ça dépassait d'un bon mètre, chiffon rouge et prudence.
          (dog) Le chien a l'habitude de la voiture ? => Oui, il adore, mais à vélo tout sent trop bon.
        `),
        advice: said(`
          (big straps =ratchet) Sangles à cliquet courtes, deux en croix. Et on revérifie au bout de cent mètres, toujours.
          (dog big =mat) Un tapis de yoga au fond de la caisse : rien ne glisse et le chien s'y couche tout seul.
          (big deliver) Le lourd en bas et vers l'arrière. Un sac de ciment devant, une fois, pas deux.
          (dog) Harnais court accroché bas, côté caisse, jamais au collier. Le mien dort au bout de deux semaines d'entraînement au fromage.
          (deliver) Je livre {du pain|des légumes} depuis <ans> ans, 70 kg par tour : rayons vérifiés deux fois par an et plaquettes souvent. À part ça, rien.
          (straps big) Caisses de légumes gerbables, elles rentrent au millimètre dans le Chaland. Demande à ton primeur.
          (big) Charge, secoue le vélo sur place, recharge. Si ça bouge à l'arrêt, ça bougera dans le premier virage.
          (deliver) Un coup de clé à rayons tous les deux mois, c'est la seule vraie faiblesse à ce poids.
          (straps) Des sangles plates à boucle, jamais les élastiques. L'élastique, c'est pour les chapeaux.
          (dog) Commence à l'arrêt, gamelle dans la caisse, trois jours de suite. Il y montera tout seul.
          (deliver) Change les plaquettes avant qu'elles ne crient, et garde un jeu d'avance dans la sacoche.
          (straps) Repasse un nœud de camionneur par-dessus le cliquet et ça ne bouge plus d'un millimètre.
        `),
        staff: said(`
          (deliver big) Le <modele> est donné pour 200 kg en tout, pilote compris. En usage professionnel, nous conseillons une révision tous les trois mois et des rayons de 2,3.
        `),
        outcomes: said(`
          (dog =mat) Tapis de yoga et harnais court : le chien est resté assis jusqu'au marché. Miracle.
          (=ratchet) Nouvelles sangles, <km> km, rien n'a bougé.
          (deliver) Rayons contrôlés, plaquettes neuves, et la tournée continue. Merci pour l'expérience partagée.
        `),
      },
    ],
    en: [
      {
        titles: said(`
          (deliver) {Deliveries|70 kg a round} on the <modele>: {too much?|how long will it last?}
          (dog) {Dog in the box|35 kg dog on a bike}: tips?
          (straps) {Straps|Lashing}: {which ones?|mine keep coming loose}
        `),
        problems: said(`
          (dog ask) We'd like to take the dog along ({28|32} kg, not exactly calm). How do you keep yours sitting?
          (straps ask) Favourite straps? Mine come loose after ten kilometres and the crates start dancing.
          (deliver ask) I deliver with the <modele>, about 70 kg a round. Am I killing it slowly?
        `),
        asks: said(`
          (straps deliver) Is the weight low, or sticking out of the box? => Low, mostly vegetables.
          (dog) Is he used to riding in a car? => He loves it, but on a bike everything smells better.
        `),
        advice: said(`
          (straps =ratchet) Short ratchet straps, two of them crossed. And check again after a hundred metres.
          (dog =mat) Yoga mat at the bottom of the box. Nothing slides, dogs lie down.
          (deliver straps) Heavy things low and to the back, always.
          (dog) Harness clipped low, never the collar. Cheese helps.
          (deliver) Spoke key every other month, that's the only weak point at this weight.
          (straps) Flat straps with a buckle, never elastic. Elastic is for hats.
          (dog) Start parked, with the bowl in the box, three days in a row.
          (deliver) Change the pads before they scream, and keep a spare set in the bag.
        `),
        staff: said(`
          (deliver) The <modele> is rated for 200 kg in all, rider included. For deliveries we advise a service every three months.
        `),
        outcomes: said(`
          (=mat) Yoga mat did it, he slept all the way to the market.
          (=ratchet) New straps, nothing moved. Thanks!
        `),
      },
    ],
  },
};
