import type { Theme } from './model.ts';
import { said } from './model.ts';

export const rain: Theme = {
  id: 'rain',
  label: 'pluie',
  category: 'quotidien',
  months: [1.2, 1.2, 1.3, 1, 0.8, 0.4, 0.3, 0.4, 1, 1.7, 1.8, 1.3],
  matters: {
    fr: [
      {
        titles: said(`
          (leak) {Tente de pluie|Capote} qui {fuit|prend l'eau} {au bout de <mois> mois|sur le <modele>|par la couture}
          (fog) {Buée|Condensation} dans la {tente|capote} : {des idées ?|on ne voit plus rien}
          (trousers) {Vêtements de pluie|Équipement pluie} : {vos indispensables|que porter pour 20 minutes ?}
          (flap) {Capote|Tente} qui claque {au vent|au-dessus de 20 km/h} : {vous faites comment ?|insupportable}
          (zip) Fermeture éclair de la {tente|capote} {cassée|morte|à changer}
        `),
        problems: said(`
          (leak) La tente de pluie fuit à la couture du haut. <enfant> arrive à l'école avec une épaule trempée.
          (flap) Au-dessus de 20 km/h la capote claque tellement qu'on ne s'entend plus. Et par vent de travers, c'est une voile.
          (fog) Buée totale à l'intérieur le matin. Les enfants dessinent dessus, ça les amuse, moi moins : je ne les vois plus.
          (zip) La fermeture éclair de la tente a rendu l'âme {hier|dans la tempête} et elle n'est pas vendue seule.
          (trousers ask) Je cherche un pantalon de pluie qui survive plus d'un hiver. Trajet de <km3> km, tous les jours, {climat de <ville>|ça tombe souvent}.
        `),
        asks: said(`
          (leak) [Tu as|Vous avez] réimperméabilisé les coutures depuis l'achat ? => Jamais, je ne savais pas qu'il fallait.
          (fog) La petite aération du haut est ouverte ? Tout le monde l'oublie. => Je viens de découvrir qu'il y a une aération. Bon.
          (flap) Les élastiques du bas sont tendus ou ils pendent ? => Ils pendent un peu, celui de droite surtout.
          (trousers) [Tu roules|Vous roulez] avec des garde-boue longs ? => Oui, longs, mais l'eau vient d'en haut chez nous !
        `),
        advice: said(`
          (leak =sealer) Un tube d'imperméabilisant à coutures, deux couches à l'intérieur, une nuit de séchage. La nôtre est repartie pour deux hivers.
          (fog =vent) Ouvre l'aération du haut et laisse deux doigts en bas : l'air circule et la buée disparaît.
          (flap =bungee) Contre les claquements : deux petits tendeurs entre l'arceau et la caisse. {Silence total.|Plus un bruit.}
          (zip =tailor) La couturière de {ma rue|<ville>} a changé la fermeture pour <euros2> €, en plus solide.
          (trousers =work) Surpantalon de chantier, la moitié du prix d'un pantalon de vélo et increvable. Pas élégant, on est d'accord.
          (trousers) La cape ! On sèche dessous, on ne transpire pas, et les enfants adorent se cacher dedans.
          (fog) Anti-buée de lunettes de piscine, une goutte, on étale au chiffon. Ça tient une semaine.
          (flap) Un ourlet lesté avec de la chaînette de rideau. Ma belle-mère l'a cousu en une soirée.
          (zip) Frotte-la avec une bougie avant qu'elle ne lâche, la mienne est repartie comme ça.
          (leak) Vérifie le rabat avant tout : s'il est rentré à l'intérieur, l'eau suit la couture.
          (zip) J'ai remplacé la fermeture par du velcro large. Moins joli, increvable.
          (leak) En attendant de réparer, un bout de chatterton large à l'intérieur tient deux semaines.
          (trousers) Relave-le avec une lessive technique et passe-le au sèche-linge tiède, l'eau perle à nouveau.
          (fog) Un chiffon microfibre attaché à l'arceau, et le plus grand est nommé « responsable buée ».
          (flap) Sous 18 km/h plus rien ne claque. On arrive trois minutes plus tard et plus zen.
        `),
        staff: said(`
          (leak =swap) Les coutures de la première série ont été reprises depuis. Une tente de moins de deux ans qui fuit est échangée, envoyez-nous une photo de l'étiquette intérieure.
          (zip) La fermeture est réparable à l'atelier, comptez une semaine et <euros2> €. Nous travaillons à la vendre seule.
        `),
        outcomes: said(`
          (=sealer) Deux couches d'imperméabilisant, testé sous l'orage {hier soir|ce matin} : sec. Champagne.
          (=vent) Aération ouverte, plus de buée. J'ai un peu honte.
          (=swap) Échangée par l'atelier en une semaine, la nouvelle a l'air bien plus costaude.
          (=bungee) Deux petits tendeurs et on s'entend à nouveau parler. Merci !
          (=tailor) Fermeture changée par la couturière, deux fois plus solide que l'origine.
          (=work) Surpantalon de chantier validé : trois averses, cuisses sèches, dignité moyenne.
        `),
      },
    ],
    en: [
      {
        titles: said(`
          (leak) Rain cover leaks {on the <modele>|along the seam|already}
          (fog) {Fog inside the cover|Condensation}: any ideas?
          (flap) Rain cover {flaps|slaps} in the wind
        `),
        problems: said(`
          (leak) The rain cover leaks along the top seam. <enfant> gets to school with a wet shoulder.
          (flap) Above 20 km/h the cover flaps so loudly that we can't hear each other.
          (fog) Everything fogs up in the morning and I can't see the kids any more.
        `),
        asks: said(`
          (fog) Is the little vent at the top open? Everybody misses it. => There is a vent? Oh dear.
          (flap leak) Are the elastics at the bottom tight? => The right one hangs loose, now that you say it.
        `),
        advice: said(`
          (leak =sealer) Seam sealer, two coats on the inside, leave it overnight. Ours lasted two more winters.
          (fog =vent) Open the vent and leave two fingers at the bottom, the fog goes away.
          (flap =bungee) Two small bungees between the hoop and the box stop the flapping.
          (leak) A local tailor stitched ours again for <euros2> €, tighter than new.
          (fog) Microfibre cloth on the hoop, and the eldest is in charge.
          (flap) A weighted hem did it for us, curtain chain sewn in.
          (leak) Check the flap first. If it's tucked inside, water follows the seam.
          (flap) Below 18 km/h nothing flaps. You arrive three minutes later and much calmer.
          (fog) One drop of swimming goggle spray, wiped on. Lasts a week.
        `),
        staff: said(`
          (leak) Seams of the first batch were improved since. A cover under two years old that leaks is replaced: send us a photo of the inner label.
        `),
        outcomes: said(`
          (=sealer) Sealed it on Sunday, bone dry in the storm today!
          (=vent) Vent open, no more fog. Embarrassing, but thanks.
          (=bungee) Two bungees and we can hear each other again.
        `),
      },
    ],
  },
};
