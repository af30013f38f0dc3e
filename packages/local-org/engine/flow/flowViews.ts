import type { FlowVersion, FlowVersions } from '../world/flowVersions.ts';
import { flowOf } from './deployedFlows.ts';
import type { StoredRecord } from '../storage/record.ts';
import type { ObjectSchema } from '../schema/objectSchema.ts';

/** The id of a row that is not stored. */
const NO_ID = '000000000000000AAA';

/**
 * The rows of FlowDefinitionView and FlowVersionView; null for any other object. Source: Object Reference,
 * "FlowDefinitionView" and "FlowVersionView".
 */
export function flowViewRecords({ apiName }: ObjectSchema, versions: FlowVersions): StoredRecord[] | null {
  const flows = [...versions.values()].filter(({ length }) => length > 0);
  switch (apiName) {
    case 'FlowDefinitionView':
      return flows.flatMap((ofFlow) => definitionRow(ofFlow) ?? []);
    case 'FlowVersionView':
      return flows.flatMap((ofFlow) => ofFlow.map(versionRow));
    default:
      return null;
  }
}

function definitionRow(ofFlow: readonly FlowVersion[]): StoredRecord | null {
  const latest = ofFlow.at(-1);
  if (latest === undefined) return null;
  const active = ofFlow.find(({ isActive }) => isActive);
  const { name, label, description, processType, start } = flowOf((active ?? latest).component);
  return {
    Id: NO_ID,
    ActiveVersionId: active === undefined ? null : active.id,
    ApiName: name,
    Description: description === '' ? null : description,
    DurableId: flowDefinitionId(latest),
    // Source: Object Reference, "FlowDefinitionView", IsActive: whether the latest version is the active one.
    IsActive: latest.isActive,
    Label: label,
    LastModifiedDate: latest.component.lastModifiedDate,
    LatestVersionId: latest.id,
    ProcessType: processType,
    TriggerType: start.triggerType === 'None' ? null : start.triggerType,
    VersionNumber: (active ?? latest).number
  };
}

function versionRow(version: FlowVersion): StoredRecord {
  const { component, number } = version;
  const { apiVersion, label, processType, runInMode } = flowOf(component);
  return {
    Id: NO_ID,
    ApiVersion: apiVersion,
    DurableId: version.id,
    FlowDefinitionViewId: flowDefinitionId(version),
    Label: label,
    LastModifiedDate: component.lastModifiedDate,
    ProcessType: processType,
    RunInMode: runInMode,
    Status: statusOf(version),
    VersionNumber: number
  };
}

/** The id of the definition of a flow. It has the key prefix of definitions, and else the characters of the first version’s id. */
export function flowDefinitionId({ component }: FlowVersion): string {
  return component.id.replace(/^301/, '300');
}

/** Source: Metadata API, Flow, status: Obsolete is shown as Inactive. */
export function statusOf({ component, isActive }: FlowVersion): string {
  const { status } = flowOf(component);
  return isActive ? 'Active' : status === 'Active' ? 'Obsolete' : status;
}
