import { LightningElement } from 'lwc';
import type { ShownLicense, ShownUser } from '../../../server/orgDataRoutes.ts';

/** The users of the org and the seats that each license has left, as an administrator sees them. */
export default class UsersPage extends LightningElement {
  users: readonly (ShownUser & { readonly href: string; readonly contactHref: string; readonly status: string })[] = [];
  licenses: readonly (ShownLicense & { readonly free: number })[] = [];
  isLoading = true;

  override connectedCallback(): void {
    void this.load();
  }

  async load(): Promise<void> {
    const response = await fetch('/playground/data/users');
    const data = (await response.json()) as { users: ShownUser[]; licenses: ShownLicense[] };
    this.users = data.users.map((user) => ({
      ...user,
      href: `/lightning/r/User/${user.id}/view`,
      contactHref: `/lightning/r/Contact/${user.contactId}/view`,
      status: user.isActive ? 'Active' : 'Inactive'
    }));
    this.licenses = data.licenses.map((license) => ({ ...license, free: license.total - license.used }));
    this.isLoading = false;
  }
}
