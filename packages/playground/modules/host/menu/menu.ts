import { LightningElement, api } from 'lwc';
import { onNavigation } from '../../platform/router.ts';

/** A button and a panel below it, which covers the page while it is open. */
export default class Menu extends LightningElement {
  /** What the menu is about, for users who don't see its icon; empty when the text says it. */
  @api label = '';
  /** The text of the button, such as the chosen value; empty for a button with an icon only. */
  @api text = '';
  @api iconName = '';

  isOpen = false;

  #stopListening: (() => void) | undefined;

  override connectedCallback(): void {
    const close = (): void => {
      this.isOpen = false;
    };
    // A move of the focus or a click elsewhere closes the menu.
    const closeOutside = (event: Event): void => {
      this.isOpen &&= event.composedPath().some((target) => target === this.template?.host);
    };
    const stopNavigation = onNavigation(close);
    document.addEventListener('click', closeOutside);
    document.addEventListener('focusin', closeOutside);
    this.#stopListening = () => {
      stopNavigation();
      document.removeEventListener('click', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }

  override disconnectedCallback(): void {
    this.#stopListening?.();
  }

  /** A button without a text shows its label as a tooltip. */
  get tooltip(): string | null {
    return this.text === '' ? this.label : null;
  }

  get prefix(): string {
    return this.text === '' ? this.label : `${this.label}: `;
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
  }

  handleKeyDown(event: KeyboardEvent): void {
    const button: unknown = this.refs?.['button'];
    if (event.key === 'Escape' && this.isOpen && button instanceof HTMLElement) {
      event.stopPropagation();
      this.isOpen = false;
      button.focus();
    }
  }
}
