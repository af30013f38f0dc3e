import type { CustomMetadataType } from '../schema/customMetadata.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/definition.ts';
import { createSchema, type SchemaCustomizations } from '../schema/schema.ts';
import type { Features } from '../schema/features.ts';
import type { DeployedComponent } from './component.ts';
import type { FlowVersion, FlowVersions } from './flowVersions.ts';
import type { Schema } from '../schema/objectSchema.ts';
import type { Grant } from './grant.ts';
import type { OrgSettings } from './settings.ts';

/** What a deploy changes in an org besides records. It is immutable, so a savepoint only keeps the state. */
export interface MetadataState {
  readonly features: Features;
  readonly settings: OrgSettings;
  readonly customizations: SchemaCustomizations;
  readonly schema: Schema;
  /** By id of a Profile or PermissionSet. */
  readonly grants: ReadonlyMap<string, Grant>;
  readonly components: ReadonlyMap<string, DeployedComponent>;
  readonly flowVersions: FlowVersions;
  /** The last change of each component, for source tracking. */
  readonly changes: ReadonlyMap<string, SourceChange>;
}

/** A change of a component, for source tracking. Source: Tooling API, "SourceMember". */
export interface SourceChange {
  readonly type: string;
  readonly fullName: string;
  readonly id: string;
  /** The number of the change, counted over the whole org. */
  readonly revision: number;
  readonly isNew: boolean;
  readonly isRemoved: boolean;
  readonly changedById: string;
  readonly changedDate: string;
}

/** The metadata of an org: that of its starting org, changed by deploys. */
export interface MetadataStore {
  readonly state: MetadataState;
  /** Returns to an earlier state. */
  restore(state: MetadataState): void;
  /** The component of a type and full name. Full names match without regard to case. */
  component(type: string, fullName: string): DeployedComponent | undefined;
  components(type: string): readonly DeployedComponent[];
  /** The versions of a flow, oldest first. API names match without regard to case. */
  flowVersions(name: string): readonly FlowVersion[];
  setFlowVersions(name: string, versions: readonly FlowVersion[]): void;
  put(component: DeployedComponent): void;
  remove(component: DeployedComponent, changedById: string, changedDate: string): void;
  /** Sets what a profile or permission set grants; null removes the grant. */
  grant(holderId: string, grant: Grant | null): void;
  setFeatures(features: Partial<Features>): void;
  setSettings(settings: Partial<OrgSettings>): void;
  setCustomMetadataType(apiName: string, type: CustomMetadataType): void;
  setCustomObject(apiName: string, definition: ObjectDefinition): void;
  setCustomField(object: string, apiName: string, definition: FieldDefinition): void;
}

/** The metadata of an org before its first deploy. */
export function createMetadataStore(
  start: Pick<MetadataState, 'features' | 'settings' | 'customizations'>
): MetadataStore {
  let state: MetadataState = {
    ...start,
    schema: createSchema(start.features, start.customizations),
    grants: new Map(),
    components: new Map(),
    flowVersions: new Map(),
    changes: new Map()
  };
  const change = (part: Partial<MetadataState>): void => {
    state = { ...state, ...part };
  };
  const withChange = (component: DeployedComponent, isRemoved: boolean, by: string, date: string) => {
    const { type, fullName, id } = component;
    const key = keyOf(type, fullName);
    const isNew = !isRemoved && !state.components.has(key);
    const revision = Math.max(0, ...[...state.changes.values()].map((one) => one.revision)) + 1;
    const one = { type, fullName, id, revision, isNew, isRemoved, changedById: by, changedDate: date };
    return new Map([...state.changes, [key, one]]);
  };
  const changeSchema = (part: SchemaCustomizations): void => {
    const customizations = { ...state.customizations, ...part };
    change({ customizations, schema: createSchema(state.features, customizations) });
  };

  return {
    get state() {
      return state;
    },
    restore: (earlier) => {
      state = earlier;
    },
    component: (type, fullName) => state.components.get(keyOf(type, fullName)),
    components: (type) => [...state.components.values()].filter((component) => component.type === type),
    flowVersions: (name) => state.flowVersions.get(name.toLowerCase()) ?? [],
    setFlowVersions: (name, versions) => {
      change({ flowVersions: new Map([...state.flowVersions, [name.toLowerCase(), versions]]) });
    },
    put: (component) => {
      const key = keyOf(component.type, component.fullName);
      const changes = withChange(component, false, component.lastModifiedById, component.lastModifiedDate);
      change({ changes, components: new Map([...state.components, [key, component]]) });
    },
    remove: (component, changedById, changedDate) => {
      const changes = withChange(component, true, changedById, changedDate);
      const components = new Map(state.components);
      components.delete(keyOf(component.type, component.fullName));
      change({ changes, components });
    },
    grant: (holderId, grant) => {
      const grants = new Map(state.grants);
      if (grant === null) grants.delete(holderId);
      else grants.set(holderId, grant);
      change({ grants });
    },
    setFeatures: (some) => {
      const features = { ...state.features, ...some };
      change({ features, schema: createSchema(features, state.customizations) });
    },
    setSettings: (some) => {
      change({ settings: { ...state.settings, ...some } });
    },
    setCustomMetadataType: (apiName, type) => {
      changeSchema({ customMetadataTypes: { ...state.customizations.customMetadataTypes, [apiName]: type } });
    },
    setCustomObject: (apiName, definition) => {
      changeSchema({ customObjects: { ...state.customizations.customObjects, [apiName]: definition } });
    },
    setCustomField: (object, apiName, definition) => {
      const fields = { ...state.customizations.customFields?.[object], [apiName]: definition };
      changeSchema({ customFields: { ...state.customizations.customFields, [object]: fields } });
    }
  };
}

function keyOf(type: string, fullName: string): string {
  return `${type}:${fullName.toLowerCase()}`;
}
