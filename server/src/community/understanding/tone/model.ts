/** Negative, neutral, positive. */
export type Tone = -1 | 0 | 1;

/** Languages whose words of tone are known here. */
export type ToneLanguage = 'fr' | 'en';

/** How often a text of each tone (of people) was heard as negative, neutral, positive (by the lexicon). */
export interface ToneConfusion {
  readonly negative: readonly number[];
  readonly neutral: readonly number[];
  readonly positive: readonly number[];
}

/**
 * Measured on texts made up for it and labelled by hand (../sample), which nobody looked at while the lexicon was written;
 * a test holds these numbers to what comes out. Real communities are harder: irony, quotations, words of a trade.
 */
export const TONE_MEASURED: Readonly<Record<ToneLanguage, ToneConfusion>> = {
  fr: { negative: [41, 18, 2], neutral: [2, 118, 5], positive: [2, 9, 43] },
  en: { negative: [44, 15, 2], neutral: [2, 119, 4], positive: [0, 12, 42] },
};

/**
 * Words that carry a tone, by weight. A star stands for any ending; a line may hold expressions, parted by commas.
 * Without accents and elided articles, since people leave them out. Bare reports of a fault weigh too little to be a tone.
 */
export const FRENCH_TONE = `
3: adorable*, ador*, excellent*, exceptionnel*, extraordinaire*, fabuleu*, fantastique*, formidable*, genial*, geniau*, incroyable*,
  magnifique*, magnifiquement, merveill*, parfait*, remarquable*, sublime*, splendide*, superbe*, impeccable*, inoubliable*,
  au top, aux anges, coup de coeur, coups de coeur, les yeux fermes, chaud au coeur, rien a redire, rien a dire,
  mille mercis, grand merci, merci infiniment, merci beaucoup, un regal, une merveille, un bonheur, que du bonheur, chapeau,
  fais rever, fait rever, 5 etoiles, cinq etoiles, hors pair, au quart de tour, comme une horloge, sauve la mise, sauve la vie
2: bravo*, felicit*, merci, mercis, remerci*, ravi, ravie, ravis, ravies, heureu*, content, contente, contents, contentes, satisf*,
  enchant*, enthousias*, emerveill*, epat*, bluff*, nickel, super, top, chouette*, cool, sympa, sympas, sympathique*, agreable*,
  admirable*, admir*, brillant*, delicieu*, delicat*, exquis*, savoureu*, succulent*, efficace*, fan, fans, fier, fiere, fiers, fieres,
  gentil, gentils, gentille, gentilles, gentiment, genereu*, joie*, joyeu*, joli, jolie, jolis, jolies, plaisir*, beau travail,
  bon travail, bon boulot, beau boulot, boulot de qualite, recommande, recommandons, recommander, reussi, reussie, reussis, reussite*,
  kiff*, j'aime, aime bien, aime beaucoup, aime trop, ai hate, hate, vivement, enfin resolu, enfin une, soulag*, rassur*, emu, emue,
  bienveill*, chaleureu*, accueillant*, conquis*, seduit*, passionnant*, captivant*, bonne nouvelle, bonne surprise,
  belle surprise, bonne idee, tres bien, trop bien, trop bon, bien joue, bien vu, beau geste, une tuerie, au poil, a merveille, grace a,
  youpi, hourra, yes, waouh, wahou, waou, wow, tip top, rien a envier, sans hesiter, pas decu, ca roule, marche bien, fonctionne bien,
  tres pratique, fureur, bijou, pepite*, meilleur, meilleure, meilleurs, meilleures, aucun regret, je valide, en redemand*,
  confort*, apprecie, apprecions, appreciable*, je reviendrai, la classe, jouissif*, bonheur, regal*, genialissime*
0.5: bien, bon, bonne, bons, bonnes, beau, belle, beaux, belles, mieux, aime, aimons, aiment, aimer, clair, claire, clairs, claires, rapide*, rapidement, pratique,
  pratiques, possible, interess*, propre, riche, riches, gagne, cadeau, cadeaux, ideal*, simple, simples, utile, utiles, prefere*
1: facile*, facilement, fiable*, fluide*, solide*, soign*, reactif*, reactive*, interessant*, intuitif*, intuitive*,
  amusant*, drole*, marrant*, fun, doux, douce, douces, doucement, elegant*, robuste*, qualite, reussir, progres,
  progresse*, amelior*, espoir*, optimis*, confiant*, confiance, courage*, bienvenue, bisous, bises,
  chance, chances, chanceu*, convain*, cordial*, fete*, fidele*, honnete*, impressionn*, inspir*, malin*,
  motiv*, paisible*, patient, patience, positif*, positive*, poli, polis, precieu*, professionnel*, prometteu*, resolu, resolue, resolus, regle le,
  respectueu*, sain, sains, saine, saines, sourire*, sourit, sourient, stable*, talent*, tranquil*, ok pour moi, regale*, vaut le coup,
  vaut le detour, pas mal, sans probleme, sans souci, ca marche, de qualite, en forme, la banane, chic, epanoui*, vaillant*, volontiers
-0.5: probleme*, souci, soucis, bug*, panne*, erreur*, defaut*, difficile*, complique*, dur, dure, durs, dures, lent, lente, lents, lentes, lenteur*,
  bloque*, bizarre*, etrange*, manque*, perdu, perdue, perdus, perdues, retard*, risque*, fuite*, bruit, bruits, cher, chere, chers, cheres,
  doute*, faible*, inutile*, lourd, lourde, lourds, lourdes, casse, cassee, casses, cassees, craqu*, creve*, abime*,
  desole, desolee, hesit*, oubli*, refus*, supprim*, ferme mal, ne marche pas, ne fonctionne pas
-1: agac*, augmente les prix, augmente leurs prix, deconn*, decour*, degrad*, degout*, dommage, ennuy*, enerv*, fade, fades, fatigu*, galere*, galerer, gache*, gachis,
  genant, genante, grave, grisaille, inquiet*, inqui*, laborieu*, mal, malheur*, mauvais, mauvaise, mauvaises, mediocre*, moche*, mou, molle,
  peine*, pesant*, peur, peurs, effray*, angoiss*, stress*, regrett*, regret*, sale, sales, triste*, tristesse, trop cher, trop chere, trop lourd,
  trop lent, trop long, trop de pub, trop petit, trop complique, abandonn*, accus*, agress*, bacle*, bancal*, bof, brouillon*, chiant*, contrari*,
  colere*, couteu*, crains, craint, critiqu*, decha*, defectueu*, dechir*, desabonn*, desagreable*, deserte*, desespoir, desesper*, echec*, echou*,
  embet*, encore un, encore une, exageree, exagere*, impossible de, impossible*, incapable*, inconfort*, incorrect*, incomplet*, inefficace*, instable*,
  inutilisable*, jamais de reponse, sans reponse, aucune reponse, toujours rien, toujours pas, lache, laid*, lasse*, lassant*, mecontent*, mepris*,
  menace*, mensong*, menti, menteu*, moqu*, nuisible*, pas normal, pas serieux, penible*, perte de temps, pire, pires, plaind*, plaint*, plainte*,
  rale, raler, ralent, rate, ratee, ratees, refaire, reproch*, rouill*, ridicule*, souffr*, trahi*, trompe, tromper, tromperie*, zero reponse, mal fichu*, mal fait, mal faite,
  mal concu, mal concue, pas terrible, comprends rien, je comprends rien, ne comprends pas, en fiche, en fichent, rame, rament, ramer, deteri*, flou
-2: abus*, absurde*, affreu*, affligeant*, arnaque*, atroce*, aberrant*, bourre de fautes, bourree de fautes, camelote*, catastroph*, cauchemar*, calamit*,
  consternant*, decu, decue, decus, decues, decev*, deception*, degueul*, deplorable*, desastr*, detest*, enfer, infernal*, execrable*, fichu*,
  foutu*, foutent, foutre, furieu*, furax, grotesque*, hain*, hais, honte*, honteu*, horreur*, horrible*, humili*, ignoble*, immonde*, inacceptable*,
  inadmissible*, incompetent*, incomprehensible*, indign*, infect, infecte, injust*, insult*, insupportable*, intolerable*, lamentable*, merde, merdi*, merdique*,
  minable*, miserable*, navrant*, nul, nuls, nulle, nulles, nullissime, odieu*, outree, pathetique*, pitoyable*, pourri*, ras le bol,
  revolt*, scandal*, sature*, stupide*, toxique*, du vol, voleur*, vomi*, importe quoi, marre, ai marre, en peux plus, a fuir, au secours, en ai assez,
  se moque de nous, se moquent de nous, se fout*, tout jete, prend pour des, vau l'eau, vau eau, a vau eau, plus jamais, remettrai plus les pieds,
  mauvaise experience, perdu toute, fait perdre, jamais vu ca, de pire en pire, c'etait mieux avant, etait mieux avant, sonne dans le vide,
  foutage, bouffon*, debile*, deplorer, desolant*, ecoeur*, enrag*, escroc*, escroqu*, exasper*, haine, irrespect*, malhonnete*, plantage*, rage*, saoul*
`;

