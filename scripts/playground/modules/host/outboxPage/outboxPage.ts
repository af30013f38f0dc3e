import { LightningElement } from 'lwc';

interface Mail {
  readonly id: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly link: string | null;
  readonly sentAt: string;
}

/** The mails that the org has sent, newest first. */
export default class OutboxPage extends LightningElement {
  mails: readonly (Mail & { readonly emlUrl: string })[] = [];
  isLoading = true;

  override connectedCallback(): void {
    void this.load();
  }

  get isEmpty(): boolean {
    return !this.isLoading && this.mails.length === 0;
  }

  async load(): Promise<void> {
    const response = await fetch('/playground/data/outbox');
    const mails = (await response.json()) as Mail[];
    this.mails = mails.map((mail) => ({ ...mail, emlUrl: `/playground/outbox/${mail.id}.eml` })).reverse();
    this.isLoading = false;
  }

  handleRefresh(): void {
    void this.load();
  }
}
