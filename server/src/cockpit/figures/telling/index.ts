export { comparisonSentence, sentenceOf } from './service.ts';
