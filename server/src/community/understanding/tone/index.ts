export { TONE_MEASURED } from './model.ts';
export type { Tone, ToneConfusion, ToneLanguage } from './model.ts';
export { toneOf } from './rules.ts';
