import { LightningElement } from 'lwc';
import configProvider from 'lightning/configProvider';
import { CLOSE_ACTION_SCREEN } from '../../lightning/actions/actions.ts';
import { context } from '../../platform/context.ts';
import { isOwnPage, navigateTo, onNavigation } from '../../platform/router.ts';
import { loadPart } from '../laterPart.ts';
import type { RequestedAction } from '../requestedAction.ts';
import { setPageTitle } from '../pageTitle.ts';
import { loadLaterPage, propertiesOf, type LaterPage } from './laterPages.ts';
import { pageOf, titleOf, type Page } from './page.ts';

configProvider({ getPathPrefix: () => '/playground/slds' });

/** Holds a value as long as the tips are closed. */
const CLOSED_TIPS = 'playground-tips-closed';

/** The host of all pages: the bar, the navigation, the tips, the page of the URL, the running quick action and the toasts. */
export default class App extends LightningElement {
  page: Page = pageOf(location.pathname);
  /** The components of pages that were shown, by the kind of page. */
  laterPages: Readonly<Partial<Record<Page['kind'], LaterPage>>> = {};
  /** Why the page is missing; empty for as long as it may still come. */
  problem = '';
  action: RequestedAction | null = null;
  areTipsClosed = localStorage.getItem(CLOSED_TIPS) !== null;

  #stopListening: (() => void) | undefined;

  override connectedCallback(): void {
    this.#stopListening = onNavigation(() => {
      this.action = null;
      this.showPage();
      window.scrollTo(0, 0);
      this.focusMain();
    });
    this.showPage();
    this.addEventListener(CLOSE_ACTION_SCREEN, () => {
      this.closeAction();
    });
  }

  override disconnectedCallback(): void {
    this.#stopListening?.();
  }

  /** While a modal is open, nobody can reach the page behind it. */
  override renderedCallback(): void {
    const page: unknown = this.refs?.['page'];
    if (page instanceof HTMLElement) {
      page.inert = this.action?.action.subtype === 'ScreenAction';
    }
  }

  showPage(): void {
    this.page = pageOf(location.pathname);
    this.problem = '';
    setPageTitle(titleOf(this.page));
    void this.loadPage(this.page.kind);
  }

  async loadPage(kind: Page['kind']): Promise<void> {
    const page = await loadPart(
      () => loadLaterPage(kind),
      (words) => {
        this.problem = words;
      }
    );
    if (page !== null) this.laterPages = { ...this.laterPages, [kind]: page };
  }

  /** Moves the focus, so that users of a keyboard or a screen reader continue in the new page. */
  focusMain(): void {
    const main: unknown = this.refs?.['main'];
    if (main instanceof HTMLElement) {
      main.focus({ preventScroll: true });
    }
  }

  get recordId(): string | undefined {
    return this.page.kind === 'record' ? this.page.recordId : undefined;
  }

  get objectApiName(): string | undefined {
    return this.page.kind === 'record' ? this.page.objectApiName : undefined;
  }

  get isRecord(): boolean {
    return this.page.kind === 'record';
  }

  get isEdit(): boolean {
    return this.page.kind === 'record' && this.page.isEdit;
  }

  get isUnknown(): boolean {
    return this.page.kind === 'unknown';
  }

  get laterPage(): LaterPage | undefined {
    return this.laterPages[this.page.kind];
  }

  get laterProperties(): Readonly<Record<string, unknown>> {
    return propertiesOf(this.page);
  }

  /** The bar and the toasts belong to the app. A flow outside the app has neither. */
  get hasShell(): boolean {
    return this.page.kind !== 'flow' || this.page.isInShell;
  }

  get hasTips(): boolean {
    const org = context.startingOrgs.find(({ name }) => name === context.orgName);
    return !this.areTipsClosed && org !== undefined && org.steps.length > 0;
  }

  /** Links to other pages of the playground open in place. */
  handleClick(event: MouseEvent): void {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (link === undefined || !isPlain || event.defaultPrevented || (link.target !== '' && link.target !== '_self')) {
      return;
    }
    const url = new URL(link.href);
    if (isOwnPage(url)) {
      event.preventDefault();
      navigateTo(url.href, false);
    }
  }

  handleShowTips(): void {
    this.areTipsClosed = false;
    localStorage.removeItem(CLOSED_TIPS);
  }

  /** The focus moves to the page, because the button that had it is gone. */
  handleCloseTips(): void {
    this.areTipsClosed = true;
    localStorage.setItem(CLOSED_TIPS, 'yes');
    this.focusMain();
  }

  handleRunAction(event: CustomEvent<RequestedAction>): void {
    this.action = event.detail;
  }

  handleActionClose(): void {
    this.closeAction();
  }

  closeAction(): void {
    const closed = this.action;
    this.action = null;
    // The page stays inert until the modal is removed.
    requestAnimationFrame(() => closed?.returnFocus());
  }
}
