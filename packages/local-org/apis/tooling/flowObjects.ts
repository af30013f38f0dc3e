import { flowOf } from '../../engine/flow/deployedFlows.ts';
import { flowDefinitionId, statusOf } from '../../engine/flow/flowViews.ts';
import type { Org } from '../../engine/org/org.ts';
import type { StoredRecord } from '../../engine/storage/record.ts';
import type { FlowVersion } from '../../engine/world/flowVersions.ts';
import { commonOf, componentObject, systemFieldsOf, type ToolingObject } from './toolingObjects.ts';

/** Source: Tooling API, FlowDefinition and Flow. */
export const FLOW_OBJECTS: Readonly<Record<string, ToolingObject>> = {
  FlowDefinition: {
    definition: {
      ...componentObject('Flow Definition', '300', {
        ActiveVersionId: { ...versionReference('Active Version'), relationship: 'ActiveVersion' },
        LatestVersionId: { ...versionReference('Latest Version'), relationship: 'LatestVersion' }
      }),
      calls: 'update query'
    },
    rowsOf: ({ metadata }) => [...metadata.flowVersions.values()].flatMap((versions) => definitionRow(versions) ?? [])
  },
  Flow: {
    definition: componentObject('Flow', '301', {
      DefinitionId: { type: 'reference', label: 'Definition ID', relationship: 'Definition', to: 'FlowDefinition' },
      ProcessType: { type: 'string', label: 'Process Type', length: 40 },
      Status: { type: 'string', label: 'Status', length: 40 },
      VersionNumber: { type: 'int', label: 'Version Number' }
    }),
    rowsOf: ({ metadata }) => [...metadata.flowVersions.values()].flat().map(versionRow)
  }
};

function versionReference(label: string) {
  return { type: 'reference', label, is: 'nillable', to: 'Flow' } as const;
}

function definitionRow(versions: readonly FlowVersion[]): StoredRecord | null {
  const latest = versions.at(-1);
  if (latest === undefined) return null;
  const { name, label } = flowOf(latest.component);
  return {
    ...commonOf(latest.component, name, label),
    ...systemFieldsOf(latest.component),
    Id: flowDefinitionId(latest),
    ActiveVersionId: versions.find(({ isActive }) => isActive)?.id ?? null,
    LatestVersionId: latest.id
  };
}

function versionRow(version: FlowVersion): StoredRecord {
  const { id, number, component } = version;
  const { name, label, processType } = flowOf(component);
  return {
    ...commonOf(component, name, label),
    ...systemFieldsOf(component),
    Id: id,
    DefinitionId: flowDefinitionId(version),
    ProcessType: processType,
    Status: statusOf(version),
    VersionNumber: number
  };
}

/** The API name of the flow with this definition; null if no flow has it. */
export function flowOfDefinition({ metadata }: Org, definitionId: string): string | null {
  const versions = [...metadata.flowVersions.values()].find(([first]) =>
    first === undefined ? false : flowDefinitionId(first).startsWith(definitionId)
  );
  return versions?.[0]?.component.fullName ?? null;
}
