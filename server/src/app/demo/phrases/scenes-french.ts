import { scene } from './scene.ts';
import type { Scene } from './scene.ts';

const fr = scene.bind(undefined, 'fr');

export const frenchScenes: readonly Scene[] = [
  fr(
    { months: [10, 11, 0, 1] },
    `
    <froid> °C ce matin à <ville>, {les mains ont souffert|j'ai roulé avec deux paires de gants}
    Qui a roulé sur le verglas aujourd'hui ? Moi oui, une fois, pas deux
    Premier matin givré, la selle était une patinoire`,
    `
    ici <froid>, et le vent en prime
    moufles de ski pour moi, rien d'autre ne marche
    j'ai pris le tram, je l'avoue
    couverture sur les enfants, bouillotte, et on chantait
    courage, plus que trois mois
    pneus à 3 bars au lieu de 3,5 quand ça glisse, ça change tout
    verglas = on marche à côté, règle absolue chez nous
    le soleil rasant était magnifique par contre`,
  ),
  fr(
    { months: [2, 3, 4, 5] },
    `
    {20|22|24} degrés, {le printemps|enfin} ! Qui sort ce soir ?
    Premier trajet sans manteau de l'année à <ville>
    Les pistes sont pleines ce matin, ça fait plaisir à voir`,
    `
    bras de chemise ici aussi
    j'ai croisé trois cargos en dix minutes, record
    chez nous il pleut, merci de demander
    on a pique-niqué dans la caisse
    allergie au pollen : 1, moi : 0
    pareil, et les enfants ont voulu faire deux fois le tour du parc
    profitez, ils annoncent de l'orage jeudi`,
  ),
  fr(
    { months: [6, 7] },
    `
    Trop chaud pour pédaler, même en turbo
    35 degrés à <ville>, la selle brûle
    Vous roulez à quelle heure avec cette chaleur ?`,
    `
    départ à 7 h ou rien
    gourde au congélateur la veille, la base
    serviette mouillée sur les enfants, ils adorent
    pensez à ne pas laisser la batterie au soleil
    l'assistance n'a jamais été aussi méritée
    bord de l'eau, et on ne bouge plus`,
  ),
  fr(
    { title: 'Vos photos de chargements improbables' },
    `
    Aujourd'hui : {un canapé deux places|quatre chaises|un sapin|un vélo d'enfant, deux trottinettes et les enfants}. Qui dit mieux ?
    Livré ce matin : {30 kg de pommes de terre|un aquarium vide|une contrebasse}. Il me faut une photo de vos exploits
    J'ai transporté {mon beau-frère|ma belle-mère} dans la caisse. 74 kg de critiques`,
    `
    la photo ou ça n'existe pas !
    (tree) respect
    j'ai fait un matelas 140 une fois, mais je ne recommande pas le vent de côté
    et les sangles ont tenu ?
    chez nous c'est surtout des cartons de couches
    imbattable
    une machine à laver, en descente, sous la pluie. Plus jamais
    mon record reste trois sapins, un par voisin
    je valide, mais le chiffon rouge derrière hein`,
  ),
  fr(
    { title: 'Un petit bonheur à vélo cette semaine ?' },
    `
    (green) Petit bonheur du jour : {la boulangère a prêté son crochet pour accrocher le vélo|un monsieur a applaudi dans la côte|un feu vert d'un bout à l'autre du boulevard}
    (lady) Une dame m'a arrêté pour demander où j'avais acheté le <modele>. Vingt minutes de discussion
    (jam) <enfant> a dit « plus vite que la voiture » en passant devant le bouchon. Meilleure journée`,
    `
    j'adore
    (lady) et elle en a commandé un ?
    (lady) ça m'arrive une fois par semaine, je devrais demander une commission
    (jam) les embouteillages vus de la piste, spectacle gratuit
    trop mignon
    (green) moi c'est le facteur qui me salue maintenant, entre gros porteurs on se comprend
    merci de partager, ça change des histoires de pannes
    (green) pareil pour les feux verts, j'ai presque été déçu d'arriver`,
  ),
  fr(
    {},
    `
    (paint) Nouveau marquage devant l'école de <ville> : un vélo peint… et une voiture garée dessus
    (posts) Ils ont mis des potelets sur la piste, le Chaland ne passe plus
    (bridge) La piste du pont est fermée jusqu'en {juin|septembre|décembre}, quelqu'un connaît le détour ?`,
    `
    (paint posts) classique
    (paint posts) photo à la mairie, ils ont un formulaire qui marche étonnamment bien
    (posts) chez nous ils ont enlevé le potelet après trois mails
    (bridge) fermée encore ? ils avaient dit deux semaines
    (bridge) par l'écluse, c'est plus long mais plus joli
    (bridge) le détour passe par les quais, compter six minutes de plus
    (paint posts) on devrait faire une sortie groupée devant, douze cargos ça se voit
    (posts) il manque 4 cm, c'est rageant
    courage, ça avance quand même d'année en année`,
  ),
  fr(
    { room: 'balades' },
    `
    Qui vient {samedi|dimanche} pour la balade ? Départ {10 h|9 h 30} place du marché
    On est combien pour dimanche, le tour du lac ?
    Balade des familles {samedi|dimanche} : <km> km, plat, goûter au bout`,
    `
    présents, à deux plus deux petits
    on vient si la météo tient
    pas cette fois, anniversaire
    j'apporte le thé et la pompe
    je ramène un gâteau, ne le dites pas aux enfants
    peut-être, je confirme vendredi
    on vous rejoint à mi-parcours !
    moi ! et la voisine qui veut essayer`,
  ),
  fr(
    { months: [8, 9] },
    `
    Rentrée : qui a survécu ?
    Reprise de l'école, reprise du vélo, reprise des courbatures
    Première semaine d'école à vélo, trois casques oubliés`,
    `
    à peine
    parking vélo de l'école plein à 8 h 20, du jamais vu
    on a mis des patères à casques dans l'entrée, ça aide
    nous on est à l'heure. Deux jours sur quatre
    les mollets avaient oublié en effet
    bravo, la première semaine est la pire`,
  ),
  fr(
    {},
    `
    (km) Petite fierté : {2 000|5 000|10 000} km au compteur ce matin
    (km) <km4> km sur le <modele>, même batterie, même sourire
    (year) Un an de <modele> aujourd'hui !`,
    `
    bravo !
    (km) et combien de chaînes ?
    (year) joyeux anniversaire au vélo
    (km) impressionnant, je suis à peine à la moitié
    (km) tu as changé les pneus entre temps ?
    (year) ça se fête, gâteau dans la caisse
    (year) la même ici en mai`,
  ),
  fr(
    {},
    `
    (key) Quelqu'un a une clé de 15 près de <ville> ? {Retour garanti|Contre un café}
    (trailer) Je cherche à emprunter une remorque {ce week-end|samedi}
    (gift) Je donne un lot de {sacoches|rétroviseurs|gants enfants}, à venir chercher`,
    `
    (key trailer) j'ai ça, message privé
    (trailer) quelle longueur ? j'en ai deux
    (key trailer) oui, passe après 18 h
    (gift) oh volontiers, je passe ce soir si ça va
    (gift) pris si personne n'est plus près !
    (key trailer) demande à l'atelier participatif sinon
    (gift) c'est bon, donné ? sinon je passe ce soir
    (key trailer) je peux te l'apporter au marché samedi
    merci pour l'esprit de ce salon`,
  ),
  fr(
    {},
    `
    Bonjour à tous, bonne semaine !
    Bon lundi les équipages
    Café, vélo, école, boulot. Et vous ?`,
    `
    bonne semaine !
    bonjour bonjour
    pareil mais avec de la pluie
    école, vélo, café, dans cet ordre
    ☕
    bon courage à tous
    salut ! ici c'est télétravail, le vélo boude`,
  ),
  fr(
    { title: 'Casque ou pas casque, et pour les passagers ?' },
    `
    (poll) Vous mettez un casque pour les petits trajets ? Sondage express
    (lesson) Un passant m'a fait la leçon sur le casque ce matin, alors que <enfant> en portait un
    (size) Casques enfants : vous prenez quelle taille quand on est entre deux ?`,
    `
    (poll) toujours, question d'exemple
    (size) la plus grande, avec un bonnet fin en hiver
    (poll) enfants oui, moi pas toujours, je sais
    (lesson) j'ai une réponse toute prête : « merci, bonne journée »
    (lesson) classique, et jamais un mot aux voitures
    (lesson) les gens ont toujours un avis, souriez et roulez
    (poll) nous c'est casque ou on ne démarre pas
    (size) fais-lui secouer la tête : si ça tourne, plus petit
    (size) les molettes derrière rattrapent deux centimètres facile
    (poll lesson) j'en ai perdu deux, la ville entière doit rouler avec mes casques`,
  ),
  fr(
    { title: 'Vos astuces du quotidien' },
    `
    Astuce du jour : {un vieux sac de boulangerie sur la selle|un grelot sur les clés de la batterie|un filet à cheveux de chantier sous le casque}
    Votre meilleure astuce à moins de 5 € ?
    J'ai collé une lampe de placard dans la caisse. Les enfants lisent le soir, je pédale en paix`,
    `
    oh c'est malin
    je pique l'idée
    une chambre à air usée coupée en lanières, ça arrime tout
    deux pinces à linge pour les papiers d'école
    un tapis de bain sous les pieds, ça ne glisse plus
    des manchons de poussette sur le guidon, 12 € mais quel confort
    sac de congélation sur le téléphone quand il pleut
    noté, merci !`,
  ),
  fr(
    {},
    `
    (fair) Quelqu'un sera {au salon|à la fête du vélo|au marché de <ville>} {samedi|dimanche} ?
    (school) On tient un stand à la fête de l'école, il me faudrait deux cargos à montrer
    (friend) Une amie hésite à acheter, qui peut lui faire essayer un <modele> vers <ville> ?`,
    `
    (fair) oui, avec la tribu
    (fair) j'y serai le matin
    (friend) elle mesure combien ? le mien est réglé haut
    (friend) volontiers, elle peut m'écrire
    (school) dispo, et le mien est presque propre
    (friend) attention, elle va l'acheter
    (school) je peux venir avec le Chaland
    pas libre, mais bonne idée
    (school) compte sur nous`,
  ),
  fr(
    {},
    `
    (colour) Vous avez vu, il y a une nouvelle couleur : {vert sapin|jaune moutarde|bleu nuit}
    (catalogue) Le dernier catalogue est sorti. La béquille large toujours en option…
    (model) J'ai croisé le nouveau modèle en essai à <ville>, camouflé comme une voiture`,
    `
    (colour) ah, enfin du choix
    (colour catalogue) oh j'adore
    (colour) la mienne est déjà démodée alors
    (catalogue) en option, comme d'habitude
    (model) vivement un modèle pliant (je rêve)
    (model) des photos ?
    (model) le guidon a l'air plus haut, non ?
    (catalogue model) tant qu'ils gardent la caisse en bois…`,
  ),
];
