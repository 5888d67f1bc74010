import type { Theme } from './model.ts';
import { said } from './model.ts';

export const tyres: Theme = {
  id: 'tyres',
  label: 'pneus',
  category: 'entraide',
  months: [0.9, 0.9, 1.1, 1.1, 1, 1, 0.9, 0.9, 1.1, 1.3, 1.2, 0.9],
  matters: {
    fr: [
      {
        titles: said(`
          (punct) {Troisième crevaison|Encore une crevaison} {à l'arrière|en un mois} : {quels pneus ?|je fais quoi de travers ?}
          (punct) {Changer la chambre|Crevaison} roue {arrière|moteur} : {sans tout démonter ?|vous y arrivez seuls ?}
          (pressure) {Pression des pneus|Quelle pression} {sur le <modele> chargé|avec deux enfants} ?
          (wear) Pneu avant usé {avant l'arrière|à <km4> km} : {bizarre|normal ?}
        `),
        problems: said(`
          (punct) Troisième crevaison à l'arrière depuis {la rentrée|Noël|un mois}. Toujours au même endroit ou presque.
          (punct) Crevaison {ce matin sous la pluie|hier à <km3> km de la maison}, roue arrière bien sûr, et <enfant> à bord. On a fini à pied.
          (pressure ask) Vous gonflez à combien à l'arrière quand vous êtes chargés ? Sur le flanc c'est écrit de 2 à 4,5, ça laisse de la marge.
          (wear ask) Le pneu avant est lisse après <km4> km, l'arrière presque neuf. Bizarre, non ?
        `),
        asks: said(`
          (punct) [Tu as|Vous avez] passé la main à l'intérieur du pneu ? Il reste souvent l'épine ou le bout de verre. => Trouvé ! Un minuscule bout de fil de fer, invisible de l'extérieur.
          (punct) Ce sont les pneus d'origine ou des renforcés ? => Ceux d'origine, jamais changés depuis l'achat.
          (pressure) [Tu pèses|Vous pesez] combien tout mouillé, enfants compris ? => Autour de 130 kg, sacs d'école inclus (les sacs !).
          (wear) [Tu freines|Vous freinez] surtout de l'avant ? => Presque uniquement, maintenant que j'y pense.
        `),
        advice: said(`
          (punct wear =reinf) Passe aux pneus renforcés à l'arrière : {deux ans|trois hivers} sans crever, moi qui crevais tous les mois.
          (punct =onside) Couche le vélo sur le côté gauche, sors juste le flanc du pneu et pose la rustine sans démonter la roue. Dix minutes.
          (pressure =numbers) 3,5 à l'arrière et 2,8 à l'avant, chargé. En dessous je pince la chambre sur les bordures.
          (punct) Du liquide préventif dans les deux roues. Ça ne fait pas tout, mais les épines de {haie|rosier} passent inaperçues.
          (punct =rim) Vérifie le fond de jante : chez nous c'est une tête de rayon qui perçait la chambre, toujours à la même place.
          (pressure wear) Une pompe à pied avec manomètre, <euros2> €, tous les premiers dimanches du mois. Ma seule discipline dans la vie.
          (punct) Emporte une chambre fendue, celles qu'on enfile sans démonter la roue. Ça dépanne pour rentrer.
          (wear) C'est le freinage de l'avant chargé. Permute les deux si les dimensions le permettent, sinon change-le sans regret.
          (pressure) La moyenne entre ce qui est écrit et ce que dit mon dos : 3,2.
          (wear) Le mien était pareil, la direction était mal réglée d'un cheveu. L'atelier l'a vu en deux minutes.
          (pressure) Règle du pouce : si on peut l'enfoncer franchement, c'est trop mou. Scientifique, non.
        `),
        staff: said(`
          (pressure wear =numbers) Nous conseillons 3,5 bars à l'arrière en charge et 3 à l'avant. Les pneus renforcés sont au catalogue et montés d'origine depuis l'an dernier.
          (punct =rim) Si les crevaisons sont toujours au même endroit, c'est le fond de jante : passez, c'est dix minutes et nous vous l'offrons.
        `),
        outcomes: said(`
          (=rim) C'était bien le fond de jante. Une bande neuve et plus rien depuis {trois semaines|un mois}.
          (=reinf) Pneus renforcés montés ce week-end. On reparle dans un an !
          (=onside) Réparé sans démonter la roue, première fois de ma vie. Fierté.
          (=numbers) Regonflé à 3,5 derrière : j'ai l'impression d'avoir changé de vélo.
        `),
      },
    ],
    en: [
      {
        titles: said(`
          (punct) {Third puncture|Another flat} {this month|on the rear wheel}
          (pressure) Tyre pressure on a loaded <modele>?
        `),
        problems: said(`
          (punct) Third puncture on the rear wheel since {Christmas|September}, nearly always at the same spot.
          (pressure ask) What pressure do you run with two kids on? The sidewall says anything between 2 and 4.5.
          (punct) Flat tyre in the rain this morning with <enfant> on board. We walked home.
        `),
        asks: said(`
          (punct) Did you run a finger along the inside of the tyre? => Found it, a tiny piece of wire you can't see from outside.
        `),
        advice: said(`
          (punct) Go for the reinforced tyres at the rear. Two years without a flat here.
          (punct =onside) Lay the bike on its left side and patch the tube without taking the wheel off.
          (pressure =numbers) 3.5 at the back, 2.8 in front. Any less and I pinch the tube on kerbs.
          (punct =rim) Check the rim tape, a spoke head kept cutting our tube.
          (pressure) Thumb test: if it gives, it's too soft. Very scientific.
          (punct) Sealant in both wheels. Not magic, but thorns go unnoticed.
          (pressure) Halfway between the sidewall and my back: 3.2.
          (pressure) Get a foot pump with a gauge, first Sunday of the month. My only discipline in life.
        `),
        staff: said(`
          (pressure punct =rim) We advise 3.5 bar at the rear when loaded and 3 at the front. If it is always the same spot it will be the rim tape: drop by, we will do it for free.
        `),
        outcomes: said(`
          (=rim) Rim tape it was. No flat in a month.
          (=onside) Patched it without removing the wheel, feeling very proud.
          (=numbers) 3.5 at the back, feels like another bike.
        `),
      },
    ],
  },
};
