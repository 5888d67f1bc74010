import type { Recording } from '@passerelle/kit/conformance';

function line(...cells: readonly string[]): string {
  return `${cells.join('\t')}\n`;
}

const GARDEN = ['5a0000000000000000000001', 'Herbier/jardin'] as const;
const HALL = ['5a0000000000000000000002', 'Herbier/accueil'] as const;
const ODILE = ['6b0000000000000000000001', 'odile_b'] as const;
const BO = ['6b0000000000000000000002', 'boli'] as const;

/** Made-up people of a made-up botanical society. */
export const recordings: readonly Recording[] = [
  {
    name: 'three rooms, one empty',
    files: {
      'archives/jardin.tsv': [
        line(...GARDEN, '2021-03-02T10:00:00.500Z', ...BO, '7c0000000000000000000003', '@odile_b :seedling: thanks'),
        line(
          ...GARDEN,
          '2021-03-02T09:00:00.000Z',
          ...ODILE,
          '7c0000000000000000000002',
          '"Two\tcolumns and a ""word"":\n\n```\nfern\n```"',
        ),
        line(...GARDEN, '2021-03-01T09:00:00.000Z', ...BO, '7c0000000000000000000001', ''),
      ].join(''),
      'archives/accueil.tsv': [
        line(...HALL, '2021-04-01T09:00:00.000Z', ODILE[0], 'odile', '7c0000000000000000000004', '=SUM(A1) says hello'),
        line(...HALL, '2021-02-01T09:00:00.000Z', '', '', '7c0000000000000000000005', 'from a closed account'),
        line(...GARDEN, '2021-03-01T09:00:00.000Z', ...BO, '7c0000000000000000000001', ''),
      ].join(''),
      'archives/serre.tsv': '',
    },
  },
];
