export { measureFigure } from './service.ts';
export type { FigureFound, MeasuringDeps, MeasureCode } from './service.ts';
