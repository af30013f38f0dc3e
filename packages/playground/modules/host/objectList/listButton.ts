import type { ListButton } from '../../../metadata/listButtons.ts';

/** The platform's message when a button needs rows and none is selected, as public components quote it. */
const NOTHING_SELECTED = 'Select at least one record and try again.';

/** What a click on a list button does. */
type ListButtonEffect =
  | { readonly kind: 'refuse'; readonly message: string }
  | { readonly kind: 'open'; readonly url: string; readonly isNewTab: boolean };

/**
 * A flow gets the selected rows in its collection variable `ids`, which the button's URL does not name. Lightning posts
 * `ids`; here each row is a parameter of the URL. Salesforce Help: Send Variable Values to a Flow Using the Flow's URL;
 * Metadata API Guide: WebLink, openType.
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
