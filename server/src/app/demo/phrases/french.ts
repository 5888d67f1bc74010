import { lines } from '../themes/model.ts';
import type { Phrases } from './model.ts';

export const french: Phrases = {
  hello: lines(`
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
  helloFormal: lines(`
    Bonjour,
    Bonjour à tous,
    Bonjour à toutes et à tous,
    Bonsoir,
    Chers amis cyclistes,
  `),
  helloChat: lines(`
    Hello !
    Salut !
    Coucou,
    Bonjour ici,
    Yo,
    Salut tout le monde,
    Bonjour,
  `),
  newcomer: lines(`
    Tout nouveau par ici, je roule en <modele> depuis {trois semaines|un mois|quinze jours}.
    Premier message, soyez indulgents !
    Je lis ce forum depuis {un moment|des mois} sans oser poster.
    Nous avons notre <modele> depuis peu et je découvre.
    J'habite à <ville> et je suis l'heureux équipage d'un <modele>.
    Première question, j'espère que c'est le bon endroit.
  `),
  questionEnds: lines(`
    Merci d'avance !
    Une idée ?
    Vous feriez quoi à ma place ?
    Si quelqu'un est passé par là, je suis preneur.
    Merci pour vos lumières.
    D'autres sont dans ce cas ?
    Je suis un peu à court d'idées.
    Merci à ceux qui prendront le temps de répondre.
    Qu'en pensez-vous ?
    J'ai cherché dans les anciens sujets mais je n'ai rien trouvé.
    Toute piste est bonne à prendre.
    Est-ce que ça vous parle ?
  `),
  questionEndsChat: lines(`
    Une idée ?
    Quelqu'un a eu ça ?
    Help !
    Vous connaissez ?
    Je prends toute idée
    C'est grave docteur ?
    Des avis ?
    Merci d'avance
  `),
  adviceLeads: lines(`
    J'ai eu exactement ça.
    Même chose chez nous l'an dernier.
    De mon côté,
    Petit retour d'expérience :
    À mon humble avis :
    Si ça peut aider :
    Rien de grave.
    Avec le <modele> depuis <ans> ans, mon expérience :
    Mon conseil :
    On a fini par trouver :
    Pour compléter :
    Testé et approuvé :
    Bonne question.
    Je réponds vite fait entre deux trains :
    On m'avait dit la même chose ici à mes débuts :
    Ce qui a marché chez moi :
    Oui oui, ça arrive.
  `),
  adviceEnds: lines(`
    Bon courage !
    Tiens-nous au courant.
    Bonne route !
    Dis-nous ce que ça donne.
    Ça vaut le coup d'essayer avant de dépenser quoi que ce soit.
    Si tu passes par <ville>, je te montre.
    Et si ça ne suffit pas, on cherchera autre chose.
    J'espère que ça t'aidera.
    Pas besoin d'outil compliqué en plus.
    Je peux mettre une photo ce soir si tu veux.
    Ça m'a évité une visite à l'atelier.
    À toi de voir selon ton budget.
  `),
  workshopEnds: lines(`
    On l'a justement fait ensemble à l'atelier du soir de mardi.
    Appris à l'atelier du soir, ça marche à tous les coups.
    Viens à l'atelier du soir mardi si tu veux voir le geste.
    (Merci l'atelier du soir, avant je n'aurais pas su répondre !)
  `),
  sameHere: lines(`
    Même souci ici depuis {quelques jours|deux semaines}, je suis le fil.
    Pareil chez nous ! Je me croyais seul au monde.
    +1, même vélo, même problème.
    Ah, ça me rassure de ne pas être le seul cas.
    Idem sur mon <modele>, sans solution pour l'instant.
    On vit ça aussi à <ville>. Hâte de lire les réponses.
    Pareil mais seulement une fois sur deux, ce qui est encore plus agaçant.
    Ça m'est arrivé l'an passé, c'est parti tout seul. Pas très utile, je sais.
  `),
  follows: lines(`
    Je m'abonne, ça m'intéresse aussi.
    Suivi avec intérêt !
    On se pose la même question {à la maison|depuis un mois}.
    Bonne question, je voulais justement la poser.
    Je prends des notes, c'est pour bientôt chez nous.
    Intéressé par les réponses, pas encore d'avis.
    J'hésite aussi, alors je lis.
  `),
  agrees: lines(`
    Entièrement d'accord avec ce qui est dit au-dessus.
    C'est aussi ce que j'aurais répondu.
    +1, c'est la première chose à vérifier.
    Je confirme, chez nous ça a suffi.
    Tout à fait. Et ça ne coûte rien d'essayer.
    Bien vu, je n'y aurais pas pensé.
    Voilà, c'est exactement ça.
    Je plussoie !
    Merci de l'avoir dit, je le note aussi pour moi.
  `),
  doubts: lines(`
    Je ne suis pas tout à fait d'accord : chez moi ça n'a rien changé.
    Attention quand même, je l'ai fait et le problème est revenu au bout d'un mois.
    Hmm, pas convaincu. J'attendrais l'avis de l'atelier avant de démonter quoi que ce soit.
    Ça dépend beaucoup du terrain je trouve. À <ville> ça ne marcherait pas.
    Oui et non. Sur le <modele> c'est un peu différent.
    J'ai lu le contraire ailleurs, mais je veux bien croire l'expérience.
  `),
  thanks: lines(`
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
  thanksEnds: lines(`
    J'essaie ce week-end et je reviens vous dire.
    Je teste ce soir.
    Je vous tiens au courant.
    Je regarde ça dès que la pluie s'arrête.
    On va commencer par là.
    Je passe à l'atelier samedi pour en avoir le cœur net.
    Noté pour la prochaine fois aussi.
    Bonne soirée à vous.
    Je file au garage vérifier.
    C'est toujours un plaisir de poser une question ici.
  `),
  nudges: lines(`
    Petit up, si jamais quelqu'un passe par là.
    Personne ? Je suis toujours preneur d'une piste.
    Je me permets de remonter le sujet, le problème est toujours là.
    Je relance, au cas où mon message serait passé à la trappe.
    Toujours pas de solution de mon côté…
  `),
  lastWords: lines(`
    Content que ça marche ! Bonne route.
    Super nouvelle, merci d'être revenu le dire.
    Merci pour le retour, je garde ça sous le coude.
    Parfait, ça servira à d'autres.
    Ah, j'aime les histoires qui finissent bien.
    Chouette ! Profite bien.
    Nickel. On devrait épingler ce fil.
    Avec plaisir !
    De rien, c'est fait pour ça.
  `),
  late: lines(`
    Je déterre un peu ce fil : même problème chez nous cette semaine, et la solution du dessus a marché.
    Merci à ce sujet, trouvé par hasard, il m'a sauvé la mise.
    Un peu tard, mais pour ceux qui passeront par là : ça vaut aussi pour le <modele>.
    Est-ce que ça tient toujours, quelques {semaines|mois} après ?
  `),
  staffHello: lines(`
    Bonjour <prenom>,
    Bonjour et merci pour ce message,
    Bonjour <prenom>, merci pour le signalement.
    Bonjour,
    Merci <prenom> pour la question.
    Bonjour <prenom>, désolé pour l'attente.
  `),
  staffEnds: lines(`
    Bonne route !
    Belle journée,
    À votre disposition,
    Nous restons à l'écoute.
    N'hésitez pas à revenir vers nous.
    Bonne journée à tous,
  `),
  staffAny: lines(`
    Je transmets à l'atelier et je reviens vers vous d'ici {demain|la fin de la semaine}.
    Bonne question. Je la pose à l'équipe technique {cet après-midi|demain matin} et je réponds ici pour que tout le monde en profite.
    Rien à ajouter à ce qui se dit ici, les conseils sont bons. S'il y a un doute, passez nous voir.
    Nous suivons ce sujet de près. Si plusieurs personnes sont concernées, dites-le ici, ça nous aide à trancher.
    Nous n'avons pas de réponse toute faite, alors merci à ceux qui partagent leur expérience. Je garde ce fil pour le guide.
    Envoyez-nous une photo et le numéro de cadre en message privé, ce sera plus simple pour vous répondre.
    C'est remonté à l'atelier : vous n'êtes pas seuls à le dire ce mois-ci.
  `),
  outcomes: lines(`
    Problème réglé grâce à vous, merci !
    Je clos le sujet : j'ai fait un mélange de vos conseils et ça fonctionne.
    Après quelques jours de recul : c'est bon, ça marche.
    Je reviens donner des nouvelles comme promis : tout va bien.
    Pour la postérité : résolu, et sans dépenser un sou.
    J'ai ma réponse, merci à tout le monde.
    C'est fait ! Sujet résolu pour moi.
    Nouvelles du front : affaire classée, merci encore.
  `),
  introTitles: lines(`
    Présentation : <moi>, {de <ville>|<modele> et <ville>}
    {Nouvel équipage|Nouvelle famille|Nouveau venu} à <ville>
    <moi> se présente{| (enfin)}
    Bonjour de <ville> !
    {Un <modele> de plus|Encore un <modele>} sur les routes de <ville>
    Je me présente : <moi>
  `),
  introWho: lines(`
    Je m'appelle <moi>, j'habite à <ville> et nous venons de {recevoir|récupérer} notre <modele>.
    Moi c'est <moi>, deux enfants, une côte pour rentrer et un <modele> {tout neuf|d'occasion} depuis {samedi|une semaine|le mois dernier}.
    <moi>, de <ville>. Après {six mois|un an} d'hésitation, le <modele> est enfin dans le garage.
    Ici <moi>. Je livre des {légumes|fleurs|pains} à <ville> et je suis passé de la camionnette au <modele>.
    Je suis <moi>, retraité, et le <modele> me sert à promener les petits-enfants et le compost.
    <moi>, instit à <ville>. Le <modele> sert à tout, surtout à transporter des cartons de cahiers.
  `),
  introWhy: lines(`
    On a vendu la voiture en {juin|janvier|mars}, sans regret pour l'instant.
    Le déclic : une heure de bouchon pour faire quatre kilomètres.
    Je compte faire <km3> km par jour, tous les jours, même sous la pluie (on verra).
    <enfant> a choisi la couleur, ce qui a réglé le débat.
    Pour le moment je suis surtout impressionné par la taille de l'engin dans la cage d'escalier.
    J'ai déjà plein de questions, mais je vais d'abord lire les anciens sujets.
    Je bricole un peu, je roule beaucoup, et je parle trop.
  `),
  introEnds: lines(`
    Au plaisir de vous lire !
    Ravi d'être ici.
    À bientôt sur les pistes.
    S'il y a du monde autour de <ville>, faites signe.
    Merci de m'accueillir.
    Hâte d'échanger avec vous.
  `),
  welcomes: lines(`
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
  staffWelcomes: lines(`
    Bienvenue <prenom>, et merci de votre confiance ! Pensez à réserver la révision des 1 000 km, elle est offerte.
    Toute l'équipe vous souhaite la bienvenue <prenom>. Le guide des premiers kilomètres est épinglé en haut du forum.
    Bienvenue ! Si quelque chose vous surprend dans les premiers jours, écrivez-le ici, ça nous aide à améliorer le vélo.
  `),
  introAnswers: lines(`
    Merci pour l'accueil, ça fait plaisir !
    Merci à tous, quelle ambiance. Les photos arrivent.
    Merci <prenom>, je prends note pour les pneus.
    Oh, on se croisera sûrement alors. Merci pour l'accueil !
  `),
  closings: lines(`
    Cordialement,
    Bien à vous,
    Amicalement,
    À bientôt,
    Bonne semaine,
    Bien cordialement,
    Cyclistement,
  `),
};
