import { LightningElement } from 'lwc';
import { pageOf, type Page } from '../app/page.ts';
import { context } from '../../platform/context.ts';
import { onNavigation } from '../../platform/router.ts';
import { flowHref } from './flowHref.ts';

const TABS = [
  { label: 'Contacts', href: '/lightning/o/Contact/list' },
  { label: 'Outbox', href: '/playground/outbox' },
  { label: 'Users and licenses', href: '/playground/users' }
];

/** The navigation bar of the app: its lists, its flows and the log-in pages of its sites. */
export default class Navigation extends LightningElement {
  page: Page = pageOf(location.pathname);

  #stopListening: (() => void) | undefined;

  override connectedCallback(): void {
    this.#stopListening = onNavigation(() => {
      this.page = pageOf(location.pathname);
    });
  }

  override disconnectedCallback(): void {
    this.#stopListening?.();
  }

  get tabs(): { readonly label: string; readonly href: string; readonly current: string | null }[] {
    return TABS.map((tab) => {
      const { kind } = pageOf(tab.href);
      const isCurrent = kind === this.page.kind || (kind === 'list' && this.isContact);
      return { ...tab, current: isCurrent ? 'page' : null };
    });
  }

  get isContact(): boolean {
    return this.page.kind === 'record' && this.page.objectApiName === 'Contact';
  }

  get flows(): { readonly name: string; readonly label: string; readonly href: string }[] {
    return context.screenFlows.map(({ name, label }) => ({ name, label, href: flowHref(name, context.listButtons) }));
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

  get sites(): { readonly label: string; readonly loginUrl: string }[] {
    return context.sites.map(({ name, status, loginUrl }) => ({
      label: status === 'Active' ? name : `${name} (${status})`,
      loginUrl
    }));
  }

  get hasSites(): boolean {
    return this.sites.length > 0;
  }

  /** An org without a deploy shows records but no component, which looks like a failure. */
  get isNothingDeployed(): boolean {
    const { source, quickActions, recordPageComponents } = context;
    return source === 'deployed' && quickActions.length === 0 && recordPageComponents.length === 0;
  }
}
