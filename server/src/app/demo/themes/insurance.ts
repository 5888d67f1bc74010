import type { Theme } from './model.ts';
import { EVEN, said } from './model.ts';

export const insurance: Theme = {
  id: 'insurance',
  label: 'assurance',
  category: 'quotidien',
  months: EVEN,
  matters: {
    fr: [
      {
        titles: said(`
          (quote) {Assurance vol|Assurance} {pour un cargo|pour le <modele>} : {vous payez combien ?|utile ou pas ?|laquelle ?}
          (theft) {Vol de batterie|On m'a volé la batterie|Vol devant chez nous} {à <ville>|cette nuit|hier soir}
          (lock) {Antivol|Quel antivol} {pour un cargo de 50 kg|accepté par l'assurance} ?
          (claim) {Dossier de vol|Après le vol} : {ils demandent quoi chez vous ?|quelles pièces fournir ?|on me demande l'impossible}
          (kids) {Assurance et enfants transportés|Responsabilité civile} : {qui couvre quoi ?|quelqu'un a creusé ?}
        `),
        problems: said(`
          (quote ask) On me demande <euros> € par an pour assurer le <modele> contre le vol, avec une franchise de 10 %. Ça vous paraît correct ?
          (theft) {Cette nuit|Hier soir} on nous a volé {la batterie|la selle et la batterie|la tente de pluie} dans la cour. Vélo attaché, batterie verrouillée. Dépité.
          (claim) L'assurance réclame {la facture de l'antivol|un marquage officiel|deux points d'attache}, et je n'ai rien de tout ça. Vous avez fait comment ?
          (kids ask) Mon assurance habitation dit couvrir le vélo « jusqu'à 25 km/h » mais rien sur les enfants transportés. Quelqu'un a creusé ?
          (lock ask) Je cherche un antivol qui tienne vraiment pour un vélo de ce prix, sans peser le poids d'un enfant. Vous avez quoi ?
        `),
        asks: said(`
          (quote claim) C'est valeur à neuf ou avec vétusté ? Toute la différence est là. => Avec vétusté, 1 % par mois, j'ai relu les petites lignes.
          (quote theft) Le vélo dort dans un local fermé ou dans la rue ? => Dans un local commun, mais la porte ferme {une fois sur deux|mal}.
          (theft claim) [Tu as|Vous avez] déposé plainte ? Sans le récépissé ils ne bougent pas. => Plainte déposée {ce matin|hier}, deux heures d'attente au commissariat.
          (kids) C'est pour tes enfants ou ceux des autres aussi ? => Les nôtres, et une copine d'école le jeudi.
        `),
        advice: said(`
          (quote claim theft lock) Fais marquer le vélo, c'est {une quinzaine d'euros|quasi gratuit} et presque toutes les assurances l'exigent maintenant.
          (theft lock =twolocks) Deux antivols différents : un U sur le cadre, une chaîne sur la roue arrière. Le voleur passe au suivant.
          (quote =home) Demande à ton assurance habitation avant tout : chez nous l'extension coûtait <euros2> € par an, rien à voir avec les contrats vélo.
          (quote) J'ai résilié la mienne : trop d'exclusions. Je mets la même somme de côté tous les mois.
          (claim theft =photos) Photographie tout : numéro de cadre, serrure, facture de l'antivol, le vélo attaché. Ça m'a sauvé au moment du dossier.
          (theft lock) La batterie, je la monte le soir, même au quatrième sans ascenseur. Cinq kilos de muscu gratuite.
          (kids =liability) Pour les enfants, c'est la responsabilité civile qui joue. Fais-le confirmer par écrit, ça prend deux minutes.
          (claim) Le constructeur envoie un duplicata de facture en un jour, ça compte comme preuve. Demande-leur.
          (kids) Chez nous l'assureur a d'abord dit non, puis oui, en relisant son propre contrat. Insiste.
          (lock) Une chaîne de moto dans une gaine, laissée accrochée sur place. Comme ça on ne la porte jamais.
          (kids) L'assurance scolaire couvre aussi le trajet, on ne le sait pas assez.
          (claim) Relance tous les vendredis, poliment. Au quatrième ils ont payé.
        `),
        staff: said(`
          (claim quote) Nous pouvons vous envoyer un duplicata de facture et l'attestation de numéro de cadre dans la journée. Beaucoup d'assureurs acceptent les deux ensemble.
          (theft) Désolé pour cette mauvaise surprise. Avec le dépôt de plainte nous remplaçons la serrure et la clé à prix coûtant, écrivez-nous.
        `),
        outcomes: said(`
          (=photos) Dossier accepté ! Remboursement de <euros3> €, franchise déduite. Les photos ont tout changé.
          (=home) J'ai pris l'extension de mon assurance habitation, moitié moins cher que le devis de départ.
          (claim) Refusé parce que l'antivol n'était pas sur leur liste. Je préviens, ça servira à d'autres.
          (=liability) Réponse écrite reçue : couvert, passagers compris. Deux minutes, en effet.
          (=twolocks) Un U et une chaîne, achetés samedi. Je dors mieux.
        `),
      },
    ],
    en: [
      {
        titles: said(`
          (quote) {Theft insurance|Insurance} for a cargo bike: {how much do you pay?|worth it?}
          (theft) {Battery stolen|Someone took my battery} {in <ville>|last night}
          (claim) {Insurance wants proof|Theft claim}: what did you send?
        `),
        problems: said(`
          (quote ask) I was quoted <euros> € a year for theft cover on the <modele>, with a 10 % excess. Does that sound right to you?
          (theft) Someone took the battery from our courtyard last night, lock and all. I'm gutted.
          (claim) The insurer wants proof of {two approved locks|frame marking}. Is there a document from the maker for that?
        `),
        asks: said(`
          (quote claim) Is it new for old, or do they take wear off? => They take off one percent a month, I read the small print.
          (theft quote) Was it in a locked room or out on the street? => In a shared bike room whose door closes when it feels like it.
        `),
        advice: said(`
          Get the frame marked, it's cheap and most insurers ask for it now.
          (theft) Two different locks: a U-lock on the frame, a chain on the rear wheel. Thieves go for the next bike.
          (quote =home) Ask your home insurer first. The extension was <euros2> € a year for us.
          (claim theft =photos) Take photos of everything: frame number, locks, receipts. It saved my claim.
          (theft) I carry the battery upstairs every night. Free workout.
          (quote) Read the exclusions first. Ours did not cover the night, of all things.
          (claim) The maker can send a copy of the invoice within a day, ask them.
        `),
        staff: said(`
          (claim quote theft) We can send you a copy of the invoice and a certificate with the frame number today. Most insurers accept the two together.
        `),
        outcomes: said(`
          (=photos) Claim accepted, <euros3> € back. Those photos made the difference.
          (=home) Went with the home insurance extension in the end, half the price.
        `),
      },
    ],
  },
};
