import { api, LightningElement } from 'lwc';
import { failureLabels, fill, statusLabels } from 'c/externalUserLabels';
import { showControls } from 'c/externalUserRules';

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
    try {
      await navigator.clipboard.writeText(this.href ?? this.value);
      this.result = this.labels.copied;
    } catch {
      // Select the text for the keyboard, because the browser or a parent frame may refuse the clipboard.
      const shown = this.template?.querySelector('.shown');
      if (shown) {
        window.getSelection()?.selectAllChildren(shown);
      }
      this.result = this.labels.copyByHand;
    }
  }
}
