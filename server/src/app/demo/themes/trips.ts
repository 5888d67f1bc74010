import type { Theme } from './model.ts';
import { said } from './model.ts';

export const trips: Theme = {
  id: 'trips',
  label: 'balades',
  category: 'quotidien',
  months: [0.3, 0.5, 1, 1.6, 1.9, 2, 1.9, 1.2, 1, 0.7, 0.4, 0.3],
  matters: {
    fr: [
      {
        titles: said(`
          (days) {Une semaine|Trois jours|Un week-end} {en famille|à quatre} {avec le <modele>|le long du canal} : {des idées ?|nos étapes}
          (train) {Train et cargo|Mettre le <modele> dans le train} : {mission impossible ?|quelqu'un a réussi ?}
          (gates) {Voie verte|Itinéraire} {autour de <ville>|entre <ville> et la mer} : {praticable en cargo ?|barrières ?}
          (camp) {Recharger|Batterie} en camping : {vous faites comment ?|bonne idée ou galère ?}
        `),
        problems: said(`
          (days ask) On rêve de partir {une semaine en juillet|pour le pont de mai} avec le <modele> et la remorque. Vous faites combien par jour, avec des enfants ?
          (train ask) Quelqu'un a-t-il déjà pris le train avec un cargo ? Au guichet on m'a ri au nez.
          (gates) La voie verte de <ville> est superbe, mais les chicanes ne laissent pas passer {la caisse|un cargo}. On a dû soulever quatre fois.
          (camp ask) Comment vous rechargez en camping ? J'ai peur de tomber en panne au milieu de rien.
        `),
        asks: said(`
          (days camp) Avec une ou deux batteries ? Ça change complètement les étapes. => Une seule batterie, et <km2> km d'autonomie les bons jours.
          (days) [Tu pars|Vous partez] chargé à combien, tente comprise ? => On a pesé : {62|74|81} kg avec la tente et <enfant>.
          (train gates) C'est quelle longueur, hors tout ? => 2 m 05, mesuré au mètre de couturière.
        `),
        advice: said(`
          (days =slow) {Trente-cinq|Quarante} kilomètres par jour, pas plus, avec une pause jeux toutes les heures. À ce rythme tout le monde est content.
          (camp days =cafe) On recharge au café pendant le déjeuner. En demandant gentiment, on ne nous a jamais dit non, et ils vendent quatre plats du jour.
          (train =train) Pour le train : les régionaux, hors pointe, premier ou dernier wagon, et on démonte la roue avant. Une fois sur deux on a de la chance.
          (gates =townhall) Les chicanes, écris à la mairie avec une photo et une mesure. Chez nous elles ont été élargies en {trois|six} mois.
          (days) Le chemin de halage entre <ville> et l'écluse est parfait : plat, ombragé, une glace au bout.
          (camp =lead) Pense à la rallonge de vingt mètres au camping, la borne n'est jamais où il faut.
          (days) Le premier soir, dormez près de la maison. Si on a oublié le doudou, on peut revenir. (Oui, vécu.)
          (gates) Un cargo se couche de 30 degrés, roue avant dans le passage. À vide, et à deux adultes.
          (train) Appelle la gare la veille : le chef de bord est prévenu, et l'accueil n'a rien à voir.
          (gates) Passe par la route de service, deux cents mètres avant. Ce n'est pas fléché mais c'est permis.
          (train) On a renoncé et loué une camionnette pour l'aller. Retour à vélo, parfait.
          (camp) Réserve un emplacement avec borne, trois euros de plus, et dors tranquille.
        `),
        staff: said(`
          (days camp) Nous prêtons une deuxième batterie pour les vacances, du vendredi au lundi en huit, contre une caution. Il faut réserver, elles partent vite en {mai|juillet}.
        `),
        outcomes: said(`
          (=slow) De retour ! {Cinq jours|Une semaine}, 180 km, un seul orage et deux crevaisons. On recommence l'an prochain.
          (=townhall) La mairie a répondu pour les chicanes, ils viennent mesurer. Comme quoi.
          (=train) On a réussi le train ! Contrôleur très sympa, roue avant sous le bras.
          (=lead) La rallonge de vingt mètres : achat de l'année. Merci !
        `),
      },
    ],
    en: [
      {
        titles: said(`
          (days) {A week|Three days} {with the kids|with the <modele>}: {route ideas?|daily distance?}
          (train) Cargo bike on a train: {anyone?|mission impossible?}
          (camp) {Charging|Battery} on a campsite: how?
        `),
        problems: said(`
          (days ask) We dream of a week along the canal this summer. How far do you go per day with children?
          (train ask) Has anyone managed to take a cargo bike on a train? They laughed at me at the counter.
          (camp ask) How do you charge when camping? I'm afraid of getting stuck in the middle of nowhere.
        `),
        asks: said(`
          (days camp) One battery or two? That changes everything. => Just the one, good for <km2> km on a nice day.
          (train) How long is it, overall? => 2.05 m, measured with a sewing tape.
        `),
        advice: said(`
          (days =slow) Forty kilometres at most and a playground every hour. Everybody stays happy.
          (camp =cafe) Charge at the café over lunch. Ask nicely, nobody ever said no to us.
          (train =train) Regional trains, off peak, first or last carriage, front wheel off. Works half of the time.
          (camp) Bring a long extension lead, the socket is never where you need it.
          (days) First night close to home. If the teddy is missing you can turn back. Ask me how I know.
          (train) Call the station the day before, it changes everything.
          (days) The towpath past <ville> is perfect: flat, shady, ice cream at the end.
          (train) We gave up and rented a van one way. The ride back was perfect.
          (camp) Book a pitch with a socket, three euros more and you sleep well.
        `),
        staff: said(`
          (days camp) We lend a second battery for holidays against a deposit. Please book early, they go fast in summer.
        `),
        outcomes: said(`
          (=slow) Back home! Five days, 180 km, one storm. We'll do it again.
          (=train) Train worked. Lovely conductor.
        `),
      },
    ],
  },
};
