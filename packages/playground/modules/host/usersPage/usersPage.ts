import { LightningElement } from 'lwc';

interface User {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly isActive: boolean;
  readonly contactId: string;
  readonly contactName: string;
  readonly profile: string;
  readonly license: string;
}

interface License {
  readonly name: string;
  readonly total: number;
  readonly used: number;
}

/** Who has a user in the org, and how many seats each licence has left, as an administrator sees it. */
export default class UsersPage extends LightningElement {
  users: readonly (User & { readonly href: string; readonly contactHref: string; readonly status: string })[] = [];
  licenses: readonly (License & { readonly free: number })[] = [];
  isLoading = true;

  override connectedCallback(): void {
    void this.load();
  }

  async load(): Promise<void> {
    const response = await fetch('/playground/data/users');
    const data = (await response.json()) as { users: User[]; licenses: License[] };
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
