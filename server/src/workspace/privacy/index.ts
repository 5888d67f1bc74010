export { seesFew } from './policy.ts';
export { privacyRoutes } from './routes.ts';
