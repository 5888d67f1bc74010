import type { FigureCard } from '#cockpit/figures/wire.ts';
import type { Slice as KeyResultSlice } from '#cockpit/course/key-results/wire.ts';
import type { Design } from '#cockpit/proof/wire.ts';
import { typedValue } from '#web/cockpit/course/target.ts';
import { addDays } from '#web/cockpit/health/days.ts';
import { listed } from './slices.ts';

/** What is expected, as the form holds it. */
export interface ProofDraft {
  readonly title: string;
  readonly figure: string;
  readonly slice: KeyResultSlice;
  readonly direction: 'up' | 'down';
  readonly size: string;
  readonly sizeIn: 'unit' | 'percent';
  readonly startDay: string;
  readonly weeks: number;
  readonly design: Design;
  readonly consent: string;
  readonly controls: readonly KeyResultSlice[];
  readonly events: readonly { readonly day: string; readonly text: string }[];
}

export const DRAW_FIGURE = 'activation_30d';

export function freshProof(today: string): ProofDraft {
  return {
    title: '',
    figure: 'member_answered_share',
    slice: {},
    direction: 'up',
    size: '10',
    sizeIn: 'unit',
    startDay: addDays(today, 7),
    weeks: 13,
    design: 'weeks',
    consent: '',
    controls: [],
    events: [],
  };
}

/** What is sent; undefined as long as the size is no number. A draw has its own figure. */
export function bodyOf(draft: ProofDraft, figures: readonly FigureCard[], mandate: string | undefined) {
  const { size, sizeIn, design, consent, slice, controls, events, ...rest } = draft;
  const around = {
    controls: controls.map(listed),
    events: events.filter(({ day, text }) => day !== '' && text.trim() !== ''),
  };
  if (mandate !== undefined) return { mandateId: mandate, ...around };
  const figure = design === 'draw' ? DRAW_FIGURE : rest.figure;
  const unit = figures.find(({ id }) => id === figure)?.unit ?? 'count';
  const value = typedValue(sizeIn === 'percent' ? 'count' : unit, size);
  if (value === undefined || rest.title.trim() === '') return undefined;
  return {
    ...rest,
    figure,
    size: value,
    sizeIn,
    design,
    slice: listed(slice),
    ...around,
    ...(design === 'draw' && consent.trim() !== '' ? { consent } : {}),
  };
}
