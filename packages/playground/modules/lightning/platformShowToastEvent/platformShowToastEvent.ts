/** Stand-in for `lightning/platformShowToastEvent`. LWC Guide: use-toast. */
export const SHOW_TOAST = 'lightning__showtoast';

export interface ToastMessage {
  readonly title: string;
  readonly message?: string;
  readonly messageData?: readonly (string | { readonly url: string; readonly label: string })[];
  readonly variant?: string;
  readonly mode?: string;
}

/** Asks the page for a toast. */
export class ShowToastEvent extends CustomEvent<ToastMessage> {
  constructor(toast: ToastMessage) {
    super(SHOW_TOAST, { bubbles: true, composed: true, cancelable: true, detail: toast });
  }
}
