import type { Theme } from './model.ts';
import { said } from './model.ts';

export const cold: Theme = {
  id: 'cold',
  label: 'batterie',
  category: 'entraide',
  months: [3, 2.4, 1.1, 0.4, 0.2, 0.1, 0.1, 0.1, 0.2, 0.8, 2, 3.2],
  matters: {
    fr: [
      {
        titles: said(`
          {Autonomie divisée par deux|Grosse chute d'autonomie|Autonomie en berne} {avec le froid|par <froid> °C|depuis les gelées}
          <km> km au lieu de <km2> : {c'est le froid ?|normal en hiver ?|ma batterie est-elle morte ?}
          {Batterie et grand froid|Le froid et la batterie du <modele>} : {vos chiffres ?|combien perdez-vous ?}
          {Plus que|À peine} <km> km par <froid> °C{| à <ville>}
        `),
        problems: said(`
          Depuis {une semaine|le début du mois|les premières gelées}, mon <modele> ne fait plus que <km> km par charge. En septembre j'en faisais facilement <km2>.
          Ce matin il faisait <froid> °C à <ville> et j'ai perdu {deux barres|trois barres|la moitié de la jauge} en {dix|quinze} minutes de trajet.
          Je passe de 100 % à <pct> % rien que pour {l'aller au bureau|déposer les enfants et revenir|faire l'aller-retour à la crèche}. Il y a quinze jours c'était le double.
          La jauge reste au maximum puis s'effondre d'un coup {dans la côte|au bout de <km> km|dès que je dépasse 20 km/h}. Ça ne le fait que quand il gèle.
          Mon <modele> dort dehors sous une housse et depuis qu'il gèle l'autonomie a fondu. Je finis les trajets en mode éco, les cuisses en feu.
        `),
        asks: said(`
          [Tu rentres|Vous rentrez] la batterie la nuit ou elle dort sur le vélo ? => Elle reste sur le vélo, dans {un garage non chauffé|la cour|un local à vélos plein de courants d'air}.
          Elle a quel âge, [ta|votre] batterie ? Et combien de cycles à peu près ? => Elle a <ans> ans, un peu moins de {deux cents|trois cents} cycles d'après l'appli.
          [Tu roules|Vous roulez] dans quel mode d'assistance, et chargé comment ? => Toujours en mode {normal|tour}, avec <enfant> et un sac, donc pas léger léger.
          Les pneus sont à combien ? Sous-gonflés par temps froid, ça mange énormément. => Les pneus je n'ai pas regardé depuis {octobre|un bon mois}, j'avoue.
        `),
        advice: said(`
          (=indoors) Rentre la batterie au chaud et remets-la juste avant de partir : {j'ai regagné|on a regagné|tu vas regagner} facilement un tiers d'autonomie.
          C'est la chimie qui veut ça : sous zéro une batterie lithium donne 20 à 30 % de moins. Ça revient tout seul {en mars|au printemps|avec les beaux jours}.
          Ne la charge surtout pas quand elle est gelée, laisse-la deux heures dans la maison avant de brancher.
          J'ai cousu une housse néoprène avec une vieille combi de surf. Moche, mais je perds {moitié moins|nettement moins} qu'avant.
          (=tyres) Regonfle tes pneus : entre l'été et l'hiver ils perdent presque un bar sans que tu t'en rendes compte, et l'autonomie suit.
          Démarre en éco pendant dix minutes, la batterie se réchauffe toute seule en travaillant. Après tu peux remettre du jus.
          Par <froid> °C je compte <km> km, pas plus, et {je laisse un chargeur au boulot|je recharge au bureau le midi}. On s'y fait.
          La jauge se trompe dans le froid, elle lit la tension. Chez moi elle {remonte de deux barres|repart à la hausse} une fois la batterie réchauffée.
        `),
        staff: said(`
          C'est dans la plage attendue : à <froid> °C nous mesurons 25 à 30 % d'autonomie en moins sur banc. Si la perte dépasse 40 % batterie rentrée la nuit, envoyez-nous le rapport de l'application et on regarde.
          (=test) Stocker la batterie entre 10 et 20 °C change vraiment la donne. Si après une semaine rien ne bouge, on vous propose un test de capacité {à l'atelier|chez un revendeur}, c'est gratuit la première fois.
        `),
        outcomes: said(`
          (=indoors) Batterie rentrée tous les soirs depuis {lundi|une semaine} : je suis remonté à <km2> km. {Pas besoin de chercher plus loin.|Merci, vraiment.}
          (=tyres) C'était un mélange des deux : pneus à plat et batterie gelée. Tout est revenu {dans l'ordre|presque comme en été}.
          (=test) Le test de capacité donne {91|88|93} %, donc elle va bien, c'était juste le froid.
        `),
      },
      {
        titles: said(`
          (charge) Batterie qui {ne charge plus|refuse de charger} {dans le garage|par temps froid|depuis hier soir}
          (charge) {Chargeur qui clignote rouge|Voyant orange sur le chargeur} {quand il gèle|au garage}
          (store) {Stocker la batterie|Hivernage :} {tout l'hiver|trois mois sans rouler}, {à combien de % ?|comment faire ?}
        `),
        problems: said(`
          (charge) Le chargeur clignote {en rouge|en orange} et rien ne se passe. {Dans la cuisine|Dans le salon} ça marche, au garage non.
          (store ask) Je ne vais pas rouler {de décembre à février|pendant <mois> mois} (opération du genou). Vous laissez la batterie à combien ?
          (charge) Branchée hier soir au garage, ce matin toujours à <pct> %. Il faisait {-4|-6|-2} dehors, je pense que c'est lié.
        `),
        asks: said(`
          (charge) Il fait combien dans [ton|votre] garage ? En dessous de zéro le chargeur se met en sécurité. => Autour de zéro, peut-être un peu moins {le matin|la nuit}.
          (charge) [Tu as essayé|Vous avez essayé] une autre prise, sans multiprise ni rallonge ? => J'ai testé {deux|trois} prises, pareil. Par contre dans l'entrée elle charge.
          (store) [Tu as|Vous avez] une pièce un peu fraîche mais hors gel, genre cellier ? => Le placard de l'entrée, autour de 15 degrés.
        `),
        advice: said(`
          (charge =warm) C'est une sécurité : sous 0 °C elle refuse la charge pour ne pas s'abîmer. Rentre-la une heure et ça repart.
          (store =half) Pour l'hivernage : entre 40 et 60 %, au sec, et un petit coup de charge toutes les six semaines.
          (store) Surtout pas à 100 % ni à 0 pendant trois mois, c'est ce qui les tue le plus vite.
          (store) Note la date sur un bout de scotch collé dessus, sinon on oublie {de la recharger|toujours} (vécu…).
          (charge) Même voyant chez moi l'hiver dernier, c'était un peu d'humidité dans la prise. Un coup de chiffon sec et c'était réglé.
          (charge) Branche-la à l'intérieur le soir, c'est devenu un réflexe comme les chaussures.
          (store) Trois hivers rangée à la moitié dans la chambre d'amis, zéro perte au printemps.
          (charge) Chez nous le garage descend à 2 °C et ça passe encore tout juste. En dessous, elle boude.
        `),
        staff: said(`
          (charge =warm) Le voyant orange signale une batterie trop froide pour charger : laissez-la revenir au-dessus de 5 °C. Si le voyant reste rouge à température ambiante, le chargeur est à échanger.
          (store =half) Pour un arrêt de plus d'un mois nous conseillons 50 %, dans une pièce sèche, et un contrôle toutes les six semaines.
        `),
        outcomes: said(`
          (charge =warm) Rentrée dans la maison, ça charge. {Simple comme bonjour|Tout bête}, merci !
          (store =half) Bon, rangée à 55 % dans le placard de l'entrée, avec un rappel dans le téléphone.
        `),
      },
    ],
    en: [
      {
        titles: said(`
          {Range halved|Losing half my range|Battery drops like a stone} {in the cold|at <froid> °C|since the frost}
          {Winter range on the <modele>|Cold weather and the <modele> battery}: {what do you get?|is this normal?}
          Down to <km> km per charge{| in <ville>}, {winter or a dying battery?|should I worry?}
        `),
        problems: said(`
          Since the temperature went below zero my <modele> barely does <km> km on a charge. I used to get <km2> without thinking about it.
          It was <froid> °C this morning and I lost three bars before I even reached the school.
          The gauge stays full for ages, then drops to nothing {halfway up the hill|just before home}. Only happens when it freezes.
          I keep the bike in an unheated shed and I'm down to <pct> % after a single school run. It was half that in October.
        `),
        asks: said(`
          Do you take the battery indoors at night? => No, it stays on the bike, in {the shed|an open carport}.
          How old is the battery, roughly? And which assist mode are you in most of the time? => It's <ans> years old and I'm nearly always in the middle mode.
        `),
        advice: said(`
          (=indoors) Bring it indoors overnight and fit it right before you leave. {I got about a third back|Made a huge difference here}.
          Totally normal for lithium: expect 20 to 30 % less below zero. It comes back in spring.
          Never charge it while it's frozen, give it a couple of hours in the kitchen first.
          (=tyres) Check your tyre pressure too. Mine had lost almost a bar since summer and that costs you range.
          Start in eco for ten minutes so the pack warms up, then go back to your usual mode.
          I wrapped mine in an old neoprene sleeve. Looks daft, works well.
        `),
        staff: said(`
          That is within what we measure on the bench: about 25 to 30 % less at <froid> °C. If you lose more than 40 % with the battery kept indoors, send us the report from the app and we will look into it.
        `),
        outcomes: said(`
          (=indoors) Took it indoors for a week: back to <km2> km. Thanks everyone!
          (=tyres) You were right, tyres were half flat. Between that and a warm battery it's nearly back to normal.
        `),
      },
    ],
  },
};
