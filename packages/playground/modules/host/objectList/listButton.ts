import type { ListButton } from '../../../metadata/listButtons.ts';

/** What the platform says when a button wants rows and none is selected; as public components quote it. */
const NOTHING_SELECTED = 'Select at least one record and try again.';

/** What a click on a list button does. */
type ListButtonEffect =
  | { readonly kind: 'refuse'; readonly message: string }
  | { readonly kind: 'open'; readonly url: string; readonly isNewTab: boolean };

/**
 * A flow gets the selected rows in its collection variable `ids`, without a word of it in the button's URL; where it leads
 * when it is finished, only the button's `retURL` says. Lightning posts `ids`; here they are parameters, one a row.
 * Help: Send Variable Values to a Flow Using the Flow's URL; Metadata API: WebLink, openType.
 */
export function effectOf(button: ListButton, selectedIds: readonly string[]): ListButtonEffect {
  if (button.requireRowSelection && selectedIds.length === 0) {
    return { kind: 'refuse', message: NOTHING_SELECTED };
  }
  const ids = new URLSearchParams(selectedIds.map((id) => ['ids', id])).toString();
  const separator = button.url.includes('?') ? '&' : '?';
  return {
    kind: 'open',
    url: ids === '' ? button.url : `${button.url}${separator}${ids}`,
    isNewTab: button.openType === 'newWindow'
  };
}
