import { LightningElement } from 'lwc';
import { messageParts, type MessagePart } from './messageParts.ts';
import { SHOW_TOAST, type ToastMessage } from '../../lightning/platformShowToastEvent/platformShowToastEvent.ts';

/** How long a toast stays when its mode does not make it sticky. LWC Guide: use-toast. */
const DISMISS_MILLISECONDS = 5000;

interface Toast {
  readonly id: number;
  readonly title: string;
  readonly parts: readonly MessagePart[];
  readonly variant: string;
  readonly iconName: string;
  readonly className: string;
  readonly role: 'alert' | 'status';
  readonly isClosable: boolean;
}

/** Shows the toasts of every component on the page. */
export default class ToastRegion extends LightningElement {
  toasts: readonly Toast[] = [];

  #nextId = 1;
  readonly #handleShow = (event: Event): void => {
    if (event instanceof CustomEvent) {
      this.show(event.detail as ToastMessage);
    }
  };

  override connectedCallback(): void {
    document.addEventListener(SHOW_TOAST, this.#handleShow);
  }

  override disconnectedCallback(): void {
    document.removeEventListener(SHOW_TOAST, this.#handleShow);
  }

  show(message: ToastMessage): void {
    const id = this.#nextId++;
    const variant = ['info', 'success', 'warning', 'error'].find((name) => name === message.variant) ?? 'info';
    const mode = message.mode ?? 'dismissible';
    this.toasts = [
      ...this.toasts,
      {
        id,
        title: message.title,
        parts: messageParts(message.message ?? '', message.messageData ?? []),
        variant,
        iconName: `utility:${variant}`,
        className: `slds-notify slds-notify_toast slds-theme_${variant}`,
        role: variant === 'error' || variant === 'warning' ? 'alert' : 'status',
        isClosable: mode !== 'pester'
      }
    ];
    if (mode !== 'sticky') {
      setTimeout(() => {
        this.close(id);
      }, DISMISS_MILLISECONDS);
    }
  }

  close(id: number): void {
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }

  handleClose(event: Event): void {
    const { currentTarget } = event;
    if (currentTarget instanceof HTMLElement) {
      this.close(Number(currentTarget.dataset['id']));
    }
  }
}
