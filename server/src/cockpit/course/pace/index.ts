export {
  askForecasts,
  FORECAST_TASK,
  forecastView,
  judgedForecasts,
  keepForecasts,
  recordOf,
  scoreKept,
} from './service.ts';
export { newestForecasts } from './lookup.ts';
export type { ForecastView, RecordView } from './wire.ts';
