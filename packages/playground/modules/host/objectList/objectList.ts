import { LightningElement, api, wire } from 'lwc';
import { gql, graphql, type GraphQLResult } from 'lightning/graphql';
import { ShowToastEvent } from '../../lightning/platformShowToastEvent/platformShowToastEvent.ts';
import type { ListButton } from '../../../metadata/listButtons.ts';
import { context } from '../../platform/context.ts';
import { openUrl } from '../../platform/router.ts';
import { layoutOf } from '../recordPage/layouts.ts';
import { effectOf } from './listButton.ts';
import { readRows, type Row } from './rows.ts';

const CONTACTS = gql`
  query Contacts {
    uiapi {
      query {
        Contact(first: 500, orderBy: { Name: { order: ASC } }) {
          edges {
            node {
              Id
              Name {
                value
              }
              Title @optional {
                value
              }
              Email @optional {
                value
              }
              Account @optional {
                Id
                Name @optional {
                  value
                }
              }
            }
          }
        }
      }
    }
  }
`;

/** A row as the table shows it. */
interface ShownRow extends Row {
  readonly isSelected: boolean;
  readonly className: string;
}

/** The list of contacts, where a person opens one or selects some for a list button. */
export default class ObjectList extends LightningElement {
  @api objectApiName: string | undefined;
  /** Of the related list of an account; null for all contacts. */
  @api accountId: string | null = null;

  result: GraphQLResult = {};
  allRows: readonly Row[] = [];
  selectedIds: ReadonlySet<string> = new Set();

  @wire(graphql, { query: CONTACTS })
  takeResult(result: GraphQLResult): void {
    this.result = result;
    this.allRows = readRows(result.data);
  }

  /** No attribute sets the third state of a checkbox, which shows that some rows are selected. */
  override renderedCallback(): void {
    const all: unknown = this.refs?.['all'];
    if (all instanceof HTMLInputElement) {
      all.indeterminate = this.selectedIds.size > 0 && !this.isAllSelected;
    }
  }

  get rows(): readonly Row[] {
    return this.accountId === null
      ? this.allRows
      : this.allRows.filter(({ accountId }) => accountId === this.accountId);
  }

  get isSupported(): boolean {
    return this.objectApiName === 'Contact';
  }

  get iconName(): string {
    return layoutOf('Contact').iconName;
  }

  get buttons(): readonly ListButton[] {
    return context.listButtons.filter(({ objectApiName }) => objectApiName === this.objectApiName);
  }

  get shownRows(): ShownRow[] {
    return this.rows.map((row) => {
      const isSelected = this.selectedIds.has(row.id);
      return { ...row, isSelected, className: isSelected ? 'slds-is-selected' : '' };
    });
  }

  get isAllSelected(): boolean {
    return this.rows.length > 0 && this.selectedIds.size === this.rows.length;
  }

  get summary(): string {
    const { size } = this.selectedIds;
    const items = `${String(this.rows.length)} ${this.rows.length === 1 ? 'item' : 'items'}`;
    return size === 0 ? items : `${items} • ${String(size)} selected`;
  }

  get isLoading(): boolean {
    return this.result.data === undefined && this.errorMessage === '';
  }

  get errorMessage(): string {
    return this.result.errors?.map(({ message }) => message).join(' ') ?? '';
  }

  handleSelectAll(): void {
    this.selectedIds = new Set(this.isAllSelected ? [] : this.rows.map(({ id }) => id));
  }

  handleSelect(event: Event): void {
    const { target: box } = event;
    if (box instanceof HTMLInputElement) {
      const changed = new Set([box.dataset['id'] ?? '']);
      this.selectedIds = box.checked ? this.selectedIds.union(changed) : this.selectedIds.difference(changed);
    }
  }

  handleButton(event: Event): void {
    const { currentTarget: element } = event;
    const apiName = element instanceof HTMLElement ? element.dataset['button'] : undefined;
    const button = this.buttons.find((candidate) => candidate.apiName === apiName);
    if (button === undefined) {
      return;
    }
    const shownIds = this.rows.map(({ id }) => id).filter((id) => this.selectedIds.has(id));
    const effect = effectOf(button, shownIds);
    switch (effect.kind) {
      case 'refuse':
        this.dispatchEvent(new ShowToastEvent({ title: effect.message, variant: 'error' }));
        break;
      case 'open':
        openUrl(effect.url, effect.isNewTab);
        break;
    }
  }
}
