/** Words that say nothing of a subject, as people write them; accents and case do not matter. */
const FRENCH = `
a à au aux avec ce ces cet cette ceci cela ça c dans de des du elle elles en et eux il ils je j la le les leur leurs lui l ma
mais me même mêmes mes moi mon n ne ni nos notre nous on ou où par pas pour qu que qui quoi quand quel quelle quels quelles
s sa sans se ses si soi soit son sur t ta te tes toi ton tu un une uns unes vos votre vous y d m dont donc or car lequel
laquelle lesquels lesquelles duquel auquel celui celle ceux celles ici là voici voilà cependant pourtant toutefois
néanmoins lors lorsque puisque quoique afin ainsi alors après avant aussi aussitôt autant autre autres autrement beaucoup
bien bientôt certain certaine certains certaines chaque chacun chacune chez comme comment combien contre côté dedans
dehors déjà depuis derrière dès desormais dessous dessus devant durant également encore enfin ensuite entre environ
est-ce étaient évidemment exactement extrêmement finalement fois hors hui aujourd'hui aujourd hier demain jamais jusque
jusqu juste justement loin longtemps lorsqu maintenant malgré mieux moins moitié naturellement notamment nul nulle oui non
parce parfois parmi particulièrement partout pendant personne peu peut-être pire plus plusieurs plutôt pourquoi pourvu
pratiquement près presque puis quasi quasiment quelconque quelqu quelque quelques quelquefois rarement rien sauf sauf
selon seul seule seuls seules seulement simplement sinon sitôt sous souvent suffisamment surtout tant tantôt tard tel
telle telles tellement tels tôt toujours tout toute toutes tous travers très trop uniquement vers via vraiment vite
vraisemblablement actuellement apparemment assez absolument clairement complètement directement effectivement
facilement forcément franchement généralement globalement immédiatement malheureusement heureusement normalement
parfaitement personnellement pleinement probablement récemment réellement relativement sérieusement totalement
visiblement exact exacte vrai vraie vrais vraies faux fausse bon bons bonne bonnes beau belle beaux mauvais mauvaise
grand grande grands grandes gros grosse petit petite petits petites nouveau nouvelle nouveaux nouvelles nouvel vieux vieille
jeune long longue court courte haut haute bas basse fort forte faible premier première premiers premières dernier dernière
derniers dernières deuxième second seconde troisième prochain prochaine suivant suivante suivants précédent précédente
meilleur meilleure meilleurs pareil pareille propre possible possibles impossible impossibles nécessaire utile inutile
facile difficile simple simples différent différente différents différentes divers diverses important importante
importants intéressant intéressante intéressants super génial top cool sympa nickel parfait parfaite parfaits excellent
excellente normal normale clair claire sûr sûre certes prêt prête plein pleine total totale entier entière actuel actuelle
suis es est sommes êtes sont étais était étions étiez étant été être être serai seras sera serons serez seront serais
serait serions seriez seraient fus fut fussent fût ai as avons avez ont avais avait avions aviez avaient ayant eu eue eus
avoir aurai auras aura aurons aurez auront aurais aurait aurions auriez auraient aie aies ait ayons ayez aient eut eût
fais fait faits faite faites faisons font faisais faisait faisaient ferai fera ferez feront ferais ferait feraient faire
faisant fasse fassent vais vas va allons allez vont allais allait allaient ira irai iront irait aller allant allé allée
peux peut pouvons pouvez peuvent pouvais pouvait pouvaient pourrai pourra pourrez pourront pourrais pourrait pourrions
pourriez pourraient pouvoir pu puisse puissent veux veut voulons voulez veulent voulais voulait voulaient voudrais voudrait
voudraient vouloir voulu veuillez veuille dois doit devons devez doivent devais devait devaient devrai devra devront
devrais devrait devrions devriez devraient devoir dû due dues sais sait savons savez savent savais savait savaient savoir
su sache sachant saurait saurais saura vois voit voyons voyez voient voyais voyait voyaient voir vu vue vus vues voyant
verra verrai verrait verrez verrons dis dit dite dits disons dites disent disais disait disaient dire disant dira dirai dirais
mets met mettre mettons mettez mettent mettait mis mise mises mettant mettra mettrait prends prend prenons prenez prennent
prendre prenait pris prise prises prenant prendra prendrait viens vient venons venez viennent venait venir venu venue venus
viendra viendrait tiens tient tenir tenu donne donner donné donnée donnés donnent donnez donnait donnera donnerait donnant
trouve trouver trouvé trouvée trouvés trouvent trouvez trouvait trouverais trouvais semble semblent semblait sembler
pense penser pensé pensent pensez pensais pensait pensant crois croit croyez croire cru croyais croyait passe passer passé
passée passent passait passera reste rester resté restent restait restera laisse laisser laissé laissent laissez laissant
arrive arriver arrivé arrivée arrivent arrivait arrivera parle parler parlé parlent parlez parlait parlant demande demander
demandé demandent demandez demandais utilise utiliser utilisé utilisée utilisés utilisent utilisez utilisant marche marcher
marchait fonctionne fonctionner fonctionnent fonctionnait fonctionné essaie essaye essayer essayé essayez essayant
regarde regarder regardé regardez cherche chercher cherché cherchez cherchent comprends comprend comprendre compris comprenez
comprenais connais connaît connaissez connaître connu connaissent permet permettre permettent permettrait permis suffit
suffirait suffire manque manquer faut fallait faudrait faudra falloir fallu vaut vaudrait valoir aime aimer aimé aimerais
aimerait aimez adore préfère espère espérer espérons souhaite souhaiter souhaitez appelle appeler appelé ajoute ajouter
ajouté ajoutée ajoutez change changer changé commence commencer commencé continue continuer continué devient devenir devenu
perd perdre perdu sort sortir sorti part partir parti reçois reçoit recevoir reçu rend rendre rendu sens sent sentir
veulent voulant tombe tomber tombé touche toucher tourne tourner attend attendre attends attendant lire lis lit lu lue
écrit écrire écris répond répondre répondu réponds poser posé pose explique expliquer expliqué évite éviter existe exister
existent préciser précise précisez précision vérifier vérifié confirme confirmer merci mercis bonjour bonsoir salut coucou
hello svp stp désolé désolée pardon bref voila ok okay ouais oué ouai nan nope yep lol mdr ptdr xd haha hihi hehe ah oh eh hé
hein bah ben beh bha euh hum hmm wow ouf bravo courage bienvenue bises bisous cordialement amicalement salutations ps edit
up hs apparemment genre truc trucs machin chose choses cas fait faits façon manière sorte type niveau point points
exemple exemples idée idées question questions réponse réponses problème problèmes souci soucis raison raisons coup coups
peine besoin envie avis sujet sujets fil topic post posts message messages lien liens suite fin début partie
place lieu endroit moment moments temps heure heures minute minutes seconde secondes jour jours journée soir matin nuit
semaine semaines mois an ans année années date week end lundi mardi mercredi jeudi vendredi samedi dimanche janvier février
mars avril mai juin juillet août septembre octobre novembre décembre monde gens personnes homme hommes femme femmes gars mec
mecs nombre quantité majorité plupart ensemble reste dizaine centaine deux trois quatre cinq six sept huit neuf dix onze
douze quinze vingt trente cinquante cent mille zéro pourcent etc cf ex nb ca jsuis jai cest nest quil quon dun dune lui-même
soi-même moi-même toi-même eux-mêmes bcp tjs pr ds qq qqch qqn qd pb pbs tt ts ttes vs dsl pk pq pcq parceque pourtant
cliquer clique cliqué clic image images site sites page pages http https www com fr html capture écran screenshot merde putain
chance honnêtement environ ailleurs dire quelqu'un quelques-uns malgré fur mesure auprès hormis envers
confirmé corrigé noté signalé signaler version test tests joie plaisir effet effets sert servir servi
`;

