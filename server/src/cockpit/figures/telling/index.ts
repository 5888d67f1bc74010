export { comparisonSentence, inWords, sentenceOf } from './service.ts';
