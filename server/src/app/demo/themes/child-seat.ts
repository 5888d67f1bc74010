import type { Theme } from './model.ts';
import { said } from './model.ts';

export const childSeat: Theme = {
  id: 'child-seat',
  label: 'siège-enfant',
  category: 'quotidien',
  months: [0.7, 0.8, 1.2, 1.3, 1.2, 1, 0.8, 1.2, 1.8, 1, 0.7, 0.6],
  matters: {
    fr: [
      {
        titles: said(`
          (choose) {Quel siège|Siège enfant :} {pour un bébé de <mois> mois|à partir de quel âge|compatible} {sur le <modele> ?|avec le <modele> ?}
          (choose) Siège {avant ou arrière|arrière} sur <modele> : {vos avis|on hésite}
          (two) {Deux sièges|Un siège et un coussin} sur le porte-bagages du <modele>, {ça passe ?|qui l'a fait ?}
          (play) {Siège|Le siège arrière} qui {bouge|a du jeu} {malgré les vis serrées|sur le porte-bagages du <modele>}
        `),
        problems: said(`
          (choose ask) On attend de pouvoir installer <enfant> sur le <modele> et je m'y perds entre les fixations. {Vous avez quoi, vous ?|Lequel tient vraiment ?}
          (choose) {Le magasin|Le revendeur} de <ville> me dit que notre siège ne passe pas sur le porte-bagages, un autre me dit que si. Qui croire ?
          (two) On voudrait mettre deux sièges à l'arrière, mais mes talons tapent dans les repose-pieds {à chaque tour de pédale|dès que je pédale}.
          (play) Le siège bouge de {un|deux} bons centimètres à gauche quand <enfant> gigote. Les vis sont serrées pourtant.
        `),
        asks: said(`
          Le porte-bagages, c'est l'ancien (tube rond) ou le nouveau, avec les rails ? => C'est le porte-bagages à rails, vélo acheté {au printemps|l'an dernier}.
          (choose) Il tient assis tout seul depuis longtemps ? C'est plus ça que l'âge qui compte. => Oui, assis sans problème, et le casque tient bien sur la tête (un peu de comédie au début).
          (two) [Tu as|Vous avez] quelle longueur de porte-bagages derrière la selle ? => J'ai mesuré : 62 cm, de la selle au feu.
          (play) Il y a bien l'entretoise grise entre le siège et le rail ? => Une entretoise ? Rien de gris chez moi, non.
        `),
        advice: said(`
          (play choose =adapter) Sur les rails il faut l'adaptateur large, sinon ça glisse toujours un peu. Avec, ça ne bouge plus d'un millimètre.
          (choose) On a attendu neuf mois, avec l'accord du pédiatre, et des trajets de {dix|quinze} minutes au début. Ça s'est très bien passé.
          (choose) Devant c'est chouette, on papote, mais {dès 13 ou 14 kg|vers deux ans et demi} le guidon devient lourd. Si c'est pour durer, va à l'arrière.
          (two =shift) Décale le siège d'un cran vers l'arrière et {tourne|retourne} les repose-pieds : nos talons ne touchent plus.
          (play) Mets un peu de frein-filet sur les quatre vis et revérifie après une semaine. Elles se desserrent avec les pavés.
          (choose) Prends avec toi le siège pour l'essayer sur place. Chez nous, {deux modèles sur trois|le premier acheté} ne passaient pas à cause de la poignée.
          (two choose) Les coussins c'est à partir de {quatre ou cinq ans|quatre ans}, avec les barres de maintien. Avant, ils s'endorment et ils penchent !
          (two) Le plus grand derrière, le plus petit contre la selle, et mes jambes ont retrouvé de la place.
          (play) Une fine bande de caoutchouc sous les mâchoires, découpée dans une vieille chambre. Plus un bruit, plus de jeu.
          (two) Nous, c'est un siège et un coussin, avec les barres hautes. Le coussin se range quand il n'y a qu'un passager.
          (play) Regarde si le rail n'est pas peint : la peinture tassée donne du jeu au bout de quelques semaines, il suffit de resserrer.
          (choose) Regarde le poids du siège lui-même, certains pèsent 5 kg. Au bout d'une côte on les sent.
        `),
        staff: said(`
          (choose two) Le porte-bagages à rails est prévu pour deux sièges jusqu'à 60 kg en tout. La liste des sièges que nous avons essayés est dans la notice, page 14, et nous l'avons mise à jour {ce mois-ci|en ligne}.
          (play =spacer) Si le siège a du jeu, c'est souvent l'entretoise qui manque. On vous l'envoie sans frais : donnez-nous le numéro de cadre en message privé.
        `),
        outcomes: said(`
          (=adapter) Adaptateur posé, siège bien droit, et <enfant> qui rit tout du long. {Merci à tous !|Un grand merci.}
          (choose) Finalement on a pris un siège arrière avec dossier inclinable et c'est {parfait|top}, surtout pour les siestes imprévues.
          (=shift) Siège reculé d'un cran, mes talons ne tapent plus. On est à trois sur le vélo, le bonheur.
          (=spacer) Entretoise reçue et posée, le siège ne bouge plus du tout.
        `),
      },
      {
        titles: said(`
          (harness) {Le harnais|La ceinture} {que ma fille sait ouvrir|qui s'ouvre toute seule}
          (harness) {Enfant qui défait|Elle défait} {son harnais|sa ceinture} {en roulant|tous les matins}…
          (sleep) {Sieste à vélo|Il s'endort et sa tête part} : {vos astuces ?|comment le caler ?}
        `),
        problems: said(`
          (harness) <enfant> a compris comment ouvrir la boucle. Ce matin au feu rouge je me retourne : debout dans le siège.
          (sleep) Tous les soirs il s'endort au bout de cinq minutes et sa tête ballotte. Ça me fait mal pour lui.
        `),
        asks: said(`
          (harness) C'est la boucle à trois points ou à cinq points ? => Celle à trois points, avec le gros bouton rouge, forcément c'est tentant.
          (sleep) [Tu inclines|Vous inclinez] un peu le siège, ou il est resté tout droit ? => Tout droit. Je ne savais même pas qu'il s'inclinait !
        `),
        advice: said(`
          (harness =back) On a mis la boucle dans le dos, côté intérieur. Il a cherché {deux jours|une semaine} et il a laissé tomber.
          (harness) Donne-lui quelque chose à tenir : une sonnette, un doudou attaché. Les mains occupées n'ouvrent rien.
          (sleep) Un tour de cou en polaire roulé sous le casque, et la tête ne part plus.
          (harness) Règle d'or à la maison : la boucle s'ouvre, le vélo s'arrête, et il n'y a plus de comptine. Très efficace.
          (sleep =towel) Deux crans d'inclinaison et une serviette roulée de chaque côté. Il dort comme un pacha.
          (harness) Un pince-sangle de poussette à mi-hauteur, trois euros, et il ne peut plus sortir les bras.
          (sleep) Accepte la sieste et fais le tour par le parc ! Plus sérieusement, un appui-tête de siège auto se fixe très bien.
          (sleep) Chez nous ça a passé vers trois ans, d'un coup. En attendant : rouler avant le goûter, pas après.
        `),
        staff: said(`
          (harness) Il existe un cache pour cette boucle : il demande une force d'adulte. Nous en avons à l'atelier, on vous en glisse un dans la prochaine enveloppe si vous nous écrivez.
        `),
        outcomes: said(`
          (=back) Le coup de la boucle dans le dos fonctionne depuis {une semaine|lundi}. Je n'ose pas crier victoire.
          (=towel) Siège incliné, serviette roulée : il ronfle, c'est le bonheur.
        `),
      },
    ],
    en: [
      {
        titles: said(`
          (choose) {Which child seat|Best seat} for {a one year old|a <mois> month old|two kids} on the <modele>?
          (two) {Two seats|Seat plus cushion} on the rear rack, {does it fit?|anyone done it?}
          (play) {Child seat wobbles|Rear seat has some play} on the <modele>
        `),
        problems: said(`
          (choose ask) We want to put <enfant> on the back of the <modele> and I'm lost between all the mounting systems.
          (play) The seat moves sideways by a good centimetre whenever the little one wriggles. All bolts are tight.
          (two) My heels hit the footrests on every turn as soon as both seats are on. Is there a trick?
        `),
        asks: said(`
          Is that the old round rack or the newer one with rails? => The one with rails, bought {this spring|last year}.
          (two choose) How heavy are the two of them together? => About {28|31|34} kg together, backpacks not included.
        `),
        advice: said(`
          (play =adapter) You need the wide adapter on the rails. Without it every seat slides a bit, with it nothing moves.
          (two =flip) Move the seat one notch back and flip the footrests around, that cleared our heels.
          (choose) Front seats are lovely for chatting, but past 13 kg the steering gets heavy. I'd go straight to the rear.
          (play) Some threadlock on the four bolts, and check them again after a week of cobbles.
          (choose) Take the seat with you and try it in the shop. {Two out of three|Our first one} did not clear the handle.
          (two) Older one at the back, smaller one right behind the saddle, plenty of room for my legs.
          (choose) Weigh the seat itself before buying, some are close to 5 kg.
          (play) A strip of old inner tube under the clamps took the play out.
          (two) Seat plus cushion with the high bars here. The cushion folds away when there's only one passenger.
        `),
        staff: said(`
          (two play) The rail rack carries two seats, up to 60 kg in all. A loose seat usually means the spacer is missing: send us your frame number and we will post you one, free of charge.
        `),
        outcomes: said(`
          (=adapter) Adapter fitted, rock solid now. Cheers!
          (=flip) Flipped the footrests, no more heel strike. Should have asked months ago.
        `),
      },
    ],
  },
};
