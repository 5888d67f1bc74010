import { lines, said } from '../themes/model.ts';

/** What the team announces, each a title and a text, told once; some only in some months (`(7)` July). */
export const NEWS: readonly (readonly [title: string, text: string, months: readonly string[]])[] = said(`
  Une nouvelle cintreuse à l'atelier ~ Elle est arrivée mardi, deux personnes ont rejoint le montage et le premier Bercail à caisse basse est sorti. Merci à celles et ceux qui sont passés la voir.
  (6 7) Horaires d'été de l'atelier ~ Nous fermons du 5 au 20 août. Les commandes passées avant le 30 juillet partent avant la fermeture. Une permanence téléphonique reste ouverte le matin pour les pannes.
  (3 4 5 6 9) Journée d'essais à Valmorin ~ Samedi, de 10 h à 17 h, sur la place du marché. Quatre modèles à essayer, chargés ou vides, avec ou sans enfants. Venez avec vos questions et vos voisins.
  Nouveau catalogue de pièces ~ Six cents références, avec des photos et les compatibilités. S'il manque quelque chose, dites-le ici plutôt que de chercher pendant des heures.
  (11 12 1 2) Mise à jour de l'application ~ Elle corrige le niveau de batterie affiché par grand froid et la liste des trajets. Si elle ne vous est pas encore proposée, patientez deux jours, elle arrive par vagues.
  On recrute à l'atelier ~ Une personne au montage et une au service après-vente. Les candidatures de cyclistes convaincus sont lues en premier, c'est assumé.
  (4 5 6) Point sur les délais de livraison ~ Les commandes du printemps partent avec dix jours de retard : les moteurs ont pris leur temps en chemin. Chaque personne concernée a reçu un mail. Si ce n'est pas le cas, écrivez-nous.
  Merci pour vos retours sur la tente de pluie ~ Vous avez été 31 à répondre. Les coutures du haut et l'aération seront revues, et nous montrerons le prototype ici avant de le lancer.
  (10 11) Sortie d'automne : compte rendu ~ Quarante-deux équipages, un seul orage, zéro panne. Les photos sont dans la galerie. On remet ça au printemps.
  Une carte des ateliers amis ~ Vous nous demandiez où faire réviser loin de chez nous : trente-quatre ateliers sont maintenant sur la carte, avec leurs horaires. Signalez-nous ceux qui manquent.
  Changement de transporteur ~ À partir de lundi les colis de pièces partent avec un nouveau transporteur. Deux jours de moins en moyenne, et un vrai suivi.
  Nos engagements de réponse ~ Une question posée ici reçoit une réponse de l'équipe sous deux jours ouvrés quand personne d'autre ne l'a donnée. Nous publierons le chiffre chaque trimestre, bon ou mauvais.
  Enquête de satisfaction : les résultats ~ Ce que vous aimez : le comportement en charge et l'entraide entre vous. Ce que vous aimez moins : les délais de pièces et l'application. Nous avons compris, et voici notre plan en trois points.
  Portes ouvertes à l'atelier ~ Deux samedis pour voir naître un cadre, de la soudure à la peinture. Inscription par simple réponse, groupes de douze.
  Guide des premiers kilomètres ~ Vingt pages écrites avec vous, de la pression des pneus au béquillage. Téléchargeable, imprimable, et corrigible : dites-nous ce qui manque.
  (10 11 12) Housse de batterie pour l'hiver ~ Vous étiez nombreux à les coudre vous-mêmes. Nous en proposons une, doublée, faite à quinze kilomètres d'ici. Et le patron reste libre pour les couturières.
  Béquilles larges : le stock est reconstitué ~ La peinture verte aussi. Nous avons testé la charge de trois enfants et d'un adulte récalcitrant : tout tient.
  Fermeture exceptionnelle vendredi ~ Inventaire toute la journée. Les messages restent lus, les réponses viendront lundi.
  (9) La rentrée, côté atelier ~ Les révisions sont prises d'assaut, comptez huit jours. Pour les pannes qui immobilisent, nous gardons deux créneaux libres chaque matin.
  (12 1) Bonne année à tous les équipages ~ Vous avez roulé, réparé, transporté des sapins et des canapés, et vous nous l'avez raconté. Continuez.
  Un mot sur l'acier ~ Plusieurs d'entre vous demandent d'où il vient. Réponse courte : de deux fournisseurs, tous deux à moins de mille kilomètres. Réponse longue dans le document joint sur le site.
  Prototype : la caisse basse ~ Trois exemplaires roulent depuis un mois chez des familles. Premier verdict : facile d'y monter à quatre ans, un peu juste pour deux sacs d'école. On reprend le dessin.
  (2 3 4) Révisions de printemps : pensez à réserver ~ Le planning de mars est déjà à moitié plein. Si vous pouvez venir en semaine, vous aurez votre vélo le soir même.
  Le numéro de cadre, où le trouver ~ Sous le boîtier de pédalier, gravé, sept caractères. Une photo au flash dans votre téléphone vous évitera de vous coucher par terre le jour où vous en aurez besoin.
  Nouvelle tête au service après-vente ~ Elle vient d'un atelier participatif, connaît nos vélos par cœur et répond désormais le matin. Soyez doux, la première semaine.
  Les prix, en toute franchise ~ L'acier et les moteurs ont augmenté, nos marges non. Le détail est en ligne, poste par poste. Vos questions sont bienvenues ici, y compris les désagréables.
  (5 6) Deuxième batterie pour les vacances ~ Le prêt reprend, du vendredi au lundi en huit, contre une caution. Vingt batteries, premières demandes servies.
  Ce que nous avons changé grâce à vous ~ Le ressort de béquille renforcé, l'aération de la tente, la page des compatibilités. Trois changements, trois fils de ce forum. Merci.
  (11 12) Ouverture le samedi matin en décembre ~ Pour les petites réparations, sans rendez-vous, avec du café. Les grosses restent en semaine.
  Une panne de notre messagerie ~ Les mails envoyés entre lundi et mercredi se sont perdus. Si vous attendez une réponse, renvoyez-nous votre message, toutes nos excuses.
  Recyclage : rapportez-nous vos batteries ~ Même mortes, même d'une autre marque. Elles partent chez un reconditionneur, et les cellules encore bonnes finissent en stockage solaire.
  (3 4) Les nouveaux coloris ~ Vert sapin, jaune moutarde, bleu nuit. Le gris disparaît, personne ne le réclamait. Livraisons dès la semaine prochaine.
  Qui répond à quoi ~ Ambre anime, Yann et Hélène réparent, Sofiane suit les commandes, Margaux les pièces, Étienne l'application. Vous pouvez nous écrire à tous, mais maintenant vous savez.
  (6 7) Fête du vélo : merci ~ Nous avons fait essayer cent douze fois les vélos, dont neuf fois à la même petite fille. Les bénévoles se reconnaîtront, les gâteaux aussi.
`).map(({ text, about }) => {
  const [title = '', body = ''] = text.split(' ~ ');
  return [title, body, about];
});

