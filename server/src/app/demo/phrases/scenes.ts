import type { Language } from '../model.ts';
import { lines } from '../themes/model.ts';

/** Something people chat about: anybody opens, others answer in any order. */
export interface Scene {
  readonly language: Language;
  /** Only where the forum or the list may speak of it too. */
  readonly title?: string;
  /** 0 January to 11 December; all the year where absent. */
  readonly months?: readonly number[];
  readonly opens: readonly string[];
  readonly answers: readonly string[];
}

function scene(
  language: Language,
  told: Omit<Scene, 'language' | 'opens' | 'answers'>,
  opens: string,
  answers: string,
): Scene {
  return { language, ...told, opens: lines(opens), answers: lines(answers) };
}

const fr = scene.bind(undefined, 'fr');
const en = scene.bind(undefined, 'en');

export const scenes: readonly Scene[] = [
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
    respect
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
    Petit bonheur du jour : {la boulangère a prêté son crochet pour accrocher le vélo|un monsieur a applaudi dans la côte|un feu vert d'un bout à l'autre du boulevard}
    Une dame m'a arrêté pour demander où j'avais acheté le <modele>. Vingt minutes de discussion
    <enfant> a dit « plus vite que la voiture » en passant devant le bouchon. Meilleure journée`,
    `
    j'adore
    ça m'arrive une fois par semaine, je devrais demander une commission
    les embouteillages vus de la piste, spectacle gratuit
    trop mignon
    moi c'est le facteur qui me salue maintenant, entre gros porteurs on se comprend
    merci de partager, ça change des histoires de pannes
    pareil pour les feux verts, j'ai presque été déçu d'arriver`,
  ),
  fr(
    {},
    `
    Nouveau marquage devant l'école de <ville> : un vélo peint… et une voiture garée dessus
    Ils ont mis des potelets sur la piste, le Chaland ne passe plus
    La piste du pont est fermée jusqu'en {juin|septembre|décembre}, quelqu'un connaît le détour ?`,
    `
    classique
    photo à la mairie, ils ont un formulaire qui marche étonnamment bien
    chez nous ils ont enlevé le potelet après trois mails
    le détour passe par les quais, compter six minutes de plus
    on devrait faire une sortie groupée devant, douze cargos ça se voit
    il manque 4 cm, c'est rageant
    courage, ça avance quand même d'année en année`,
  ),
  fr(
    {},
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
    Petite fierté : {2 000|5 000|10 000} km au compteur ce matin
    <km4> km sur le <modele>, même batterie, même sourire
    Un an de <modele> aujourd'hui !`,
    `
    bravo !
    et combien de chaînes ?
    joyeux anniversaire au vélo
    impressionnant, je suis à peine à la moitié
    tu as changé les pneus entre temps ?
    ça se fête, gâteau dans la caisse
    la même ici en mai`,
  ),
  fr(
    {},
    `
    Quelqu'un a une clé de 15 près de <ville> ? {Retour garanti|Contre un café}
    Je cherche à emprunter une remorque {ce week-end|samedi}
    Je donne un lot de {sacoches|rétroviseurs|gants enfants}, à venir chercher`,
    `
    j'ai ça, message privé
    oui, passe après 18 h
    pris si personne n'est plus près !
    demande à l'atelier participatif sinon
    c'est bon, donné ? sinon je suis preneur
    je peux te l'apporter au marché samedi
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
    Vous mettez un casque pour les petits trajets ? Sondage express
    Un passant m'a fait la leçon sur le casque ce matin, alors que <enfant> en portait un
    Casques enfants : vous prenez quelle taille quand on est entre deux ?`,
    `
    toujours, question d'exemple
    la plus grande, avec un bonnet fin en hiver
    enfants oui, moi pas toujours, je sais
    les gens ont toujours un avis, souriez et roulez
    nous c'est casque ou on ne démarre pas
    les molettes derrière rattrapent deux centimètres facile
    j'en ai perdu deux, la ville entière doit rouler avec mes casques`,
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
    Quelqu'un sera {au salon|à la fête du vélo|au marché de <ville>} {samedi|dimanche} ?
    On tient un stand à la fête de l'école, il me faudrait deux cargos à montrer
    Une amie hésite à acheter, qui peut lui faire essayer un <modele> vers <ville> ?`,
    `
    j'y serai le matin
    volontiers, elle peut m'écrire
    dispo, et le mien est presque propre
    attention, elle va l'acheter
    je peux venir avec le Chaland
    pas libre, mais bonne idée
    compte sur nous`,
  ),
  fr(
    {},
    `
    Vous avez vu, il y a une nouvelle couleur : {vert sapin|jaune moutarde|bleu nuit}
    Le dernier catalogue est sorti. La béquille large toujours en option…
    J'ai croisé le nouveau modèle en essai à <ville>, camouflé comme une voiture`,
    `
    oh j'adore
    la mienne est déjà démodée alors
    en option, comme d'habitude
    vivement un modèle pliant (je rêve)
    des photos ?
    le guidon a l'air plus haut, non ?
    tant qu'ils gardent la caisse en bois…`,
  ),
  en(
    {},
    `
    Morning from <ville>, {sunshine|drizzle} and a full box
    Anyone riding this weekend?
    Just passed {2,000|5,000} km on the <modele>!`,
    `
    nice one!
    rain here, obviously
    count us in if it stays dry
    congratulations, any cake?
    same here next month I think
    morning!
    how many chains so far?`,
  ),
  en(
    { title: 'Strange things you carried this week' },
    `
    Today's cargo: {a cello|two chairs and a lamp|a very offended cat}. Beat that
    Carried a Christmas tree and two kids. The kids complained about the needles
    Somebody asked me if I sell ice cream. Again`,
    `
    picture or it didn't happen
    I get the ice cream question every week, I might start
    a washing machine, never again
    respect
    the cat deserves a medal
    brilliant`,
  ),
  en(
    {},
    `
    Is anyone going to the family ride on Sunday? My French is basic
    Thinking of crossing the whole town with the kids tomorrow, wish me luck
    New cycle path near <ville> is open!`,
    `
    come along, half of us switch to English anyway
    good luck, leave early
    finally! took them three years
    we'll be there
    the path is lovely, mind the posts
    see you there`,
  ),
];
