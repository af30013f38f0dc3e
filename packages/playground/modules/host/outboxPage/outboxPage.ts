import { LightningElement } from 'lwc';
import type { ShownMail } from '../../../server/orgDataRoutes.ts';

/** The mails that the org has sent, newest first. */
export default class OutboxPage extends LightningElement {
  mails: readonly (ShownMail & { readonly emlUrl: string })[] = [];
  isLoading = true;

  override connectedCallback(): void {
    void this.load();
  }

  get isEmpty(): boolean {
    return !this.isLoading && this.mails.length === 0;
  }

  async load(): Promise<void> {
    const response = await fetch('/playground/data/outbox');
    const mails = (await response.json()) as ShownMail[];
    this.mails = mails.map((mail) => ({ ...mail, emlUrl: `/playground/outbox/${mail.id}.eml` })).reverse();
    this.isLoading = false;
  }

  handleRefresh(): void {
    void this.load();
  }
}