export const ENGLISH_TONE = `
3: amazing*, awesome*, excellent*, exceptional*, extraordinary, fabulous*, fantastic*, flawless*, gorgeous*, incredible*, magnificent*,
  marvel*, outstanding*, perfect*, phenomenal*, splendid*, stunning*, sublime*, superb*, terrific*, unforgettable*, wonderful*, over the moon,
  hats off, huge thanks, many thanks, thanks a million, thank you so much, thanks so much, made my day, saved my day, saved my life, can't fault,
  cannot fault, first class, top notch, blown away, love it, love this, loving it, in love with, works like a charm, like a charm, like a dream, night and day
2: ador*, admir*, appreciate*, appreciated, beautiful*, best, bless*, brilliant*, bravo, charming, cheers, congrats, congratulat*, cool, delicious*, delight*,
  excited, exciting, fan, fans, friendly, fun, funny, generous*, glad, grateful*, great, happy, happily, happier, heartwarming, hurray, hooray, impressive*,
  impressed, joy, joyful*, kind, kindness, kudos, love, loved, loves, lovely, neat, nice, nicely, pleased, pleasure, pleasant*, proud*, recommend*, remarkable*,
  relieved, satisf*, smooth*, spot on, sweet, tasty, thank, thanks, thankful*, thx, ty, thrilled, thumbs up, top service, treat, warm welcome, warms my heart,
  well done, good job, great job, nice job, good work, nice work, good news, pleasant surprise, nice surprise, looking forward, can't wait, cannot wait,
  yay, woohoo, wow, yummy, enjoy*, exactly what, just what i needed, so good, so much better, much better, works great, works well, works perfectly,
  a hit, no regrets, not bad, keep going, keep it up, legend, lifesaver*, gem, stellar, first time every time, glorious*, ecstatic, a charm, moving along so well
0.5: good, better, clear, clearer, fast, quick, quickly, quicker, strong, safe, fresh, soft, simple, easy, sorted, nicer, gift, gifts, win, wins, rich, bright,
  useful, helpful, interesting, correct, properly
1: accurate*, ambitious, calm, caring, clean, comfortable, comfy, comfort*, confident*, convenient*, courage*, creative*,
  easily, easier, effective*, efficient*, elegant*, encourag*, faithful*, fine, handy, healthy, helped, helpful*, helps,
  honest*, hopeful, ideal*, improv*, inspir*, interesting, intuitive*, lucky, luckily, motivat*, optimis*, patien*, polite*, polished, positive*, promising,
  quiet, reliab*, responsive, robust*, sharp, smart*, smil*, solid*, solved, sorts it, stable, sturdy, success*,
  succeed*, supportive, talent*, useful*, valuable*, warm*, welcome, welcoming, well built, well made, well packed, well written, won, worth it,
  working again, works again, works now, at last, no issue*, no problem*, no trouble, flaw less, crisp
-0.5: bug, bugs, buggy, broken, broke, crash*, delay*, difficult*, doubt*, error*, expensive, fail*, fault*, glitch*, hard, heavy, issue, issues, lack*, late, leak*, lost,
  missing, noise*, noisy, pricey, problem, problems, puzzl*, refus*, reject*, risk*, slow, slowly, slower, stuck, strange*, trouble, troubles, unclear, weak*, weird*,
  wrong, cracked, cracks, torn, tore, deleted, worn, doesn't work, not working, sorry
-1: afraid, alarm*, angry, anger, annoy*, anxious*, apolog*, bad, badly, bland, blam*, bored, boring, bother*, cheap junk, clumsy, clunky, complain*, complaint*, concerned, confus*,
  cramped, creaks, crawling, creepy, cry, crying, damag*, dead, defect*, dirty, dislik*, downhill, dreary, dull, embarrass*, exhaust*, fear*, flaky, flimsy, frighten*,
  frustrat*, gave up, give up, giving up, gloomy, guilty, gutted, harm*, hate to, helpless*, hopeless*, hurt*, ignor*, impossible, inadequate, incomplete, inconsistent*, inconvenien*,
  inferior, lame, lie, lied, lies, lying, lonely, meh, mess, messy, misled, mislead*, mistak*, moan*, nervous*, painful*, pain, pity, poor, poorly, regret*, ripped, rude, ruin*, rusty, sad,
  sadly, sadness, scared, scary, shame, sick, sloppy, smell*, smelly, stress*, suffer*, suck, sucks, sucked, terrified, threat*, tired, too bad, too expensive, too heavy, too long, too many,
  too slow, too small, too hard, too complicated, ugly, unable, uncomfortable*, unfair*, unfortunately, unhappy, unpleasant*, unreliab*, unstable, unusable, upset*, useless*, waste*, wasting, worse,
  worri*, worry*, yet another, another outage, still nothing, still no, still not, nobody answers, no reply, no replies, zero replies, no answer, never answer*, not right, makes no sense, no sense,
  don't get this, dont get this, not convinced, not impressed, was better before, nothing is explained, peel*, i'm out, i'm lost, don't care, doesn't care, not great, not serious, nothing like,
  be kidding, getting old, rings out, emptying, won't hold, not happy, no news, no explanation, without a word, without notice
-2: abus*, abysmal*, appall*, atrocious*, awful*, bullshit, catastroph*, crap*, daylight robbery, despis*, disappoint*, disast*, disgrac*, disgust*, dreadful*, enraged, fed up, filthy, fraud*, furious*,
  garbage, ghastly, had enough, had it up to, hate, hated, hates, hatred, hell, horrend*, horribl*, horrific, horror, idiot*, incompeten*, infuriat*, insult*, intolerable, joke of a, junk, livid,
  nightmare*, nonsense, outrag*, pathetic*, rage, rip off, rip-off, robbery, rubbish, sick of, scam*, shameful*, shit*, shocking, stay away, stupid*, terribl*, the worst, worst, toxic*, trash*, unacceptable*,
  unbearable*, vile, wtf, can't take it, cannot take it, never again, never going back, never buying, riddled with, ridiculous*, sick and tired, a waste, damn*, fuck*, waste of, wiped all, liars
`;

