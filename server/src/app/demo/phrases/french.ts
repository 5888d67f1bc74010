import { said } from '../themes/model.ts';
import type { Phrases } from './model.ts';

export const french: Phrases = {
  hello: said(`
    Bonjour,
    Bonjour à tous,
    Bonjour tout le monde !
    Salut à tous,
    Salut la compagnie,
    Hello,
    Coucou,
    Bonsoir,
    Bonjour à toutes et à tous,
  `),
  helloFormal: said(`
    Bonjour,
    Bonjour à tous,
    Bonjour à toutes et à tous,
    Bonsoir,
    Chers amis cyclistes,
  `),
  helloChat: said(`
    Hello !
    Salut !
    Coucou,
    Bonjour ici,
    Yo,
    Salut tout le monde,
    Bonjour,
  `),
  newcomer: said(`
    Tout nouveau par ici, je roule en <modele> depuis {trois semaines|un mois|quinze jours}.
    Premier message, soyez indulgents !
    Je lis ce forum depuis {un moment|des mois} sans oser poster.
    Nous avons notre <modele> depuis peu et je découvre.
    J'habite à <ville> et je roule en <modele>, avec équipage.
    Première question, j'espère que c'est le bon endroit.
  `),
  questionEnds: said(`
    Merci d'avance !
    Une idée ?
    Vous feriez quoi à ma place ?
    Si quelqu'un est passé par là, ça m'intéresse.
    Merci pour vos lumières.
    (trouble) D'autres sont dans ce cas ?
    (trouble) Je suis un peu à court d'idées.
    Merci à ceux qui prendront le temps de répondre.
    Qu'en pensez-vous ?
    J'ai cherché dans les anciens sujets mais je n'ai rien trouvé.
    Toute piste est bonne à prendre.
    Est-ce que ça vous parle ?
  `),
  questionEndsChat: said(`
    Une idée ?
    (trouble) Quelqu'un a eu ça ?
    (trouble) Help !
    Vous connaissez ?
    Je prends toute idée
    (trouble) C'est grave docteur ?
    Des avis ?
    Merci d'avance
  `),
  adviceLeads: said(`
    (trouble) J'ai eu exactement ça.
    (trouble) Même chose chez nous l'an dernier.
    De mon côté,
    Petit retour d'expérience :
    À mon humble avis :
    Si ça peut aider :
    (trouble) Rien de grave.
    Avec le <modele> depuis <ans> ans, mon expérience :
    Mon conseil :
    (trouble) On a fini par trouver :
    Pour compléter :
    Testé et approuvé :
    (calm) Bonne question.
    Je réponds vite fait entre deux trains :
    On m'avait dit la même chose ici à mes débuts :
    Ce qui a marché chez moi :
    (trouble) Oui oui, ça arrive.
  `),
  adviceEnds: said(`
    Bon courage !
    Tiens-nous au courant.
    Bonne route !
    Dis-nous ce que ça donne.
    Ça ne coûte rien d'essayer.
    Si tu passes par <ville>, je te montre.
    Et si ça ne suffit pas, on cherchera autre chose.
    J'espère que ça t'aidera.
    Je peux mettre une photo ce soir si tu veux.
    (trouble) Ça m'a évité une visite à l'atelier.
    En tout cas, ça a marché pour nous.
    Après, chaque vélo a son caractère.
    (trouble) Et surtout, pas d'inquiétude.
    Voilà, c'est tout ce que je sais.
    (calm) Mais chacun fait à sa façon.
    (calm) On en reparle dans un an !
  `),
  workshopEnds: said(`
    On l'a justement fait ensemble à l'atelier du soir de mardi.
    Appris à l'atelier du soir, ça marche à tous les coups.
    Viens à l'atelier du soir mardi si tu veux voir le geste.
    (Merci l'atelier du soir, avant je n'aurais pas su répondre !)
  `),
  sameHere: said(`
    Même souci ici depuis {quelques jours|deux semaines}, je suis le fil.
    Pareil chez nous ! Je nous croyais seuls au monde.
    +1, même vélo, même problème.
    Ah, ça me rassure de lire ça ici.
    Idem sur mon <modele>, sans solution pour l'instant.
    On vit ça aussi à <ville>. Hâte de lire les réponses.
    Pareil mais seulement une fois sur deux, ce qui est encore plus agaçant.
    Ça m'est arrivé l'an passé, c'est parti tout seul. Pas très utile, je sais.
  `),
  follows: said(`
    Je m'abonne, ça m'intéresse aussi.
    Suivi avec intérêt !
    On se pose la même question {à la maison|depuis un mois}.
    Bonne question, je voulais justement la poser.
    Je prends des notes, c'est pour bientôt chez nous.
    Je suis le fil avec intérêt, pas encore d'avis.
    J'hésite aussi, alors je lis.
  `),
  agrees: said(`
    Entièrement d'accord avec ce qui est dit au-dessus.
    C'est aussi ce que j'aurais répondu.
    (trouble) +1, c'est la première chose à vérifier.
    (trouble) Je confirme, chez nous ça a suffi.
    Tout à fait. Et ça ne coûte rien d'essayer.
    Bien vu, je n'y aurais pas pensé.
    Voilà, c'est exactement ça.
    Je plussoie !
    Merci de l'avoir dit, je le note aussi pour moi.
  `),
  doubts: said(`
    (trouble) Je ne suis pas tout à fait d'accord : chez moi ça n'a rien changé.
    (trouble) Attention quand même, je l'ai fait et le problème est revenu au bout d'un mois.
    (trouble) Hmm, pas convaincu. J'attendrais l'avis de l'atelier avant de démonter quoi que ce soit.
    Ça dépend beaucoup du terrain je trouve. À <ville> ça ne marcherait pas.
    Oui et non. Sur le <modele> c'est un peu différent.
    J'ai lu le contraire ailleurs, mais je veux bien croire l'expérience.
  `),
  thanks: said(`
    Merci beaucoup !
    Merci à tous pour vos réponses.
    Un grand merci, vraiment.
    Merci pour ce retour détaillé.
    Génial, merci !
    Top, merci.
    Merci pour la rapidité !
    Ah super, je n'y aurais jamais pensé.
    Vous êtes formidables.
    Mille mercis.
  `),
  thanksEnds: said(`
    (trouble) J'essaie ce week-end et je reviens vous dire.
    Je teste ce soir.
    Je vous tiens au courant.
    (trouble) Je regarde ça dès que la pluie s'arrête.
    On va commencer par là.
    (trouble) Je passe à l'atelier samedi pour en avoir le cœur net.
    Noté pour la prochaine fois aussi.
    Bonne soirée à vous.
    (trouble) Je file au garage vérifier.
    C'est toujours un plaisir de poser une question ici.
  `),
  nudges: said(`
    Petit up, si jamais quelqu'un passe par là.
    Personne ? Toute piste est encore bonne à prendre.
    (trouble) Je me permets de remonter le sujet, le problème est toujours là.
    Je relance, au cas où mon message serait passé à la trappe.
    (trouble) Toujours pas de solution de mon côté…
  `),
  lastWords: said(`
    (trouble) Chouette que ça marche ! Bonne route.
    Super nouvelle, merci d'être revenu le dire.
    Merci pour le retour, je garde ça sous le coude.
    Parfait, ça servira à d'autres.
    (trouble) Ah, j'aime les histoires qui finissent bien.
    Chouette ! Profite bien.
    (trouble) Nickel. On devrait épingler ce fil.
    Avec plaisir !
    De rien, c'est fait pour ça.
  `),
  late: said(`
    (trouble) Je déterre un peu ce fil : même problème chez nous cette semaine, et la solution du dessus a marché.
    Merci à ce sujet, trouvé par hasard, il m'a sauvé la mise.
    Un peu tard, mais pour ceux qui passeront par là : ça vaut aussi pour le <modele>.
    Est-ce que ça tient toujours, quelques {semaines|mois} après ?
  `),
  staffHello: said(`
    Bonjour <prenom>,
    Bonjour et merci pour ce message,
    (trouble) Bonjour <prenom>, merci pour le signalement.
    Bonjour,
    Merci <prenom> pour la question.
  `),
  staffEnds: said(`
    Bonne route !
    Belle journée,
    À votre disposition,
    Nous restons à l'écoute.
    N'hésitez pas à revenir vers nous.
    Bonne journée à tous,
  `),
  staffAny: said(`
    Je transmets à l'atelier et je reviens vers vous d'ici {demain|la fin de la semaine}.
    Bonne question. Je la pose à l'équipe technique {cet après-midi|demain matin} et je réponds ici pour que tout le monde en profite.
    Rien à ajouter à ce qui se dit ici, les conseils sont bons. S'il y a un doute, passez nous voir.
    Nous suivons ce sujet de près. Si plusieurs personnes sont concernées, dites-le ici, ça nous aide à trancher.
    Nous n'avons pas de réponse toute faite, alors merci à ceux qui partagent leur expérience. Je garde ce fil pour le guide.
    (trouble) Envoyez-nous une photo et le numéro de cadre en message privé, ce sera plus simple pour vous répondre.
    (trouble) C'est remonté à l'atelier : vous n'êtes pas seuls à le dire ce mois-ci.
  `),
  outcomes: said(`
    (trouble) Problème réglé grâce à vous, merci !
    Je clos le sujet : j'ai fait un mélange de vos conseils et ça fonctionne.
    (trouble) Après quelques jours de recul : c'est bon, ça marche.
    Je reviens donner des nouvelles comme promis : tout va bien.
    (trouble) Pour la postérité : résolu, et sans dépenser un sou.
    (calm) J'ai ma réponse, merci à tout le monde.
    C'est fait ! Sujet résolu pour moi.
    Nouvelles du front : affaire classée, merci encore.
  `),
  introTitles: said(`
    Présentation : <moi>, {de <ville>|<modele> et <ville>}
    {Nouvel équipage|Nouvelle famille|Nouveau venu} à <ville>
    <moi> se présente{| (enfin)}
    Bonjour de <ville> !
    {Un <modele> de plus|Encore un <modele>} sur les routes de <ville>
    Je me présente : <moi>
  `),
  introWho: said(`
    Je m'appelle <moi>, j'habite à <ville> et nous venons de {recevoir|récupérer} notre <modele>.
    Moi c'est <moi>, deux enfants, une côte pour rentrer et un <modele> {tout neuf|d'occasion} depuis {samedi|une semaine|le mois dernier}.
    <moi>, de <ville>. Après {six mois|un an} d'hésitation, le <modele> est enfin dans le garage.
    Ici <moi>. Je livre des {légumes|fleurs|pains} à <ville> et le <modele> a remplacé la camionnette.
    Je suis <moi>, à la retraite, et le <modele> me sert à promener les petits-enfants et le compost.
    <moi>, instit à <ville>. Le <modele> sert à tout, surtout à transporter des cartons de cahiers.
  `),
  introWhy: said(`
    On a vendu la voiture en {juin|janvier|mars}, sans regret pour l'instant.
    Le déclic : une heure de bouchon pour faire quatre kilomètres.
    Je compte faire <km3> km par jour, tous les jours, même sous la pluie (on verra).
    <enfant> a choisi la couleur, ce qui a réglé le débat.
    Pour le moment je suis surtout impressionné par la taille de l'engin dans la cage d'escalier.
    J'ai déjà plein de questions, mais je vais d'abord lire les anciens sujets.
    Je bricole un peu, je roule beaucoup, et je parle trop.
  `),
  introEnds: said(`
    Au plaisir de vous lire !
    C'est chouette d'être ici.
    À bientôt sur les pistes.
    S'il y a du monde autour de <ville>, faites signe.
    Merci de m'accueillir.
    Hâte d'échanger avec vous.
  `),
  welcomes: said(`
    Bienvenue <prenom> !
    Bienvenue à bord ! Tu verras, on ne revient pas en arrière.
    Bienvenue <prenom>, belle machine. Surveille la pression des pneus le premier mois, c'est mon seul conseil.
    Bienvenue ! Je ne suis pas loin, on peut se croiser pour une balade un de ces jours.
    Salut <prenom> et bienvenue. Le même <modele> ici, depuis <ans> ans, et toujours le sourire.
    Bienvenue par ici. Pose toutes tes questions, on adore ça.
    Bienvenue ! Et des photos, s'il te plaît, c'est la règle (non écrite).
    Félicitations pour l'achat ! La première côte chargée est un baptême.
    Bienvenue parmi nous <prenom>, et bonne première saison.
  `),
  staffWelcomes: said(`
    Bienvenue <prenom>, et merci de votre confiance ! Pensez à réserver la révision des 1 000 km, elle est offerte.
    Toute l'équipe vous souhaite la bienvenue <prenom>. Le guide des premiers kilomètres est épinglé en haut du forum.
    Bienvenue ! Si quelque chose vous surprend dans les premiers jours, écrivez-le ici, ça nous aide à améliorer le vélo.
  `),
  introAnswers: said(`
    Merci pour l'accueil, ça fait plaisir !
    Merci à tous, quelle ambiance. Les photos arrivent.
    Merci <prenom>, c'est noté.
    Oh, on se croisera sûrement alors. Merci pour l'accueil !
  `),
  closings: said(`
    Cordialement,
    Bien à vous,
    Amicalement,
    À bientôt,
    Bonne semaine,
    Bien cordialement,
    Cyclistement,
  `),
};
