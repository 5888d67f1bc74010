import type { Theme } from './model.ts';
import { EVEN, said } from './model.ts';

export const stand: Theme = {
  id: 'stand',
  label: 'béquille',
  category: 'entraide',
  months: EVEN,
  wave: { from: 8, weeks: 20, times: 2.2, before: 0.8 },
  matters: {
    fr: [
      {
        titles: said(`
          (squeak) {Béquille qui grince|La béquille couine|Grincement de béquille} {au bout de <mois> mois|sur le <modele>|: une idée ?}
          (fall) {Le vélo tombe|Il s'est couché} {béquille dépliée|sur la béquille} {devant l'école|avec les enfants dessus}
          (fall) Béquille qui ne tient plus : {réparable ?|garantie ?|vous connaissez ça ?}
          (spring) {Ressort de béquille|Le ressort de la béquille} {cassé|qui lâche} {au bout d'un an|, encore}
          (lift) {Béquille dure à relever|Je peine à béquiller|Béquillage difficile} {sur le <modele>|quand c'est chargé}
          (spring) La béquille pend : {le ressort a lâché|ressort cassé net}
        `),
        problems: said(`
          (fall) Ma béquille {ne tient plus|revient toute seule} : le vélo a basculé ce matin, {les courses sur le trottoir|les œufs n'ont pas survécu}.
          (spring) Le ressort de la béquille a lâché d'un coup {devant la boulangerie|en plein marché}. Depuis elle traîne par terre dans les virages à gauche.
          (lift) Je dois m'y reprendre à trois fois pour béquiller le <modele> quand il est chargé. Mon dos n'aime pas du tout.
          (squeak) Elle grince à réveiller l'immeuble. J'ai mis de la graisse, ça revient {tous les trois jours|à chaque pluie}.
          (fall) Avec <enfant> dessus, le vélo a glissé de la béquille {sur du gravier|dans la pente de l'école}. Plus de peur que de mal, mais je n'ai plus confiance.
        `),
        asks: said(`
          C'est la béquille d'origine ou la double large ? => Celle d'origine, jamais changée.
          (squeak) [Tu l'as graissée|Vous l'avez graissée] avec quoi ? Pas du dégrippant, j'espère ? => Du dégrippant, oui. Je sens que je vais me faire gronder.
          (fall) Les patins en caoutchouc sont encore là, aux deux bouts ? => Il manque un patin à droite, je viens de voir. Ça explique peut-être pourquoi il penche…
          (spring) Le ressort a cassé au crochet ou au milieu ? => Au crochet, net, sans prévenir.
        `),
        advice: said(`
          (fall lift =wide) Passe à la béquille large, c'est <euros> € et le vélo ne bouge plus, même avec deux enfants qui se chamaillent.
          (lift =foot) Pour la déplier sans effort : un pied sur l'ergot, tout ton poids dessus, et tu accompagnes la poignée arrière. Ne tire pas avec les bras.
          (fall =pads) Change les deux patins en même temps. Sans eux, ça glisse comme une savonnette.
          (squeak =grease) Dégrippant = ça chasse la graisse. Nettoie bien et mets de la graisse marine, tu es tranquille pour {six mois|tout l'hiver}.
          (fall) Sur du gravier je pose une petite planche dessous. Pas très chic, mais le vélo est encore debout.
          (spring =spring) Le ressort se change avec une simple pince et {un peu de|beaucoup de} patience. Mets des lunettes, il part vite.
          (squeak fall) Vérifie aussi l'axe : chez moi il avait pris du jeu, une rondelle de 1 mm et plus aucun bruit.
          (spring) En attendant la pièce : un tendeur de sandow autour du bras, ça évite qu'elle traîne.
          (spring) Deuxième ressort ici aussi. Un peu de graisse sur les crochets et celui-là tient depuis un an.
          (squeak) Chez moi ce n'était pas la béquille mais la vis du support, à peine desserrée. Un demi-tour.
          (lift) Baisse la selle d'un doigt, on est plus stable au moment de tirer vers l'arrière.
        `),
        staff: said(`
          (spring =spring) Le ressort de cette série a été renforcé. Il est pris en garantie jusqu'à trois ans : envoyez-nous une photo et votre numéro de cadre, il part le jour même.
          (fall lift =wide) La béquille d'origine est donnée pour 60 kg de charge. Au-delà, il faut la large, que nous montons {gratuitement à l'atelier|en dix minutes} si vous passez.
        `),
        outcomes: said(`
          (=pads) Patins changés (<euros2> € les deux) et le vélo tient {droit comme un i|très bien}.
          (=spring) Ressort reçu en trois jours, monté en dix minutes. Bravo au SAV.
          (=wide) J'ai craqué pour la béquille large. Pourquoi n'est-elle pas d'origine ?
          (=grease) Nettoyée, graisse marine, et l'immeuble dort enfin.
          (=foot) Le pied sur l'ergot, tout le poids dessus : ça monte sans effort. Je me sens un peu bête.
        `),
      },
      {
        titles: said(`
          Béquiller {avec un dos fragile|quand on fait 1 m 55|enceinte} : {vos techniques|possible ?}
          {Trop lourd à béquiller|Je n'arrive pas à béquiller} {chargé|avec deux enfants}
        `),
        problems: said(`
          (ask) Je fais 1 m 57 et béquiller le <modele> avec {deux enfants|les courses de la semaine} est un vrai sport. Je rate une fois sur deux.
          (ask) J'adore ce vélo mais mon kiné beaucoup moins, à cause de la béquille. Vous avez une technique ?
        `),
        asks: said(`
          [Tu as essayé|Vous avez essayé] avec la fonction d'aide à la marche, ou toujours moteur éteint ? => Toujours moteur éteint. Je ne savais pas qu'on pouvait s'aider avec !
        `),
        advice: said(`
          Fais descendre le plus grand d'abord, ça change tout. Le petit reste attaché le temps de béquiller.
          (=back) Le truc, c'est de reculer le vélo de dix centimètres en appuyant sur l'ergot. La roue monte toute seule.
          (=walk) Un coup d'aide à la marche pendant que tu montes sur la béquille et c'est le moteur qui fait le boulot. {Entraîne-toi à vide !|À tester sans enfant d'abord.}
          Mets des chaussures à semelle dure, ça paraît idiot, mais en ballerines je n'y arrivais jamais.
        `),
        staff: said(`
          Il existe une rallonge d'ergot pensée pour ça, dix centimètres de plus et moitié moins d'effort. Elle est au catalogue pièces depuis ce printemps.
        `),
        outcomes: said(`
          (=walk) Avec l'aide à la marche c'est magique. Mon dos dit merci.
          (=back) J'ai pris le coup en reculant un peu, il fallait juste qu'on me l'explique.
        `),
      },
    ],
    en: [
      {
        titles: said(`
          (spring) Kickstand spring {snapped|broken|gone} on the <modele>
          (fall) Bike {tipped over|fell} on its stand {outside school|with the shopping in}
          (lift) {Too heavy to lift|Can't get it} onto the stand {when loaded|with two kids}
        `),
        problems: said(`
          (spring) The spring on my kickstand snapped {this morning|at the market} and now it drags in left turns.
          (fall) My <modele> fell off its stand with the groceries in. The eggs did not make it.
          (lift) Getting the loaded bike onto its stand takes me three tries and my back hates it.
        `),
        asks: said(`
          Is it the original stand or the wide one? => The original one.
          (fall) Are both rubber feet still there? => Well spotted, one foot is gone.
        `),
        advice: said(`
          (fall lift =wide) The wide stand is worth every penny: <euros> € and it never moved again.
          (lift =roll) Stand on the lug with your full weight and roll the bike back a little. Don't lift with your arms.
          (lift) Clean it and use proper marine grease. Spray lubricants wash the grease out.
          (lift) Use walk assist while you step on the lug, the motor does the lifting. Practise empty first!
          (spring) You can swap it with pliers and some patience. Wear glasses, it flies off.
          (spring) A bungee around the arm keeps it from dragging until the new one arrives.
          (fall) Look at the rubber feet. Without them it slides like soap.
          (fall) On gravel I put a small plank under it. Not pretty, still standing.
          (spring) Second spring here too. A dab of grease on the hooks and this one has lasted a year.
        `),
        staff: said(`
          (spring =spring) That spring has been reinforced since and is covered for three years. Send us a photo and your frame number, we ship the same day.
        `),
        outcomes: said(`
          (=spring) New spring came in four days, fitted in ten minutes.
          (=roll) Rolling it back a bit is the trick. Thank you!
        `),
      },
    ],
  },
};
