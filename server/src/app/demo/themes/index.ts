import { children } from './children.ts';
import { childSeat } from './child-seat.ts';
import { cold } from './cold.ts';
import { insurance } from './insurance.ts';
import { loads } from './loads.ts';
import { mobileApp } from './mobile-app.ts';
import type { Theme } from './model.ts';
import { motor } from './motor.ts';
import { parts } from './parts.ts';
import { price } from './price.ts';
import { rain } from './rain.ts';
import { recall } from './recall.ts';
import { stand } from './stand.ts';
import { trips } from './trips.ts';
import { tyres } from './tyres.ts';
import { upkeep } from './upkeep.ts';

export { SEEKS, fits } from './model.ts';
export type { Matter, Said, Theme } from './model.ts';
export { RECALL } from './recall.ts';

export const themes: readonly Theme[] = [
  cold,
  childSeat,
  stand,
  parts,
  insurance,
  children,
  price,
  mobileApp,
  recall,
  rain,
  tyres,
  motor,
  upkeep,
  trips,
  loads,
];
