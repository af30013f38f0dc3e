/** Said where a part that is built later can't be loaded. A browser asks for a module once, so only a reload asks again. */
export const MISSING_PART =
  'This part of the playground can’t be loaded. The terminal of npm start says why. Reload the page to try it again.';
