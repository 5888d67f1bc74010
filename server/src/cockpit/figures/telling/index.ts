export { comparisonSentence, inWords, requestOf, sentenceOf } from './service.ts';
