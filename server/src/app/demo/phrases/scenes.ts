import type { Scene } from './scene.ts';
import { englishScenes } from './scenes-english.ts';
import { frenchScenes } from './scenes-french.ts';

export type { Scene } from './scene.ts';

export const scenes: readonly Scene[] = [...frenchScenes, ...englishScenes];