/** Emoji and signs made of characters. */
export const SIGNS: readonly (readonly [weight: number, signs: string])[] = [
  [2, '😍 🥰 😘 🤩 🎉 🥳 ❤️ ❤ 💚 💙 💜 🧡 💖 💯 🙏 👏 🏆 😁 😃 😄 😀 😊 ☺️ 🤗 💪 🌟 <3 :-D :D =D xD XD ^^'],
  [0.5, '🙂 😉 :) :-) ;) ;-) =) :-P :P'],
  [1, '👍 😎 😆 😂 🤣 👌 ✨ 🙌 💐 🍻'],
  [-1, "😕 🙁 ☹️ 😟 😞 😔 😒 🙄 😐 😬 😓 😥 :( :-( :/ :-/ =( :'( 👎"],
  [-2, '😡 🤬 😠 😤 😢 😭 😱 🤮 🤢 💔 😫 😩 😖 >:( 🖕'],
];

/** Turn what follows into its contrary. */
export const NEGATING = `pas jamais aucun aucune sans rien ni guere nullement not no never without hardly nothing none neither nor cannot cant
dont didnt doesnt isnt wasnt wont wouldnt couldnt shouldnt arent werent havent hasnt hadnt aint`;

export const STRENGTHENING = `tres vraiment tellement si hyper super ultra mega extremement totalement absolument completement
trop particulierement sacrement carrement franchement enormement very really so extremely totally absolutely completely truly incredibly
utterly highly super insanely particularly thoroughly`;

