import { z } from 'zod';

export const FORMAT = 1;
export const MANIFEST = 'manifest.json';

const Part = z.object({
  path: z.string().regex(/^[a-z_]{1,63}\/\d{6}\.copy$/),
  table: z.string().regex(/^[a-z_]{1,63}$/),
  columns: z.string(),
  rows: z.number().int().min(0),
  sha256: z.string().length(64),
});

/** What a backup says of itself: what version of the base it was made from, and what each part must hash to. */
export const Manifest = z.object({
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  /** Tells whether an installation holds the same secret, without telling the secret. */
  secretMark: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  parts: z.array(Part),
});

export type Manifest = z.output<typeof Manifest>;
export type ManifestPart = z.output<typeof Part>;
