import { numberAt, textAt, type Json } from 'sf-cli/json';
import { quotedList } from '../soql.ts';

/** Which version of a flow runs. */
export interface FlowVersions {
  readonly name: string;
  /** Of its definition, as the Tooling API has it. */
  readonly definitionId: string;
  /** null where no version is active: the flow then starts nowhere. */
  readonly active: number | null;
  readonly latest: number;
}

/** A query of the Tooling API for flows. Source: Tooling API, FlowDefinition [F-134]. */
export function flowVersionsQuery(names: readonly string[]): string {
  return (
    'SELECT Id, DeveloperName, ActiveVersion.VersionNumber, LatestVersion.VersionNumber FROM FlowDefinition ' +
    `WHERE DeveloperName IN (${quotedList(names)}) AND NamespacePrefix = null`
  );
}

/** The flows of an answer, in the order of the names. */
export function toFlowVersions(names: readonly string[], rows: readonly Json[]): readonly FlowVersions[] {
  return names.flatMap((name) => {
    const row = rows.find((one) => textAt(one, 'DeveloperName') === name);
    const latest = numberAt(row, 'LatestVersion', 'VersionNumber');
    if (latest === null) return [];
    const active = numberAt(row, 'ActiveVersion', 'VersionNumber');
    return [{ name, definitionId: textAt(row, 'Id'), active, latest }];
  });
}

/** Whether what was deployed last is not what runs. */
export function isBehind({ active, latest }: FlowVersions): boolean {
  return active !== latest;
}

/** `Greet`, or `Greet (version 1 of 2 runs)` where an old version is active. */
export function flowText({ name, active, latest }: FlowVersions): string {
  return active === null ? name : `${name} (version ${String(active)} of ${String(latest)} runs)`;
}
