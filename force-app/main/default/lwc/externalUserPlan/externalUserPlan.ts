import { api, LightningElement } from 'lwc';
import { fieldLabels, labels, massLabels, withCount } from 'c/externalUserLabels';
import { displayText, type ExistingUser, type UserDraft } from 'c/externalUserRules';

/** The plan for a contact; `already` means that it has a user, active or not. */
export type PlanState = 'enable' | 'blocked' | 'already';

export interface PlanRow {
  /** The contact's id, or the given value that is no contact id. */
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly accountName: string;
  /** The address of the contact's page; null if the id belongs to no contact. */
  readonly url: string | null;
  readonly state: PlanState;
  readonly user: ExistingUser | null;
  /** The reason or remark: a code for files and a sentence for the screen. */
  readonly code: string;
  readonly reason: string;
  /** The record on which the cause can be fixed. */
  readonly fixUrl: string | null;
  readonly fixLabel: string | null;
  readonly draft: Pick<UserDraft, 'username'> | null;
}

export interface Tick {
  readonly ids: readonly string[];
  readonly isTicked: boolean;
}

const GROUPS: readonly { readonly state: PlanState; readonly label: string; readonly isOpen: boolean }[] = [
  { state: 'enable', label: massLabels.toEnable, isOpen: true },
  { state: 'blocked', label: massLabels.blocked, isOpen: true },
  { state: 'already', label: massLabels.already, isOpen: false }
];

/** Groups the selected contacts by their plan. The event `tick` selects or deselects contacts to enable. */
export default class ExternalUserPlan extends LightningElement {
  @api rows: readonly PlanRow[] = [];
  @api unticked: readonly string[] = [];

  labels = { ...massLabels, username: fieldLabels.username, details: labels.stepDetails };

  get groups() {
    return GROUPS.map(({ state, label, isOpen }) => {
      const rows = this.rows.filter((row) => row.state === state);
      const isSelectable = state === 'enable';
      const ticked = isSelectable ? rows.filter(({ id }) => !this.unticked.includes(id)).length : rows.length;
      return {
        state,
        isOpen,
        isSelectable,
        hasNames: state !== 'blocked',
        isAllTicked: ticked === rows.length,
        heading:
          ticked === rows.length ? withCount(label, ticked) : `${label} (${String(ticked)}/${String(rows.length)})`,
        rows: rows.map((row) => ({
          ...row,
          name: displayText(row.name),
          accountName: displayText(row.accountName),
          isTicked: !this.unticked.includes(row.id),
          userUrl: row.user === null ? null : `/lightning/r/User/${row.user.id}/view`,
          username: displayText(row.user?.username ?? row.draft?.username ?? '')
        }))
      };
    }).filter(({ rows }) => rows.length > 0);
  }

  handleTick({ currentTarget }: Event): void {
    if (currentTarget instanceof HTMLInputElement) {
      this.tick({ ids: [currentTarget.dataset['row'] ?? ''], isTicked: currentTarget.checked });
    }
  }

  handleTickAll({ currentTarget }: Event): void {
    if (currentTarget instanceof HTMLInputElement) {
      const ids = this.rows.filter(({ state }) => state === 'enable').map(({ id }) => id);
      this.tick({ ids, isTicked: currentTarget.checked });
    }
  }

  private tick(detail: Tick): void {
    this.dispatchEvent(new CustomEvent<Tick>('tick', { detail }));
  }
}
