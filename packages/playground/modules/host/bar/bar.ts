import { LightningElement } from 'lwc';
import type { Theme } from '../../../server/selection.ts';
import type { SourceName } from '../../../source/componentSource.ts';
import { context } from '../../platform/context.ts';
import { onNavigation } from '../../platform/router.ts';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const SOURCES: readonly (Option & { readonly value: SourceName })[] = [
  { label: 'Working tree', value: 'workingTree' },
  { label: 'Deployed', value: 'deployed' }
];
const YEAR_SECONDS = 31_536_000;

interface Option {
  readonly label: string;
  readonly value: string;
}

/**
 * The bar that the playground adds to the pages of an org: the signed-in person, the org, its mails, users and sites.
 */
export default class Bar extends LightningElement {
  theme = document.documentElement.dataset['theme'] ?? 'system';
  problem = '';

  #stopListening: (() => void) | undefined;

  override connectedCallback(): void {
    const stopNavigation = onNavigation(() => {
      this.closeMenus([]);
    });
    const closeOthers = (event: Event): void => {
      this.closeMenus(event.composedPath());
    };
    document.addEventListener('click', closeOthers);
    document.addEventListener('focusin', closeOthers);
    this.#stopListening = () => {
      stopNavigation();
      document.removeEventListener('click', closeOthers);
      document.removeEventListener('focusin', closeOthers);
    };
  }

  override disconnectedCallback(): void {
    this.#stopListening?.();
  }

  get people(): Option[] {
    return context.people.map(({ label, username }) => ({ label, value: username }));
  }

  get username(): string {
    return context.username;
  }

  get orgs(): Option[] {
    return context.startingOrgs.map((name) => ({ label: name, value: name }));
  }

  get orgName(): string {
    return context.orgName;
  }

  get sources(): readonly Option[] {
    return SOURCES;
  }

  get source(): string {
    return context.source;
  }

  /** An org without a deploy shows records but no component, which looks like a failure. */
  get isNothingDeployed(): boolean {
    const { source, quickActions, recordPageComponents } = context;
    return source === 'deployed' && quickActions.length === 0 && recordPageComponents.length === 0;
  }

  get languages(): Option[] {
    return context.languages.map(({ language, name }) => ({ label: name, value: language }));
  }

  get language(): string {
    return context.language;
  }

  get themes(): Option[] {
    return THEMES.map((value) => ({ label: value.charAt(0).toUpperCase() + value.slice(1), value }));
  }

  get sites(): { readonly label: string; readonly loginUrl: string }[] {
    return context.sites.map(({ name, status, loginUrl }) => ({
      label: status === 'Live' ? name : `${name} (${status})`,
      loginUrl
    }));
  }

  get flows(): { readonly name: string; readonly label: string; readonly href: string }[] {
    return context.screenFlows.map(({ name, label }) => ({ name, label, href: `/lightning/flow/${name}` }));
  }

  /** Components of the working tree that the org refused, each with its first cause. A deploy reports its own. */
  get refused(): { readonly key: string; readonly text: string }[] {
    return [...Map.groupBy(context.refused, ({ type, fullName }) => `${type} ${fullName}`)].map(([key, [first]]) => ({
      key,
      text: `${key}: ${first?.problem ?? ''}`
    }));
  }

  get hasFlows(): boolean {
    return this.flows.length > 0 || this.refused.length > 0;
  }

  get hasSites(): boolean {
    return this.sites.length > 0;
  }

  /** An open menu covers the page below it, so a move of the focus or a click elsewhere closes it. */
  closeMenus(path: readonly EventTarget[]): void {
    for (const menu of this.template?.querySelectorAll('details') ?? []) {
      menu.open = menu.open && path.includes(menu);
    }
  }

  handleMenuKeyDown(event: KeyboardEvent): void {
    const { currentTarget: menu, key } = event;
    if (key === 'Escape' && menu instanceof HTMLDetailsElement && menu.open) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  }

  /** Loads the page again, because its permissions and ids belong to the person who loaded it. */
  handlePersonChange(event: CustomEvent<{ value: string }>): void {
    void this.send('/playground/person', { username: event.detail.value }, location.href);
  }

  handleOrgChange(event: CustomEvent<{ value: string }>): void {
    void this.send('/playground/org', { name: event.detail.value }, '/');
  }

  handleSourceChange(event: CustomEvent<{ value: string }>): void {
    void this.send('/playground/source', { source: event.detail.value }, location.href);
  }

  /** The server keeps the choice and sends the page in that language. */
  handleLanguageChange(event: CustomEvent<{ value: string }>): void {
    location.search = `?language=${event.detail.value}`;
  }

  handleThemeChange(event: CustomEvent<{ value: string }>): void {
    this.theme = event.detail.value;
    document.documentElement.dataset['theme'] = this.theme;
    document.cookie = `playground-theme=${this.theme}; path=/; SameSite=Strict; max-age=${String(YEAR_SECONDS)}`;
  }

  async send(path: string, fields: Readonly<Record<string, string>>, next: string): Promise<void> {
    const response = await fetch(path, { method: 'POST', body: new URLSearchParams(fields) });
    if (response.ok) {
      location.assign(next);
    } else {
      this.problem = await response.text();
    }
  }
}
