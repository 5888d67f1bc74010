export { askForecasts, FORECAST_TASK, forecastView, keepForecasts, recordOf, scoreKept } from './service.ts';
export { newestForecasts } from './lookup.ts';
export type { ForecastView, RecordView } from './wire.ts';
