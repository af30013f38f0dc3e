import type { FlowVersion, FlowVersions } from '../world/flowVersions.ts';
import { flowOf } from './deployedFlows.ts';
import type { StoredRecord } from '../storage/record.ts';
import type { ObjectSchema } from '../schema/objectSchema.ts';

/** The id of a row that is not stored. */
const NO_ID = '000000000000000AAA';

/**
 * The rows of FlowDefinitionView and FlowVersionView; null for any other object. Source: Object Reference,
 * "FlowDefinitionView" and "FlowVersionView". The form of their ids is ours.
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
    ActiveVersionId: active === undefined ? null : versionId(active),
    ApiName: name,
    Description: description === '' ? null : description,
    DurableId: definitionId(latest),
    // Source: Object Reference, "FlowDefinitionView", IsActive: whether the latest version is the active one.
    IsActive: latest.isActive,
    Label: label,
    LastModifiedDate: latest.component.lastModifiedDate,
    LatestVersionId: versionId(latest),
    ProcessType: processType,
    TriggerType: start.triggerType === 'None' ? null : start.triggerType,
    VersionNumber: (active ?? latest).number
  };
}

function versionRow(version: FlowVersion): StoredRecord {
  const { component, isActive, number } = version;
  const { apiVersion, label, processType, runInMode, status } = flowOf(component);
  return {
    Id: NO_ID,
    ApiVersion: apiVersion,
    DurableId: versionId(version),
    FlowDefinitionViewId: definitionId(version),
    Label: label,
    LastModifiedDate: component.lastModifiedDate,
    ProcessType: processType,
    RunInMode: runInMode,
    Status: isActive ? 'Active' : status === 'Active' ? 'Obsolete' : status,
    VersionNumber: number
  };
}

function definitionId({ component }: FlowVersion): string {
  return component.id.replace(/^301/, '300');
}

function versionId({ component, number }: FlowVersion): string {
  return `${component.id}-${String(number)}`;
}
