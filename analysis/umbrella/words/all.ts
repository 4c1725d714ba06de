export { explanations } from './explanations.ts';
export { texts } from './parts.ts';
export { stratumWords, words } from './strata.ts';
