import type { PageContext } from '../../server/pageContext.ts';

export type { FlowScreenComponent } from '../../metadata/flowScreenComponents.ts';
export type { ListButton } from '../../metadata/listButtons.ts';
export type { QuickAction } from '../../metadata/quickActions.ts';
export type { RecordPageComponent } from '../../metadata/recordPageComponents.ts';

/** Where the server wrote the context into the page, as JSON. */
export const CONTEXT_ELEMENT_ID = 'playground-context';

/** Who looks at the page, and at what. */
export const context: PageContext = JSON.parse(
  document.getElementById(CONTEXT_ELEMENT_ID)?.textContent ?? '{}'
) as PageContext;
