export { unansweredRoute } from './routes.ts';
