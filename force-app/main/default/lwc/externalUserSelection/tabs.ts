import { massLabels } from 'c/externalUserListLabels';
import { recordUrl } from 'c/externalUserOrg';
import { displayText } from 'c/externalUserRules';
import type { Row, RowTab } from 'c/externalUserRows';
import { isTicked, type Ticks } from './plan.ts';
import type { PlannedRow, PlanState } from './planRows.ts';

interface Tab extends Omit<RowTab, 'name' | 'rows' | 'hasStates'> {
  readonly name: PlanState;
}

const TABS: readonly Tab[] = [
  { name: 'ready', label: massLabels.ready, tickLabel: massLabels.selectAll, hasUsernames: true },
  { name: 'decision', label: massLabels.decision, tickLabel: massLabels.createAnyway, hasUsernames: true },
  { name: 'blocked', label: massLabels.blocked, tickLabel: '', hasUsernames: false },
  { name: 'already', label: massLabels.alreadyUsers, tickLabel: '', hasUsernames: true }
];

/** The plan by tab. Only Ready is there without a row. */
export function toTabs(rows: readonly PlannedRow[], ticks: Ticks): readonly RowTab[] {
  return TABS.map((tab) => ({
    ...tab,
    hasStates: false,
    rows: rows.filter(({ state }) => state === tab.name).map((row) => toRow(row, isTicked(row, ticks)))
  })).filter((tab) => tab.name === 'ready' || tab.rows.length > 0);
}

/** A row in words for the screen; the names are shown without characters that hide or reorder text. */
export function toRow(row: PlannedRow, ticked = false): Row {
  const { id, name, accountName, url, user, draft, remark, deviations, code, reason, links } = row;
  return {
    id,
    name: displayText(name),
    accountName: displayText(accountName),
    url,
    isTicked: ticked,
    username: displayText(user?.username ?? draft?.username ?? ''),
    userUrl: user === null ? null : recordUrl('User', user.id),
    remark,
    deviations: deviations.map((deviation) => deviation.code),
    state: null,
    code,
    text: reason,
    links
  };
}
