import type { Theme } from './model.ts';
import { EVEN, said } from './model.ts';

export const motor: Theme = {
  id: 'motor',
  label: 'moteur',
  category: 'entraide',
  months: EVEN,
  matters: {
    fr: [
      {
        titles: said(`
          (cut water) {Moteur qui coupe|L'assistance coupe|À-coups du moteur} {en pleine côte|sans prévenir|et qui revient}
          (noise) {Bruit de moteur|Claquement|Sifflement} {depuis <km4> km|en côte|quand je force}
          (code) {Code erreur|Erreur} <code> {sur l'écran|au démarrage}{| du <modele>}
          (water) Moteur {capricieux|par à-coups} après {un lavage|une grosse averse}
        `),
        problems: said(`
          (cut) Dans la côte de {la gare|la mairie|l'école} l'assistance coupe net pendant deux secondes, puis revient. À pleine charge c'est sportif.
          (code) L'écran affiche <code> une fois sur trois au démarrage. J'éteins, j'attends, je rallume et ça repart.
          (noise) Un claquement sourd apparaît à chaque tour de pédale quand je force. <km4> km au compteur.
          (water) Depuis le lavage {de samedi|du week-end}, le moteur donne par à-coups. J'ai peut-être eu la main lourde sur le jet.
        `),
        asks: said(`
          (cut noise) Ça le fait aussi à vide, sans chargement ? => À vide jamais, seulement chargé et en montée.
          (cut code) L'aimant du capteur sur la roue arrière est bien en face ? Il tourne au moindre choc. => L'aimant avait tourné d'un quart de tour ! Je regarde si ça change quelque chose.
          (code water) [Tu as|Vous avez] nettoyé les contacts de la batterie ? => Contacts un peu verts, en effet.
          (noise) Le bruit suit le pédalage ou la roue ? => Le pédalage, un coup par tour exactement.
        `),
        advice: said(`
          (cut =magnet) Neuf fois sur dix c'est l'aimant du capteur de vitesse. À remettre à 5 mm du capteur et on n'en parle plus.
          (code water =contacts) Un coup de bombe contact sur les broches de la batterie, laisse sécher, remonte. Mes erreurs ont disparu.
          (water =dry) Jamais de jet ! Éponge et seau. Laisse-le sécher deux jours au chaud, ça devrait revenir.
          (noise =crank) Le claquement chez moi, c'était la manivelle gauche. Un quart de tour de clé, et plus rien.
          (cut) Passe une vitesse plus souple avant la côte : sur un gros braquet le moteur se met en sécurité thermique.
          (code =plug) C'est le capteur de pédalage, de mémoire. Débranche, rebranche le petit connecteur sous le carter, doucement.
          (noise =bearing) J'ai roulé {deux mois|six mois} avec ce bruit, puis roulement changé sous garantie. Fais-le entendre à l'atelier, ça se diagnostique à l'oreille.
          (water) Une nuit près du radiateur, connecteurs débranchés, et un sachet de riz pour la superstition.
          (code) Note l'heure et la température à chaque fois, l'atelier adore ça et ça leur fait gagner du temps.
          (cut) Mets à jour le boîtier chez un revendeur, la mienne a cessé de couper ce jour-là.
          (noise) Graisse la tige de selle avant de soupçonner le moteur. Je dis ça, j'ai démonté tout le reste d'abord.
          (code) Chez moi il apparaissait quand je posais le pied sur la pédale en allumant. J'attends deux secondes, plus rien.
        `),
        staff: said(`
          (code =plug) Ce code vient presque toujours du connecteur du capteur. Si le rebrancher ne suffit pas, on change le faisceau en garantie, une heure d'atelier.
          (noise =bearing) Pour un bruit moteur, envoyez-nous vingt secondes de son, téléphone posé sur le cadre. Nous savons en général dire d'où ça vient, et la garantie moteur est de trois ans.
        `),
        outcomes: said(`
          (=magnet) C'était l'aimant ! Cinq minutes de bricolage pour trois semaines d'agacement.
          (=contacts) Contacts nettoyés, plus une seule erreur depuis {lundi|dix jours}.
          (=bearing) Roulement changé sous garantie, le silence est revenu.
          (=crank) La manivelle ! Un quart de tour et le silence. Merci, merci.
          (=plug) Connecteur débranché, rebranché, plus un seul code depuis une semaine.
          (=dry) Deux jours au chaud et il est reparti comme si de rien n'était. J'ai rangé le jet.
        `),
      },
      {
        titles: said(`
          (hill) {Côte à 14 %|Pente raide} {à <ville>|tous les jours} : {ça passe chargé ?|le <modele> suffit ?}
          (mode) {Quel mode d'assistance|Éco, normal ou turbo} {au quotidien|pour grimper} ?
        `),
        problems: said(`
          (hill ask) On habite en haut de <ville>, dernière rampe à {12|14|15} %. Avec <enfant> et les courses, est-ce que le moteur tient dans la durée ?
          (mode ask) Je roule toujours en turbo et on me dit que j'abîme tout. Vrai ou légende ?
        `),
        asks: said(`
          (hill) C'est long, la rampe ? Deux cents mètres ou deux kilomètres ? => Quatre cents mètres, et au feu il faut démarrer en pleine pente.
          (mode) [Tu fais|Vous faites] combien de kilomètres par charge comme ça ? => Vingt, vingt-deux les bons jours.
        `),
        advice: said(`
          (hill =cadence) J'ai la même rampe tous les soirs depuis <ans> ans. Petit plateau, cadence haute, et il grimpe sans broncher.
          (mode) Le turbo n'abîme pas, il vide la batterie. C'est la cadence trop lente qui fait chauffer.
          (hill =ring) Fais le plateau de 38 : <euros2> € et les démarrages en côte n'ont plus rien à voir.
          (hill) Chez nous le seul souci en montée ce sont les freins… à la descente. Plaquettes tous les <km4> km.
          (mode) Normal sur le plat, turbo au pied de la rampe, éco le reste. La batterie tient deux jours de plus.
          (mode) L'été je coupe tout sur le plat. Ça fait les cuisses et les voisins applaudissent.
          (hill) Contourne par les lacets, deux minutes de plus et moitié moins de pente. Les enfants ont le temps de raconter leur journée.
        `),
        staff: said(`
          (hill mode =cadence) Le <modele> est prévu pour 15 % à pleine charge sur un kilomètre. Gardez une cadence d'au moins 60 tours par minute et il vivra vieux.
        `),
        outcomes: said(`
          (=ring) Plateau de 38 monté : je démarre au feu sans prier.
          (=cadence) Test fait en cadence haute, moteur à peine tiède. Merci pour les conseils.
        `),
      },
    ],
    en: [
      {
        titles: said(`
          (cut) Motor {cuts out|stutters} {on hills|when starting}
          (code) Error <code> {on the display|again|every other morning}
          (noise) {Clicking noise|Knocking} from the motor
        `),
        problems: said(`
          (cut) The assist cuts out for two seconds on the hill to {school|the station}, then comes back. Not fun with a full load.
          (code) I get <code> one morning out of three. Off, wait, on, and it's gone.
          (noise) There's a dull knock with every turn of the pedals when I push hard. <km4> km so far.
        `),
        asks: said(`
          (cut noise) Does it happen without load too? => Only loaded and uphill.
          (cut code) Is the magnet on the rear wheel still facing the sensor? => The magnet had turned a quarter! Let me see if that was it.
        `),
        advice: said(`
          (cut =magnet) Nine times out of ten it's the speed sensor magnet. Set it 5 mm from the sensor.
          (code =pins) Contact cleaner on the battery pins, let it dry. My errors went away.
          (noise =crank) My knock was the left crank. Quarter of a turn with a key, done.
          (cut) Shift down before the hill. In a high gear the motor goes into thermal protection.
          (code) Write down the time and temperature whenever it happens, the workshop loves that.
          (noise) Grease the seat post before you blame the motor. I took everything else apart first.
          (code) Mine came when I rested a foot on the pedal while switching on. Wait two seconds.
          (cut) A dealer updated the controller on mine and it never cut out again.
          (noise) Let the workshop hear it, they can tell a bearing from a crank by ear.
        `),
        staff: said(`
          (code) That code nearly always comes from the sensor connector. If plugging it again does not help we replace the harness under warranty, about an hour's work.
        `),
        outcomes: said(`
          (=magnet) It was the magnet. Five minutes, after three weeks of swearing.
          (=pins) Cleaned the pins, not a single error since.
          (=crank) Left crank it was. Blessed silence.
        `),
      },
    ],
  },
};
