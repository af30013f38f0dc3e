import type { PageContext } from '../../server/pageContext.ts';

/** Where the server wrote the context into the page, as JSON. */
export const CONTEXT_ELEMENT_ID = 'playground-context';

/** Who looks at the page, and at what. */
export const context: PageContext = JSON.parse(
  document.getElementById(CONTEXT_ELEMENT_ID)?.textContent ?? '{}'
) as PageContext;
