import type { Theme } from './model.ts';
import { said } from './model.ts';

export const upkeep: Theme = {
  id: 'upkeep',
  label: 'entretien',
  category: 'entraide',
  months: [0.9, 1.1, 1.5, 1.3, 1.1, 0.9, 0.8, 0.8, 1.1, 1.1, 0.9, 0.7],
  matters: {
    fr: [
      {
        titles: said(`
          (chain) {Chaîne usée|Chaîne à changer} {à 1 400 km|à 1 900 km|déjà} : {normal sur un cargo ?|vous tenez combien ?}
          (squeal) {Freins qui sifflent|Freins qui hurlent|Sifflement des freins} {par temps humide|depuis la révision}
          (self) {Première révision|Révision des 1 000 km|Entretien de printemps} : {que faire soi-même ?|vous la faites où ?}
          (skip) {Vitesses|Moyeu} {qui sautent|qui craque} {sous charge|dans les côtes}
        `),
        problems: said(`
          (chain) Le vélociste me dit que la chaîne ET la cassette sont mortes à {1 400|1 900|2 200} km. Sur mon ancien vélo je faisais le triple.
          (squeal) Les freins sifflent à faire aboyer {tous les chiens du quartier|le chien du voisin}, surtout le matin.
          (self ask) Qu'est-ce que vous faites vous-mêmes comme entretien ? Je démarre, j'ai trois clés et beaucoup de bonne volonté.
          (skip) Ça saute au moment d'appuyer fort, en troisième. Câble retendu, pas mieux.
          (self ask) Je voudrais éviter la panne bête. Vous avez une liste de ce qu'il faut vérifier {chaque mois|avant l'hiver} ?
        `),
        asks: said(`
          (chain) [Tu nettoies|Vous nettoyez] la chaîne tous les combien ? => Tous les… jamais, en fait. Je graisse par-dessus.
          (squeal) Les plaquettes ont-elles pris de la graisse, par exemple au moment de la révision ? => Possible, ça a commencé juste après.
          (skip) Tu vois le repère jaune par la petite fenêtre du moyeu ? => Oui, il est un poil à gauche des traits.
          (self) [Tu as|Vous avez] déjà un pied d'atelier, ou tout se fait sur la béquille ? => Sur la béquille, et à genoux.
        `),
        advice: said(`
          (chain =gauge) Chaîne changée tous les 1 500 km, la cassette en tient trois. Achète le petit calibre à <euros2> €, tu seras fixé en deux secondes.
          (chain self) Chiffon sec chaque semaine, une goutte d'huile par maillon, et tu essuies l'excédent. C'est tout, mais il faut le faire.
          (squeal =sand) Poncer légèrement les plaquettes et dégraisser le disque à l'alcool : plus un bruit chez nous.
          (squeal) Dix arrêts francs dans une descente sans personne, et les plaquettes se refont.
          (self =list) Ma liste du premier dimanche : pneus, plaquettes, serrage de la potence, béquille, patins, feux. Vingt minutes avec un café.
          (skip =cassette) Si ça saute sous charge avec une chaîne neuve, c'est que la cassette est usée. Les deux vont ensemble.
          (self) J'ai appris à l'atelier participatif de <ville>. Les gens sont adorables et ont tous les outils.
          (skip =mark) Pour le moyeu, le repère jaune doit être pile entre les deux traits, en quatrième. On l'oublie toujours.
          (chain) Roule plus souple et la chaîne te dira merci. Sur un cargo, appuyer fort en grande vitesse, c'est de la torture.
          (squeal) Vérifie qu'elles ne sont pas vitrées : si ça brille comme un miroir, papier de verre.
          (skip) Regarde l'attache rapide de la chaîne. Un maillon raide saute toujours au même endroit.
          (self) Commence par les pneus et la chaîne. Avec ça tu as évité la moitié des pannes.
          (squeal) Chez nous seulement par temps humide, et ça passe au deuxième freinage. On a fini par s'y faire.
        `),
        staff: said(`
          (chain self) Un cargo use sa chaîne deux fois plus vite qu'un vélo de ville, c'est la charge qui veut ça. La première révision est comprise dans le prix : pensez à la réserver avant les 1 000 km.
          (squeal) Des freins qui sifflent après une révision, c'est pour nous. Repassez quand vous voulez, on reprend ça tout de suite.
        `),
        outcomes: said(`
          (=sand) Plaquettes poncées, disque dégraissé : silence. Le chien du voisin est au chômage.
          (=mark) Repère jaune aligné, plus un saut. Merci, j'allais commander un moyeu !
          (=gauge) Chaîne et cassette changées, j'ai l'impression d'avoir un vélo neuf.
          (=list) Liste imprimée, scotchée dans le garage, premier dimanche fait. Il manquait juste le café.
        `),
      },
    ],
    en: [
      {
        titles: said(`
          (chain) {Chain worn|New chain needed} {after 1,400 km|already}?
          (squeal) Brakes {squeal|howl} {in the wet|since the service}
          (skip) {Gears skipping|Hub slipping} under load
        `),
        problems: said(`
          (chain) The shop says both chain and cassette are gone at {1,400|1,900} km. My old bike did three times that.
          (squeal) My brakes squeal so loudly that people turn around. Mostly in the morning.
          (skip) It skips in third whenever I push hard. I tightened the cable, no change.
        `),
        asks: said(`
          (chain) How often do you clean the chain, honestly? => Honestly? Never. I just add oil on top.
          (skip squeal) Did it start right after the service, by any chance? => The very next day, now that you mention it.
        `),
        advice: said(`
          (chain) New chain every 1,500 km and the cassette lasts three chains. Get the little gauge.
          (squeal =sand) Sand the pads lightly and clean the disc with alcohol, works every time.
          (skip =mark) Align the yellow mark between the two lines in fourth gear. Everyone forgets that one.
          (chain) Dry rag every week, one drop per link, wipe the rest. That's all there is to it.
          (squeal) Ten hard stops on an empty slope and the pads bed in again.
          (skip) Look for a stiff link. It always skips at the same place.
          (chain) Lower gear, faster legs. On a cargo, pushing hard in a high gear is torture for the chain.
          (squeal) Only in the wet here, gone by the second stop. We got used to it.
          (skip) With a new chain and an old cassette it will always skip. They go together.
        `),
        staff: said(`
          (chain) A cargo bike wears its chain twice as fast as a city bike, because of the load. The first service is included, please book it before 1,000 km.
        `),
        outcomes: said(`
          (=mark) Yellow mark aligned, no more skipping. I nearly bought a new hub!
          (=sand) Pads sanded, silence at last.
        `),
      },
    ],
  },
};