export const WEAKENING = `peu assez plutot legerement relativement un-peu moyennement slightly somewhat rather fairly bit kinda little`;

/** What follows one of these is what the writer means. */
export const TURNING = `mais cependant pourtant toutefois but however yet although`;

/** Said out of politeness: no tone. */
export const POLITE = `merci d'avance, merci avance, merci par avance, merci de, merci pour votre aide d'avance, bien a vous, bien cordialement, bonne journee, bonne
soiree, bonne fin de journee, bon week end, bonne continuation, bonjour, bien sur, bien que, bien entendu, eh bien, ou bien, si bien que, aussi bien, combien, bon courage,
bon alors, ah bon, a bon, bonne question, bon appetit, bonne chance, si possible, thanks in advance, thanks for reading, thank you in advance, best regards, kind regards,
kind of, good morning, good evening, good afternoon, good question, as well, well as, well well, pretty much, fair enough, for good, good luck, welcome to, at best, best way, the best way,
what is the best, which is best, best practice*, would like, i'd like, like to, feel free, fine tune, of course, is it worth, is it safe, safe to, is it better, better to, what kind, which kind,
nice to, any good, a good, un bon, une bonne, de bon, de bonne, que bien, trop bien que, est-ce bien, pourrait-on, tout court, mal a, mal de, au mieux, mieux vaut, the hard way, hard drive,
hard fork, hard disk, cool down, clear the, support for, vol de, vol direct, beau pere, beau frere, belle mere, belle soeur, un peu, petit a petit`;