export const ANNOUNCEMENT_ANSWERS: readonly string[] = lines(`
  Merci pour l'info !
  Bonne nouvelle, surtout pour les délais.
  Est-ce que ce sera aussi valable pour les anciens modèles ?
  Bravo à toute l'équipe.
  Noté, merci de prévenir.
  Ça fait plaisir d'être tenu au courant comme ça.
  Et pour ceux qui habitent loin, une version à distance est prévue ?
  On sera là, à quatre sur deux vélos.
  Dommage, je ne suis pas là à cette date. La prochaine fois !
  Très bien, mais j'attends de voir pour le transporteur.
  Enfin ! Merci.
`);

export const WORKSHOP = {
  name: 'Ateliers du soir',
  title: 'Ateliers du soir : on apprend à se dépanner entre nous',
  opens: lines(`
    À partir de ce mardi, de 20 h à 21 h, un atelier en visio chaque semaine. Une panne courante, un membre qui sait faire, un technicien en renfort. Le but : que chacun puisse ensuite aider les autres, ici même. Pas d'inscription, le lien est épinglé.
  `),
  weekly: lines(`
    Mardi : régler des freins qui sifflent. Venez avec une plaquette usée si vous en avez une.
    Au programme mardi : l'aimant du capteur et les codes d'erreur. Quinze minutes de démonstration, le reste pour vos questions.
    Cette semaine : crevaison sans démonter la roue. Prévoir une vieille chambre à air.
    Mardi, la chaîne : mesurer, nettoyer, changer. Ramenez vos horreurs.
    Atelier de mardi : batterie et froid, ce qu'on peut faire soi-même et ce qu'il ne faut surtout pas faire.
    Mardi on parle béquille : ressort, patins, technique. Dos fragiles bienvenus.
    Mardi : préparer un voyage, chargement et répartition du poids.
    Cette semaine : câbles et vitesses. Le repère jaune n'aura plus de secret.
    Mardi, séance de questions libres : apportez la panne qui vous résiste.
  `),
  answers: lines(`
    J'y étais, très clair. J'ai refait le réglage dans la foulée.
    Super format, une heure c'est parfait.
    Est-ce que c'est enregistré ? Mardi soir c'est bain des enfants…
    Bravo au membre qui a montré, on voyait très bien.
    J'ai appris plus en une heure qu'en deux ans de bricolage.
    Je veux bien montrer le changement de plaquettes la prochaine fois.
    Première fois hier soir, ambiance très sympa. Je reviendrai.
    J'ai pu répondre à quelqu'un sur le forum grâce à ça, fierté.
    Il y avait combien de monde ? On était au moins trente, non ?
  `),
} as const;

