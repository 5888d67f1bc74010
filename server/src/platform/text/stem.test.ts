import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { freshDatabase } from '../../../../tools/testing/database.ts';
import { foldAccents, stemOf } from './index.ts';

/** Words that are one subject, and words that look alike and are two. */
const PAIRS = {
  fr: {
    one: `vélo vélos, signal signaux, bateau bateaux, vendeur vendeuse, moteur moteurs, batterie batteries, joyau joyaux,
      réparation réparations, animateur animatrice, patient patiente, fourche fourches, roue roues, jeu jeux, adresse adresses,
      abonné abonnée, client cliente, sacoche sacoches, chaîne chaînes, lumière lumières, outil outils, canal canaux, prix prix,
      réunion réunions, abonnement abonnements, chargeur chargeurs, siège sièges, enfant enfants, hôpital hôpitaux, frein freins,
      joueuse joueur, créateur créatrice, cadenas cadenas, pneu pneus, casque casques, écran écrans, joueurs joueuses`,
    two: `général génération, port portière, bar barre, marché marcheur, organe organisation, poste postier, court courtier, pile pilote,
      base basse, commune communisme, fil fille, mur murmure, règle règlement, cour courage, logement logiciel, camp campagne, mode modem,
      parti partition, condition conducteur, conseil conseiller, adhésif adhésion, actif action, relation relatif, national nation,
      opération opérateur, université universel, courbe courrier, monteur montagne, contact contacteur, voiture voiturier`,
  },
  en: {
    one: `bike bikes, battery batteries, box boxes, brush brushes, user users, key keys, class classes, query queries, glass glasses,
      status status, address addresses, version versions, branch branches, wallet wallets, node nodes, bus buses, analysis analysis,
      party parties, fee fees, channel channels, device devices, match matches, release releases, tax taxes, city cities, seat seats`,
    two: `general generation, universe university, organ organisation, new news, port portion, policy police, import importance,
      active action, relative relation, nation national, communism commune, operate opera, experience experiment, past paste,
      wand wander, numb number, corn corner, mode model, author authority, conductor condition, ham hammer, component compound,
      probe probable, cast castle, temper temple, marketing market, host hostel, contract contractor, post poster, iron ironic`,
  },
} as const;

function pairsOf(text: string): readonly (readonly [string, string])[] {
  return text.split(',').map((pair) => {
    const [a = '', b = ''] = pair.trim().split(/\s+/);
    return [a, b] as const;
  });
}

/** Pairs a stemmer gets wrong: one subject told as two, and two told as one. */
function mistakes(language: 'fr' | 'en', stem: (word: string) => string): { parted: number; confused: number } {
  const { one, two } = PAIRS[language];
  return {
    parted: pairsOf(one).filter(([a, b]) => stem(a) !== stem(b)).length,
    confused: pairsOf(two).filter(([a, b]) => stem(a) === stem(b)).length,
  };
}

test.each([
  ['fr', { light: { parted: 1, confused: 0 }, snowball: { parted: 8, confused: 6 } }],
  ['en', { light: { parted: 1, confused: 1 }, snowball: { parted: 1, confused: 9 } }],
] as const)('the light stem makes fewer mistakes than snowball (%s)', async (language, measured) => {
  await using database = await freshDatabase({ empty: true });
  const words = [...new Set(Object.values(PAIRS[language]).flatMap((text) => pairsOf(text).flat()))];
  const dictionary = language === 'fr' ? 'french_stem' : 'english_stem';
  const { rows } = await sql<{ word: string; stem: string | null }>`
    select word, (ts_lexize(${dictionary}::regdictionary, word))[1] as stem from unnest(${words}::text[]) as word`.execute(
    database.installation,
  );
  const theirs = new Map(rows.map((row) => [row.word, foldAccents(row.stem ?? row.word)]));
  const light = mistakes(language, (word) => stemOf(foldAccents(word), language));
  const snowball = mistakes(language, (word) => theirs.get(word) ?? word);
  expect({ light, snowball }).toEqual(measured);
});
