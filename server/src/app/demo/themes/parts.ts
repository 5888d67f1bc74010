import type { Theme } from './model.ts';
import { EVEN, said } from './model.ts';

export const parts: Theme = {
  id: 'parts',
  label: 'pièces',
  category: 'boutique',
  months: EVEN,
  wave: { from: 44, weeks: 24, times: 2.4, before: 0.9 },
  matters: {
    fr: [
      {
        titles: said(`
          (wait) {Délai pièces détachées|Pièces détachées :} {<semaines> semaines ?|toujours rien|quel délai chez vous ?}
          (missing equiv) {Garde-boue avant|Phare avant|Patte de dérailleur|Pédalier|Cache moteur} <modele> : {introuvable|en rupture|où en trouver ?}
          (wait) {Commande de pièces|Ma commande} {sans nouvelles|bloquée} depuis <semaines> semaines
          (equiv) {Équivalence|Pièce standard} pour {la patte de dérailleur|un câble de capteur|une serrure} {du <modele>|: qui a trouvé ?}
        `),
        problems: said(`
          (wait) J'attends {un garde-boue|une patte de dérailleur|un phare|un cache moteur} depuis <semaines> semaines. Le site dit « expédié sous 5 jours ».
          (missing) Le {cache moteur|garde-boue avant|levier de frein gauche} est cassé (merci le poteau) et il est en rupture sur la boutique. Vous avez une autre adresse ?
          (wait) Vélo immobilisé depuis {dix jours|trois semaines} pour une pièce à <euros2> €. C'est quand même dommage pour un vélo de ce prix.
          (equiv ask) Quelqu'un sait s'il existe un équivalent standard pour {la patte de dérailleur|la serrure de batterie|le câble de capteur} du <modele> ?
        `),
        asks: said(`
          (missing equiv) [Tu as|Vous avez] la référence exacte ? Elle est gravée à l'intérieur, en tout petit. => C'est marqué BR-{214|307|118}, de ce que j'arrive à lire.
          (missing equiv) C'est un modèle d'avant ou d'après le changement de cadre ? => Modèle d'avant, acheté il y a <ans> ans.
          (wait) Commande passée sur le site ou chez un revendeur ? => Sur le site, et j'ai bien reçu la confirmation. Depuis, silence.
        `),
        advice: said(`
          (wait =call) Appelle l'atelier le matin entre 9 h et 10 h, c'est là qu'ils décrochent. Par mail j'ai attendu {dix jours|une éternité}.
          (missing) J'en ai un d'avance dans mon garage à <ville>, je te l'envoie contre les frais de port si tu veux.
          (equiv missing) C'est une pièce courante, n'importe quel vélociste peut la commander. J'ai payé <euros2> €.
          (missing equiv) {Un voisin|Un copain} me l'a imprimée en 3D en attendant, ça a tenu {deux mois|tout l'été} !
          (wait missing =dealer) Passe par le revendeur de <ville>, il garde du stock et il expédie.
          (wait) Pareil ici, <semaines> semaines pour un garde-boue. La pièce est arrivée sans un mot, mais elle est arrivée.
          (missing equiv) Attention, avant et après le changement de cadre ce n'est pas la même. Vérifie bien l'entraxe avant de commander.
          (wait) Garde une trace écrite, date par date. Chez nous ça a débloqué les choses quand la troisième personne a repris le dossier.
          (equiv) J'ai noté quelques correspondances dans un carnet : c'est du 6 mm partout, sauf l'axe avant.
          (missing) Regarde sur les petites annonces avec le mot « cadre accidenté », il y a des pièces comme neuves.
          (wait) Ils prêtent parfois une pièce d'occasion le temps que la neuve arrive, il faut le demander gentiment.
        `),
        staff: said(`
          (wait) Vous avez raison, ce délai n'est pas acceptable. Notre fournisseur a livré {mardi|en fin de semaine}, les commandes en attente partent dans l'ordre. Envoyez-moi votre numéro, je vérifie la vôtre.
          (missing equiv) La pièce est compatible avec les deux générations de cadre, la fiche du site est fausse et nous la corrigeons aujourd'hui. Il nous en reste {onze|sept|une vingtaine}.
          (wait missing) Nous avons des pièces de remplacement d'occasion à l'atelier : le temps que la neuve arrive, on peut vous en prêter une.
        `),
        outcomes: said(`
          (wait) Colis reçu ce matin ! Long, mais la pièce est bonne. Je roule.
          (=dealer) Trouvé grâce à vous chez le revendeur, réparé dans la foulée.
          (=call) Finalement la livraison est arrivée après un coup de fil. Il faudrait juste prévenir les gens…
        `),
      },
      {
        titles: said(`
          (plans) {Éclaté|Vue éclatée} et références du <modele> : {ça existe ?|où les trouver ?}
          (seek) {Cherche|Recherche} {rayons|serrure de batterie|poignée tournante} {d'occasion|de rechange}
        `),
        problems: said(`
          (plans ask) Est-ce qu'il existe quelque part une vue éclatée avec les références ? J'aimerais {réparer moi-même|garder ce vélo quinze ans}.
          (seek ask) Je cherche {une serrure de batterie|des rayons de la bonne longueur|une poignée} pour mon <modele>, neuf ou d'occasion, {secteur <ville>|je peux me déplacer}.
        `),
        asks: said(`
          Pour quelle année ? Les références ont changé deux fois. => L'année d'avant le nouveau cadre, d'après la facture.
        `),
        advice: said(`
          (plans) Il y a un PDF qui tourne, daté d'il y a <ans> ans. Il manque des pages mais c'est déjà ça.
          (seek =gift) J'ai ça au fond d'une caisse au garage, je te l'envoie contre un paquet de café.
          (seek =coop) Va voir à l'atelier participatif de <ville>, ils ont une caisse entière de pièces de cargos.
          (plans) On devrait faire un tableau partagé des équivalences. Je veux bien commencer {la liste|par le <modele>}.
          (plans) L'atelier répond si tu envoies une photo de la pièce avec une règle à côté. Lent, mais juste.
          (seek) Je vends les miennes, le vélo est parti en morceaux après un accident. Message privé si ça t'intéresse.
          (plans) Je scanne mon livret ce week-end et je le mets ici.
        `),
        staff: said(`
          (plans) Les vues éclatées arrivent dans l'espace client, modèle par modèle. Le <modele> est en relecture, comptez {une quinzaine de jours|la fin du mois}.
        `),
        outcomes: said(`
          (=gift) Reçu ce matin, c'est pile la bonne pièce. Le café est parti !
          (=coop) Trouvé à l'atelier participatif, échangé contre une boîte de biscuits. J'adore.
        `),
      },
    ],
    en: [
      {
        titles: said(`
          (wait) {Spare parts|Parts order}: {<semaines> weeks and counting|how long did you wait?|no news}
          (wait equiv) {Front mudguard|Derailleur hanger|Battery lock|Motor cover} for the <modele>: {out of stock|where to buy?}
        `),
        problems: said(`
          (wait) I've been waiting <semaines> weeks for {a mudguard|a derailleur hanger|a headlight}. The shop page still says five days.
          (wait) My bike has been off the road for {ten days|three weeks} because of a part that costs <euros2> €. That's hard to explain to the kids.
          (equiv ask) Does anyone know a standard replacement for the {battery lock|hanger|sensor cable} of the <modele>?
        `),
        asks: said(`
          (wait) Did you order on the website or through a dealer? => On the website. I got a confirmation and then nothing.
          (equiv) Do you have the reference? It's engraved inside, very small. => It reads BR-{214|307|118} as far as I can tell.
          (wait) Did they charge you already? => Charged the same day, of course.
        `),
        advice: said(`
          (wait =call) Ring the workshop before ten in the morning, that's when they pick up.
          (equiv) Any bike shop can order that one, it's a common part. I paid <euros2> €.
          (equiv) I have a spare in my garage, happy to post it if you cover the stamps.
          (equiv) Careful, the part changed with the new frame. Measure before you order.
          (wait) Same here, <semaines> weeks for a mudguard. It turned up without a word, but it did turn up.
          (wait) Keep everything in writing with dates. It sped things up for us.
        `),
        staff: said(`
          (wait) You are right, that is too long. Our supplier delivered this week and waiting orders leave in turn. Send me your order number and I will check yours today.
        `),
        outcomes: said(`
          (wait) Arrived this morning, fitted by lunch. Thanks for the nudge.
          (=call) A call before ten did it. Parcel is on its way.
        `),
      },
    ],
  },
};
