import type { Theme } from './model.ts';
import { said } from './model.ts';

export const price: Theme = {
  id: 'price',
  label: 'prix',
  category: 'idees',
  months: [1.2, 1, 1.4, 1.3, 1, 0.8, 0.7, 0.6, 1, 1.1, 1.6, 1],
  wave: { from: 52, weeks: 7, times: 3, before: 1 },
  matters: {
    fr: [
      {
        titles: said(`
          (rise) {Hausse de prix|+<pct2> % sur le <modele>|Les nouveaux tarifs} : {je tombe de ma selle|vous en pensez quoi ?|explication ?}
          (rise used) {Le prix du <modele>|<modele> à <prixVelo> €} : {trop cher ?|vaut-il le coup ?}
          (service) {Tarif|Prix} de {la révision|la main-d'œuvre|l'entretien annuel} : {ça pique|normal ?|vous payez combien ?}
          (battery) {Prix de|Combien coûte} la batterie de rechange : {ça pique|vraiment ?|normal ?}
          (used) {Neuf ou occasion|Un <modele> d'occasion} : {on hésite|vos conseils ?|bonne affaire ?}
        `),
        problems: said(`
          (rise) Je viens de voir les nouveaux tarifs : le <modele> a pris <pct2> % en un an. Franchement, ça devient difficile à défendre {à la maison|autour de moi}.
          (battery) <euros3> € pour une batterie de rechange ! On parle d'écologie mais à ce prix les gens vont jeter le vélo.
          (service ask) La révision annuelle à <euros> €, c'est ce que vous payez aussi ? J'ai eu un choc au comptoir.
          (used ask) On hésite entre un <modele> neuf et une occasion de <ans> ans. L'écart est de {mille cinq cents|deux mille} euros. Votre avis ?
        `),
        asks: said(`
          (rise) [Tu compares|Vous comparez] avec quoi, exactement ? À équipement égal l'écart se réduit. => Avec deux marques concurrentes, équipées pareil. La différence reste de {six|huit} cents euros.
          (rise used) Le prix comprend la béquille large et les rails ? => Non, tout est en option maintenant.
          (used battery) Elle a combien de cycles, la batterie ? => Un peu moins de trois cents, d'après le vendeur.
        `),
        advice: said(`
          (rise used =sums) J'ai revendu la deuxième voiture. Assurance, essence, stationnement : le vélo est payé en {quatorze|dix-huit} mois. À mettre dans la balance.
          (used =report) L'occasion tient très bien la route si la batterie a moins de trois ans. Demande le rapport de capacité avant d'acheter.
          (rise battery service) Je trouve la hausse raide aussi. Qu'on nous explique au moins ce qui change sur le vélo.
          (rise used) Regarde du côté de la location avec option d'achat, on a fait ça pour étaler.
          (rise used battery) Cher, oui, mais le mien a <km4> km et pas une panne sérieuse. Mes anciens vélos « pas chers » n'en ont pas fait le quart.
          (service =coop) La révision, je la fais à l'atelier participatif : <euros2> € d'adhésion, et on apprend.
          (rise) À ce prix-là, j'attends que la béquille large soit de série. C'est une question de respect.
          (battery) Il y a des artisans qui changent les cellules. Garantie un an, un tiers du prix. Pas d'avis sur la durée.
          (service) Demande le détail avant : chez nous la moitié du prix, c'était les plaquettes, et elles n'étaient pas usées.
          (used) Regarde l'intérieur de la chaîne et les rayons arrière, ça en dit plus que le compteur.
          (battery) Bien stockée elle fait huit ans. Ramené à l'année, c'est moins que mon café.
          (service) <euros> € ici aussi, mais vélo rendu le soir même et freins neufs. Je ne râle plus.
        `),
        staff: said(`
          (rise) Nous comprenons la déception. La hausse vient de l'acier et des moteurs, pas de nos marges, et nous publierons le détail {ce mois-ci|dans la prochaine lettre}. Les devis signés avant restent au tarif d'avant.
          (battery =recond) Une batterie reconditionnée est proposée à 60 % du prix du neuf, garantie un an. Nous ne l'affichons pas assez, c'est noté.
        `),
        outcomes: said(`
          (=report) On a pris l'occasion, batterie à 92 %, entretien suivi. {On est ravis.|Affaire conclue.}
          (=sums) Merci pour vos calculs, je les ai montrés à la maison et on saute le pas.
          (rise) Je reste sur ma faim côté explications, mais merci pour les échanges.
          (=recond) Batterie reconditionnée commandée, le prix redevient humain.
          (=coop) Révision faite à l'atelier participatif, avec de l'aide. Mains noires, grand sourire.
        `),
      },
      {
        titles: said(`
          (grant) {Aide à l'achat|Prime vélo cargo} {à <ville>|cette année} : {toujours là ?|qui l'a eue ?}
          (lease) {Leasing par l'entreprise|Forfait mobilité} : {bon plan ?|retours ?}
        `),
        problems: said(`
          (grant ask) Ma ville parle d'une prime de <euros3> € pour les cargos, mais le dossier a l'air sans fin. Quelqu'un est allé au bout ?
          (lease ask) Mon employeur propose un leasing sur trois ans. Sur le papier c'est bien, dans la vraie vie ?
        `),
        asks: said(`
          (grant) La prime, c'est la ville ou l'agglo ? Ce ne sont pas les mêmes papiers. => L'agglo, d'après l'accueil. Mais le site dit la ville…
          (lease) L'entretien est compris dans la mensualité ? => Une révision par an, pas les pneus ni les plaquettes.
        `),
        advice: said(`
          (grant) Garde la facture ET le relevé bancaire, ils m'ont demandé les deux {trois mois|six semaines} après.
          (grant) Prime reçue au bout de cinq mois. Long, mais versée jusqu'au dernier centime.
          (lease =buyout) En leasing, regarde le prix de rachat final et qui paie l'entretien. Le reste c'est du décor.
          (grant) Attention, certaines aides demandent d'attendre l'accord AVANT d'acheter. Des amis l'ont perdue pour deux jours.
          (lease) On a fait trois ans comme ça. Rien à redire, sauf le rachat, à négocier dès le départ.
          (grant) Appelle au lieu d'écrire, une dame très gentille m'a dicté la liste des papiers.
          (lease) Vérifie l'assurance : en leasing elle est souvent obligatoire et rarement donnée.
        `),
        staff: said(`
          (grant =cert) Nous remplissons l'attestation du constructeur en 48 heures, il suffit de la demander depuis l'espace client. Elle convient à toutes les collectivités que nous connaissons.
        `),
        outcomes: said(`
          (=cert) Dossier envoyé avec l'attestation. On croise les doigts.
          (grant) Prime versée ! <euros3> €, ça paie les sièges et la tente.
          (=buyout) Prix de rachat écrit noir sur blanc, on signe lundi. Merci de m'y avoir fait penser.
        `),
      },
    ],
    en: [
      {
        titles: said(`
          (rise) {Price increase|New prices}: {seriously?|what do you think?}
          (used rise) Is the <modele> worth <prixVelo> €?
          (battery) {Replacement battery|Spare battery} {cost|price}: ouch
        `),
        problems: said(`
          (rise) The <modele> went up by <pct2> % in a year. I love the bike but I can't recommend it to friends at that price.
          (battery) <euros3> € for a spare battery. I nearly fell off my chair.
          (used ask) New <modele> or a used one that is <ans> years old? The gap is about two thousand.
        `),
        asks: said(`
          (rise) Compared with what, exactly? Same equipment? => Two other brands, same equipment, still several hundred less.
        `),
        advice: said(`
          (rise used =sums) We sold the second car. The bike paid for itself in fourteen months, do the sums.
          (used =report) Used is fine if the battery is under three years old. Ask for the capacity report.
          (rise battery) I find it steep too. At least tell us what improved.
          (rise used) Expensive, yes, but mine has <km4> km on it and never let me down.
          (battery =recond) Ask about the refurbished batteries, they don't advertise them.
          (used) Look at the spokes and the chain, they say more than the counter.
          (battery) Stored well it lasts eight years. Per year that's less than my coffee.
        `),
        staff: said(`
          (rise) We understand. Steel and motors went up, not our margin, and we will publish the details in the next letter. Quotes signed before keep the old price.
        `),
        outcomes: said(`
          (=report) We went for a used one with 92 % capacity left. Very happy.
          (=sums) Thanks for the numbers, they convinced my partner.
          (=recond) Refurbished it is. Saved a small fortune.
        `),
      },
    ],
  },
};
