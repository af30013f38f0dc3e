import type { PageContext } from '../../server/pageContext.ts';

/** The element of the page that holds the context as JSON. */
const CONTEXT_ELEMENT_ID = 'playground-context';

/** The context of this page: the person, the org and the components. */
export const context: PageContext = JSON.parse(
  document.getElementById(CONTEXT_ELEMENT_ID)?.textContent ?? '{}'
) as PageContext;
