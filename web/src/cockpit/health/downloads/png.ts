import { heightOfPicture, pictureOf, WIDTH } from './picture.ts';
import type { Palette, Picture } from './picture.ts';

/** Twice as fine as it is large, for screens and paper. */
const FINENESS = 2;

/** The picture as PNG, on a light ground whatever the theme. Rejects where the browser cannot draw it. */
export async function pngOf(picture: Picture): Promise<Blob> {
  const drawn = new Image();
  drawn.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(pictureOf(picture, paletteHere()))}`;
  await drawn.decode();
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH * FINENESS;
  canvas.height = heightOfPicture(picture) * FINENESS;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(drawn, 0, 0, canvas.width, canvas.height);
  return await new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
  });
}

const TOKENS = {
  card: '--card',
  ink: '--ink',
  soft: '--soft',
  line: '--line',
  edge: '--edge',
  accent: '--cockpit',
  wash: '--cockpit-wash',
} as const satisfies Readonly<Record<keyof Palette, string>>;

/** The colours of the page in its light theme; `light-dark()` is resolved by the browser where a colour is used. */
function paletteHere(): Palette {
  const probe = document.createElement('span');
  probe.dataset['theme'] = 'light';
  probe.hidden = true;
  document.body.append(probe);
  const colourOf = (token: string): string => {
    probe.style.setProperty('color', `var(${token})`);
    return getComputedStyle(probe).color;
  };
  const colours: Palette = {
    card: colourOf(TOKENS.card),
    ink: colourOf(TOKENS.ink),
    soft: colourOf(TOKENS.soft),
    line: colourOf(TOKENS.line),
    edge: colourOf(TOKENS.edge),
    accent: colourOf(TOKENS.accent),
    wash: colourOf(TOKENS.wash),
  };
  probe.remove();
  return colours;
}
