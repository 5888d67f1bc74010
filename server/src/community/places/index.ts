export { placeTasks } from './jobs.ts';
export { placeRoutes } from './routes.ts';
export { addPlace } from './service.ts';
export type { PlacesDeps } from './service.ts';
export {
  connectPlace,
  disconnectEmptyPlace,
  dropUnusedPlace,
  lockPlace,
  placeNamed,
  tellGifts,
  unusedPlaceNamed,
} from './store.ts';
