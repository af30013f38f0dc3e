import type { CommonChoices } from 'c/externalUserChoices';
import type { FieldLimits, NamesInUse } from 'c/externalUserRules';
import type { SelectionReading } from 'c/externalUserSelectionFacts';
import { NameGiver } from './names.ts';
import { planRows, type PlannedRow } from './planRows.ts';

/** The rows for the present facts and choices. */
export interface Plan {
  readonly unnamed: readonly PlannedRow[];
  /** With names that no other row and no user has. */
  readonly rows: readonly PlannedRow[];
  /** Knows the names that were given. */
  readonly names: NameGiver;
}

export function makePlan(
  facts: SelectionReading,
  choices: CommonChoices,
  limits: FieldLimits,
  taken: NamesInUse
): Plan {
  const unnamed = planRows(facts, choices, limits);
  const names = new NameGiver(taken);
  return { unnamed, names, rows: names.nameRows(unnamed) };
}

/** Whether a person can tick the row. */
export function isTickable({ state }: PlannedRow): boolean {
  return state === 'ready' || state === 'decision';
}

/** Rows that ask for a decision are ticked by a person only. */
export function isTicked(row: PlannedRow, ticks: Ticks): boolean {
  return isTickable(row) && (ticks.get(row.id) ?? row.state === 'ready');
}

/** What a person ticked or unticked, by contact. */
export type Ticks = ReadonlyMap<string, boolean>;

/** Keeps a value until one of its inputs changes, because rendering reads it a dozen times. */
export class Kept<Value> {
  #kept: { readonly inputs: readonly unknown[]; readonly value: Value } | undefined;

  get(inputs: readonly unknown[], make: () => Value): Value {
    if (this.#kept === undefined || this.#kept.inputs.some((input, index) => input !== inputs[index])) {
      this.#kept = { inputs, value: make() };
    }
    return this.#kept.value;
  }
}
