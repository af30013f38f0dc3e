import { api, LightningElement } from 'lwc';
import { fieldLabels, labels } from 'c/externalUserLabels';
import { massLabels } from 'c/externalUserListLabels';
import { tabForKey } from './tabKeys.ts';

export interface RowLink {
  readonly label: string;
  readonly url: string;
}

/** What became of a contact so far: the name of a `utility:` icon, and its color. */
export interface RowState {
  readonly label: string;
  readonly icon: string;
  readonly variant: string;
}

/** A contact of the selection, in words for the screen. */
export interface Row {
  /** The contact's id, or the given value that is no contact id. */
  readonly id: string;
  readonly name: string;
  readonly accountName: string;
  /** The address of the contact's page; null if the id belongs to no contact. */
  readonly url: string | null;
  readonly isTicked: boolean;
  readonly username: string;
  /** The address of the contact's user; null while there is none. */
  readonly userUrl: string | null;
  /** What a person should know of the names: sentences, and codes for tests. */
  readonly remark: string;
  readonly deviations: readonly string[];
  /** Shown in a tab with states. */
  readonly state: RowState | null;
  /** The reason: a code for tests and files, and its sentences. */
  readonly code: string;
  readonly text: string;
  /** Pages on which the cause can be fixed. */
  readonly links: readonly RowLink[];
}

export interface RowTab {
  readonly name: string;
  readonly label: string;
  readonly rows: readonly Row[];
  /** The name of the ticks' column; empty for a tab whose rows can't be ticked. */
  readonly tickLabel: string;
  readonly hasUsernames: boolean;
  readonly hasStates: boolean;
}

export interface Tick {
  readonly ids: readonly string[];
  readonly isTicked: boolean;
}

/**
 * Shows contacts by tab (WAI-ARIA APG, Tabs with Automatic Activation); only the rows of the open tab are drawn. The event
 * `tick` selects or deselects contacts.
 */
export default class ExternalUserRows extends LightningElement {
  @api tabs: readonly RowTab[] = [];
  /** The tab that is open until a person opens another one. */
  @api first = '';
  /** Without the list of tabs: one table of the first tab. */
  @api isPlain = false;

  labels = { ...massLabels, username: fieldLabels.username, details: labels.stepDetails };

  private opened = '';

  // A `#` field is not reactive, so it causes no rendering.
  #focusesTab = false;

  get isTabbed(): boolean {
    return !this.isPlain;
  }

  get tab(): RowTab | undefined {
    const { tabs } = this;
    const named = [this.opened, this.first].flatMap((name) => tabs.find((tab) => tab.name === name) ?? []);
    return named[0] ?? tabs.find(({ rows }) => rows.length > 0) ?? tabs[0];
  }

  get tabItems() {
    const open = this.tab?.name;
    return this.tabs.map(({ name, label, rows }) => {
      const isOpen = name === open;
      return {
        name,
        label,
        count: rows.length,
        id: `tab-${name}`,
        controls: isOpen ? 'panel' : null,
        selected: String(isOpen),
        tabIndex: isOpen ? '0' : '-1',
        className: isOpen ? 'slds-tabs_default__item slds-is-active' : 'slds-tabs_default__item'
      };
    });
  }

  get panelRole(): string | null {
    return this.isPlain ? null : 'tabpanel';
  }

  get panelLabel(): string | null {
    return this.isPlain || this.tab === undefined ? null : `tab-${this.tab.name}`;
  }

  get isSelectable(): boolean {
    return this.tab !== undefined && this.tab.tickLabel !== '';
  }

  /** A run has details later, and its columns must not jump. */
  get hasDetails(): boolean {
    const { rows = [], hasStates = false } = this.tab ?? {};
    return hasStates || rows.some(({ text, links }) => text !== '' || links.length > 0);
  }

  get isAllTicked(): boolean {
    const { rows = [] } = this.tab ?? {};
    return rows.length > 0 && rows.every(({ isTicked }) => isTicked);
  }

  override renderedCallback(): void {
    if (this.#focusesTab) {
      this.#focusesTab = false;
      this.template?.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
    }
  }

  handleOpen({ currentTarget }: Event): void {
    if (currentTarget instanceof HTMLElement) {
      this.opened = currentTarget.dataset['tab'] ?? '';
    }
  }

  handleKeyDown(event: KeyboardEvent): void {
    const { currentTarget, key } = event;
    const isRightToLeft = currentTarget instanceof HTMLElement && getComputedStyle(currentTarget).direction === 'rtl';
    const names = this.tabs.map(({ name }) => name);
    const next = tabForKey(key, names, this.tab?.name ?? '', isRightToLeft);
    if (next !== undefined) {
      event.preventDefault();
      this.opened = next;
      this.#focusesTab = true;
    }
  }

  handleTick({ currentTarget }: Event): void {
    if (currentTarget instanceof HTMLInputElement) {
      this.tick({ ids: [currentTarget.dataset['row'] ?? ''], isTicked: currentTarget.checked });
    }
  }

  handleTickAll({ currentTarget }: Event): void {
    if (currentTarget instanceof HTMLInputElement) {
      this.tick({ ids: this.tab?.rows.map(({ id }) => id) ?? [], isTicked: currentTarget.checked });
    }
  }

  private tick(detail: Tick): void {
    this.dispatchEvent(new CustomEvent<Tick>('tick', { detail }));
  }
}
