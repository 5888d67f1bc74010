import type { Language } from '../model.ts';
import { lines } from '../themes/model.ts';

export const CHILDREN: Readonly<Record<Language, readonly string[]>> = {
  fr: lines(`
    mon fils de 3 ans
    ma fille de 2 ans
    notre aîné
    la petite dernière
    mon grand de 5 ans
    notre fille
    le petit
    ma puce de 4 ans
  `),
  en: lines(`
    my three year old
    our daughter
    my youngest
    our son
    the little one
    my eldest
  `),
};

/** Made-up bikes of the made-up maker. */
export const BIKES = ['Halage', 'Chaland', 'Bercail', 'Halage Mini'] as const;

export const TOWNS: Readonly<Record<Language, readonly string[]>> = {
  fr: lines(`
    Port-Aubray
    Valmorin
    Saint-Cyprin
    Corvelle
    Breuilly-sur-Loue
    Grandchamp-les-Bains
    Montserein
    Villedorge
    La Roche-Tavel
    Pontaubert-le-Vieux
    Marsillane
    Tournebois
    Fontvigne
    Sainte-Lorme
    Bourg-Serein
    Rochevaux
    Trélanne
    Castelmouron
    Neuvraie
    Plouvarec
  `),
  en: lines(`
    Ashmere
    Port Wellan
    Norbridge
    Kilmarra
    Dunwick
    Harrowmouth
    Velden
    Brackenford
  `),
};
