import type { ReactNode } from 'react';
import type { Band, BandState, BandsView } from '#rocket/check/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import { cx } from '#web/ui/cx.ts';

/** Each stage: its outline, what of it is filled while it is weak, and where its word stands. */
const PARTS = {
  cockpit: {
    outline: 'M125 10C172 62 184 118 184 196H66C66 118 78 62 125 10z',
    half: 'M67.500 150H182.500L184 196H66z',
    y: 132,
  },
  bridge: { outline: 'M66 208H184V372H66z', half: 'M66 330H184V372H66z', y: 286 },
  field: { outline: 'M66 384H184V530L214 606H36L66 530z', half: 'M66 500H184V530L214 606H36L66 530z', y: 450 },
} as const satisfies Readonly<Record<Band, { outline: string; half: string; y: number }>>;

const HUES = { cockpit: 'text-cockpit', bridge: 'text-bridge', field: 'text-field' } as const;
const WASHES = { cockpit: 'fill-cockpit-wash', bridge: 'fill-bridge-wash', field: 'fill-field-wash' } as const;

/** The rocket with its stages lit as they were found; the same is said in words beside it. */
export function RocketDrawing({ bands }: { readonly bands: BandsView }): ReactNode {
  const t = useWords();
  const said = (['cockpit', 'bridge', 'field'] as const).map(
    (band) => `${t(`nav.${band}`)} : ${t(`check.band.${bands[band]}`, { band })}`,
  );
  return (
    <svg viewBox="0 0 250 645" role="img" aria-label={said.join(', ')} className="mx-auto h-auto w-full max-w-[13rem]">
      <Stage band="cockpit" state={bands.cockpit} />
      {bands.cockpit === 'absent' && (
        <circle
          cx="125"
          cy="88"
          r="15"
          fill="none"
          stroke="currentColor"
          strokeDasharray="5 4"
          className="text-cockpit"
        />
      )}
      <Stage band="bridge" state={bands.bridge} />
      <Stage band="field" state={bands.field} />
      {bands.field !== 'absent' && (
        <path
          d="M92 612l14 26 19-18 19 18 14-26z"
          className={cx('fill-bridge', bands.field === 'present' ? 'opacity-70' : 'opacity-30')}
        />
      )}
    </svg>
  );
}

function Stage({ band, state }: { readonly band: Band; readonly state: BandState }): ReactNode {
  const t = useWords();
  const { outline, half, y } = PARTS[band];
  const isFull = state === 'present';
  return (
    <g className={HUES[band]}>
      <path
        d={outline}
        className={isFull ? 'fill-current' : state === 'absent' ? WASHES[band] : 'fill-card'}
        stroke="currentColor"
        strokeWidth={isFull ? 0 : 2}
        strokeDasharray={state === 'unjudged' ? '1.500 5' : isFull ? undefined : '7 5'}
        strokeLinecap={state === 'unjudged' ? 'round' : undefined}
      />
      {state === 'weak' && <path d={half} fill="currentColor" />}
      <text
        x="125"
        y={y}
        textAnchor="middle"
        fontSize="15"
        fontWeight="600"
        className={isFull ? 'fill-on-accent' : 'fill-current'}
      >
        {t(`check.band.${state}`, { band })}
      </text>
    </g>
  );
}
