import type { Language } from '../model.ts';

/** First names are common ones; every surname is put together from syllables and belongs to nobody. */
export const FIRST_NAMES: Readonly<Record<Language, readonly string[]>> = {
  fr: words(`
    Lise Maël Inès Corentin Yasmine Anatole Solène Karim Odile Bastien Maëlle Thibault Aïcha Ludovic Clémence Mehdi
    Perrine Gaspard Nolwenn Samir Josette Blandine Ewen Fatou Régis Capucine Hakim Martine Élodie Tanguy Violette Loïc
    Salomé Boris Rachida Quentin Zélie Amadou Sylvette Jules Noémie Fabrice Ondine Raphaël Maud Célestin Djamila Hugues
    Manon Étienne Gwenaëlle Simon Apolline Rachid Bérénice Alban Marguerite Youssef Flore Denis Lucile Ismaël Colette
    Valentin Agathe Marius Oriane Patrice Thaïs Gildas Romane Norbert Léonie Achille Sabine Tom Huguette Nadir Élise
  `),
  en: words(`
    Harriet Owen Priya Callum Freya Desmond Imogen Tobias Niamh Ruben Saskia Elliot Maeve Lars Ottilie Gareth Wren Joost
    Pippa Alasdair Bronwyn Mateo Ingrid Cormac Tilda Rowan
  `),
};

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  fr: words('Ver Cor Tal Gra Bel Mor Sau Brin Cha Fon Lan Per Ros Tré Val Mar Dou Gri Hau Jon Quer Sar'),
  en: words('Wick Thorn Alder Bram Cros Dun Fen Holl Mar Pen Stan Tarn Vell Wyn'),
};
const TAILS: Readonly<Record<Language, readonly string[]>> = {
  fr: words(
    'lange sandre buisson vandel melle rignac douet pierroux landier mouzel vigny bruyer gatier noirel choisel tavel',
  ),
  en: words('mery ledge wolden hurrow combley bridger gatesby fordham stowe keller'),
};

const NICKNAMES = words(`
  pedalou tontonrayon fee_du_carter braquet34 la_sonnette chaland_et_fils mamie_turbo derailleur_fou papa_caisse
  rayon_de_lune velomane84 la_biporteuse petit_plateau cadence_haute bidon_perce garde_boue roue_libre_ soupape_
  trois_a_bord cargolette le_facteur_ecolo bequille_magique casque_jaune moyeu_moyeu kilo_de_patates sacochard
  zigzag_prudent feu_vert34 dynamot chambre_a_air virage_a_gauche jante_alu potence_ la_remorque selle_en_cuir
  cargo_mom box_of_kids freewheel_fen rainy_commuter two_wheels_tarn spokes_and_tea longtail_larry bell_ringer_
`);

/** Two parts without an echo (« Marmarine »), always the same list in the same order. */
export function surnames(language: Language): string[] {
  return HEADS[language].flatMap((head) => TAILS[language].map((tail) => head + tail));
}

export const nicknames: readonly string[] = NICKNAMES;

/** Letters a mail address and an account can bear. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^A-Za-z0-9._-]/g, '')
    .toLowerCase();
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
