import { api, LightningElement } from 'lwc';
import { failureLabels, fill, statusLabels } from 'c/externalUserLabels';
import { showControls } from 'c/externalUserRules';

/**
 * Copies the text and says so. The browser or a parent frame may refuse the clipboard: then it selects what `shown` shows,
 * for the keyboard, and says that.
 */
export async function copyText(text: string, shown: Element | null | undefined): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return failureLabels.copied;
  } catch {
    if (shown) {
      window.getSelection()?.selectAllChildren(shown);
    }
    return failureLabels.copyByHand;
  }
}

/** Shows a text or a link with a button that copies it, and says when it is copied. */
export default class ExternalUserCopy extends LightningElement {
  /** What the text is, such as "Username"; it completes the name of the button. */
  @api label = '';
  @api value = '';
  /** For a link: its address, which is copied instead of the text. */
  @api href: string | undefined;

  labels = failureLabels;
  result = '';

  get text(): string {
    return showControls(this.value);
  }

  get buttonName(): string {
    return fill(statusLabels.copyOf, [this.label]);
  }

  async handleCopy(): Promise<void> {
    this.result = await copyText(this.href ?? this.value, this.template?.querySelector('.shown'));
  }
}
