import { LightningElement } from 'lwc';
import { context } from '../../platform/context.ts';
import { choose, startOrg } from '../../platform/playgroundControls.ts';
import { loadPart } from '../laterPart.ts';
import type Settings from '../settings/settings.ts';

/** The bar that the playground adds to the pages of an org: the scenario, the signed-in person and the settings. */
export default class Bar extends LightningElement {
  problem = '';
  settings: typeof Settings | null = null;
  /** Whether the settings are being built or loaded. */
  isWaiting = false;

  get orgs(): { readonly name: string; readonly title: string; readonly why: string; readonly current: string }[] {
    return context.startingOrgs.map(({ name, title, why }) => ({
      name,
      title,
      why,
      current: String(name === context.orgName)
    }));
  }

  get orgTitle(): string {
    return context.startingOrgs.find(({ name }) => name === context.orgName)?.title ?? context.orgName;
  }

  get people(): { readonly label: string; readonly username: string; readonly current: string }[] {
    return context.people.map(({ label, username }) => ({
      label,
      username,
      current: String(username === context.username)
    }));
  }

  get personLabel(): string {
    return context.people.find(({ username }) => username === context.username)?.label ?? context.username;
  }

  handleOrg(event: Event): void {
    void this.take(startOrg(chosen(event, 'name')));
  }

  /** Loads the page again, because its permissions and ids belong to the person who loaded it. */
  handlePerson(event: Event): void {
    void this.take(choose('person', { username: chosen(event, 'username') }, location.href));
  }

  /** Few people open the settings, so that a first start need not build them. */
  handleSettings(): void {
    void this.loadSettings();
  }

  /** The tips are on the page, so the app shows them. */
  handleShowTips(): void {
    this.dispatchEvent(new CustomEvent('showtips'));
  }

  async loadSettings(): Promise<void> {
    this.isWaiting = true;
    try {
      const part = await loadPart(
        () => import('../settings/settings.ts'),
        (words) => {
          this.problem = words;
        }
      );
      this.settings ??= part.default;
    } finally {
      this.isWaiting = false;
    }
  }

  async take(problem: Promise<string>): Promise<void> {
    this.problem = await problem;
  }
}

function chosen({ currentTarget: button }: Event, name: string): string {
  return button instanceof HTMLElement ? (button.dataset[name] ?? '') : '';
}
