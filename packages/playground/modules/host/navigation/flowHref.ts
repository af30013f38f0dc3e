import type { ListButton } from '../../../metadata/listButtons.ts';
import { pageOf } from '../app/page.ts';

/** Where a person starts a flow: at the list whose button passes the selected rows to it, or at its own page. */
export function flowHref(
  flowName: string,
  buttons: readonly Pick<ListButton, 'objectApiName' | 'url' | 'requireRowSelection'>[]
): string {
  const button = buttons.find(({ url, requireRowSelection }) => {
    const page = pageOf(url.split('?')[0] ?? '');
    return requireRowSelection && page.kind === 'flow' && page.flowName === flowName;
  });
  return button === undefined ? `/lightning/flow/${flowName}` : `/lightning/o/${button.objectApiName}/list`;
}
