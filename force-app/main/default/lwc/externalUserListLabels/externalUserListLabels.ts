/** The custom labels that only the screens with many records show, so that the quick action loads none of them. */
export { massLabels } from './massLabels.ts';
export { reviewLabels } from './reviewLabels.ts';
