import { scene } from './scene.ts';
import type { Scene } from './scene.ts';

const en = scene.bind(undefined, 'en');

export const englishScenes: readonly Scene[] = [
  en(
    {},
    `
    (hello) Morning from <ville>, {sunshine|drizzle} and a full box
    (ride) Anyone riding this weekend?
    (km) Just passed {2,000|5,000} km on the <modele>!`,
    `
    (hello km) nice one!
    (ride) rain here, obviously
    (ride) count us in if it stays dry
    (km) congratulations, any cake?
    (km) same here next month I think
    (hello) morning!
    (km) how many chains so far?`,
  ),
  en(
    { title: 'Strange things you carried this week' },
    `
    (tree) Today's cargo: {a cello|two chairs and a lamp|a piano stool}. Beat that
    (cat) Today's cargo: one very offended cat. Beat that
    (tree) Carried a Christmas tree and two kids. The kids complained about the needles
    (icecream) Somebody asked me if I sell ice cream. Again`,
    `
    (tree) picture or it didn't happen
    (icecream) mine thinks it's a coffin, be glad
    (icecream) two scoops please
    (icecream) I get the ice cream question every week, I might start
    (tree) a washing machine, never again
    respect
    (cat) the cat deserves a medal
    brilliant`,
  ),
  en(
    {},
    `
    (family) Is anyone going to the family ride on Sunday? My French is basic
    (cross) Thinking of crossing the whole town with the kids tomorrow, wish me luck
    (path) New cycle path near <ville> is open!`,
    `
    (family) come along, half of us switch to English anyway
    (cross) take the river path, fewer lights
    (cross) good luck, leave early
    (path) went this morning, smooth as butter
    (path) finally! took them three years
    (family) we'll be there
    (path) the path is lovely, mind the posts
    (family) see you there`,
  ),
];