const ENGLISH = `
a about above across actually after again against ago ah all almost alone along already also although always am among an and
another any anybody anyhow anymore anyone anything anyway anyways anywhere apart are aren't around as aside ask asked asking
asks at away aye b back bad basically be became because become becomes been before began begin beginning behind being believe
below besides best better between beyond big bit both brief but by c came can can't cannot cant cause certain certainly change
changed changes clear clearly come comes coming common completely consider considered considering could couldn't couple
course currently d day days dear did didn't different do does doesn't doing don't done down due during e each early easily
easy edit eg either else end enough entire especially et etc even ever every everybody everyone everything everywhere exact
exactly example examples except f fact fairly far feel feels felt few fine first five fix fixed for found four fourth from
front full fully further g gave general generally get gets getting give given gives giving glad go goes going gone gonna good
got gotta gotten great guess guy guys h had hadn't half happen happened happening happens happy hard hardly has hasn't have
haven't having he he'd he'll he's hello help helped helpful helps hence her here here's hers herself hey hi high him himself
his hope hopefully hoping hour hours how how's however huge hundred i i'd i'll i'm i've idea ideas ie if im imagine important
in include included includes including indeed instead interested interesting into is isn't it it'd it'll it's its itself ive
j just k keep keeps kept kind kinda kinds knew know knowing known knows l lack large larger last late later latest latter lead
least leave leaves left less lest let let's lets like liked likely likes little lol long longer look looked looking looks lot
lots love low lower m made main mainly make makes making many matter may maybe me mean meaning means meant meanwhile mention
mentioned mentions merely might mind mine minute minutes mm moment month months more moreover most mostly much must my myself
n name namely near nearly necessarily necessary need needed needing needs neither never nevertheless new next nice nine no
nobody non none nonetheless nope nor normal normally not note noted notes nothing notice noticed now nowhere number o obvious
obviously of off often oh ok okay old on once one ones only onto oops open opened or order other others otherwise ought our
ours ourselves out outside over overall own p part particular particularly parts past people per perfect perfectly perhaps
person personally pick place places play played please plus point pointed points poor possible possibly post posted posts
potential potentially pretty previous previously probably problem problems properly provide provided put puts putting q
question questions quick quickly quite r rather re read reading ready real realise realize really reason reasonable reasons
recent recently regarding regards related relatively remember respectively rest result results right s said same saw say
saying says second secondly see seeing seem seemed seeming seems seen sense sent serious seriously set seven several shall
she she's should shouldn't show showed shown shows similar simple simply since single sir six small so some somebody somehow
someone something sometime sometimes somewhat somewhere soon sorry sort sorts sounds specific specifically stage start
started starting starts state still stop stuff such sufficient suggest suggested sure t take taken takes taking talk talking
tell tells ten tend than thank thanks thankyou that that's thats the their theirs them themselves then there there's
thereby therefore theres these they they'd they'll they're they've thing things think thinking third this those though
thought thoughts three through throughout thus thx till time times to today together told tomorrow tonight too took top
topic total totally toward towards tried tries true truly try trying turn turned turns twice two type types u ugh under
understand understanding unfortunately unless unlike unlikely until up upon ur us use used useful uses using usual usually
v various very via vs w wait waiting want wanted wanting wants was wasn't watch way ways we we'd we'll we're we've week weeks
welcome well went were weren't what what's whatever when where whereas whether which while who who's whoever whole whom whose
why wide will wish with within without won't wonder wondering word words work worked working works world worry worse worst
worth would wouldn't wow write writes writing written wrong wrote x xd y ya yea yeah year years yep yes yesterday yet yo you
you'd you'll you're you've your youre yours yourself yup z zero monday tuesday wednesday thursday friday saturday sunday
january february march april june july august september october november december http https www com org html link links
page pages thread threads message messages comment comments reply replies replied respond response answer answers answered
understood explain explained explains makes sense add added adding adds able allow allowed allows agree agreed awesome cool
cheers congrats haha hehe lmao omg btw imo imho afaik iirc fwiw tbh idk etc guys folks dude bro man thankful appreciate
appreciated run runs running check checked checking call called calls find finding finds follow followed following follows
happens hit hits issue issues line lines live lines lot mine move moved moving nah okay remove removed report reported seems
solve solved someone's something's spent spend stuck sure test tested tests there'd today's tried version versions yet
`;

const STOPPED: ReadonlySet<string> = new Set([...listed(FRENCH), ...listed(ENGLISH)]);

function listed(words: string): readonly string[] {
  return words
    .trim()
    .split(/\s+/)
    .map((word) => foldAccents(word));
}

/** Lower case, without accents, ligatures apart; an apostrophe is straight. */
export function foldAccents(word: string): string {
  const lower = word.toLowerCase();
  if (/^[\0-~]*$/.test(lower)) return lower;
  return lower
    .replaceAll('’', "'")
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '');
}

/** Whether a folded word says nothing of a subject, in either language: people mix them, and a stop word of one is seldom a subject in the other. */
export function isStopWord(folded: string): boolean {
  return STOPPED.has(folded);
}
