import { walkCourse } from './list/course.ts';
import { walkPeople } from './list/people.ts';
import { walkReplies } from './list/replies.ts';
import { walkRocket } from './list/rocket.ts';
import { walkSponsor } from './list/sponsor.ts';
import { walkSegments } from './list/segments.ts';
import { walkValue } from './list/value.ts';
import { madeList } from './made-list.ts';
import type { Stay } from './stay.ts';
import { stayInHouse } from './stay.ts';
import { confirm, enter, fileWith, send, untilState } from './walk.ts';

let stay: Stay;

stayInHouse(async (opened) => {
  stay = opened;
  const { page, house, folder } = stay;
  await enter(page, house);
  const path = await fileWith(folder, 'liste.mbox', madeList().text);
  await send(page, house, { path, place: 'Liste des ponts' });
  await confirm(page);
  await untilState(page, 'terminé');
});

// One house for seven walks: making one takes longer than a walk.
walkPeople(() => stay);
walkReplies(() => stay);
walkSegments(() => stay);
walkCourse(() => stay);
walkRocket(() => stay);
walkValue(() => stay);
walkSponsor(() => stay);
