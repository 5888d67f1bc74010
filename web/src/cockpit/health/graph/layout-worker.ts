import type { Places, Tied } from './layout.ts';
import { placesOf } from './layout.ts';

/** Places hundreds of things beside the page, which goes on answering meanwhile. */
self.addEventListener('message', (event: MessageEvent<Tied>) => {
  const places: Places = placesOf(event.data);
  self.postMessage(places);
});