export const PHOTO = {
  name: 'Défi photo',
  title: 'Défi photo du mois',
  opens: lines(`
    On lance un défi : une photo par semaine, un thème, et un porte-clés en bois pour la plus aimée. Premier thème : votre vélo garé n'importe où (mais légalement).
  `),
  weekly: lines(`
    Thème de la semaine : la lumière du matin.
    Cette semaine : ce qu'il y a au fond de la caisse.
    Thème : sous la pluie.
    Cette semaine : votre côte préférée (ou détestée).
    Thème : deux roues et quatre pattes.
    Thème de la semaine : le goûter.
  `),
  answers: lines(`
    Voici la mienne, un peu floue, il partait sans moi.
    Bravo pour celle du canal, magnifique.
    Je participe ! Photo prise ce matin devant l'école.
    Hors concours : le chat dans la caisse.
    Dur de choisir cette semaine.
    J'ai loupé le thème d'avant, je peux poster quand même ?
    Jolie lumière !
  `),
} as const;

export const SPAM: readonly string[] = lines(`
  Gagnez 3 000 € par mois depuis chez vous, sans effort ! Contactez-moi vite, places limitées.
  Batteries toutes marques -70 %, livraison mondiale, paiement par carte cadeau uniquement.
  Crédit rapide sans justificatif, réponse en cinq minutes. Écrivez-moi en privé.
  Montres de luxe à prix cassé, stock de douane, dernière chance aujourd'hui !!!
  Votre colis est en attente, réglez 1,99 € pour le recevoir. Lien en message privé.
`);

/** A quarrel, told in turns: two members (« a », « b »), others (« m ») and the team (« s »); « ! » is hidden later. */
export const QUARREL = {
  title: 'Cargos sur la voie verte : trop vite, trop larges ?',
  turns: lines(`
    a | Je vais être franc : dimanche j'ai encore vu un cargo doubler des piétons à 25 sur la voie verte. On va finir par tous se faire interdire.
    b | Encore ce couplet. La largeur de la piste fait 3 m, tout le monde passe si chacun reste à sa place, piétons compris.
    m | Les deux ont un peu raison. Avec les enfants je descends à 10 quand il y a du monde, et ça se passe très bien.
    a | « Chacun à sa place », c'est exactement ce que disent les automobilistes. Réfléchissez deux minutes.
    b! | Oh ça va, le donneur de leçons. Tu roules dix kilomètres par an, garde ta morale pour ton salon.
    a! | Pauvre type. Des gens comme toi ne devraient pas avoir le droit de conduire une brouette.
    m | On peut revenir au sujet ? Ça devient pénible à lire.
    s | Deux messages ont été masqués : ici on critique des idées, pas des personnes. Je vous ai écrit à tous les deux. Le fil reste ouvert si on reparle de la voie verte.
    a | Message reçu. Je me suis emporté, toutes mes excuses à ceux qui ont lu.
    m | Merci pour l'intervention. Pour le fond : une sonnette et un bonjour règlent 90 % des situations.
    s | Nous avons écrit à l'agglo pour demander un marquage au sol. Je ferme ici, on ouvrira un nouveau fil quand il y aura une réponse.
  `),
} as const;
