import { customField } from './customField.ts';
import { customLabel, customLabels } from './customLabels.ts';
import { customMetadata } from './customMetadata.ts';
import { customObject } from './customObject.ts';
import { customPermission } from './customPermission.ts';
import { flow } from './flow.ts';
import { flowDefinition } from './flowDefinition.ts';
import { lightningComponentBundle } from './lightningComponentBundle.ts';
import { listView } from './listView.ts';
import { network } from './network.ts';
import { customTab, flexiPage, layout } from './pages.ts';
import { permissionSet } from './permissionSet.ts';
import { profile } from './profile.ts';
import { quickAction } from './quickAction.ts';
import { settings } from './settings.ts';
import { customObjectTranslation, translations } from './translations.ts';
import type { TypeRules } from './typeRules.ts';
import { webLink } from './webLink.ts';

const RULES: Readonly<Record<string, TypeRules>> = {
  CustomField: customField,
  CustomLabel: customLabel,
  CustomLabels: customLabels,
  CustomMetadata: customMetadata,
  CustomObject: customObject,
  CustomObjectTranslation: customObjectTranslation,
  CustomPermission: customPermission,
  CustomTab: customTab,
  FlexiPage: flexiPage,
  Flow: flow,
  FlowDefinition: flowDefinition,
  Layout: layout,
  LightningComponentBundle: lightningComponentBundle,
  ListView: listView,
  Network: network,
  PermissionSet: permissionSet,
  Profile: profile,
  QuickAction: quickAction,
  Settings: settings,
  Translations: translations,
  WebLink: webLink
};

/** The rules of a metadata type; throws for an unknown one, which is a bug. */
export function rulesOfType(type: string): TypeRules {
  const rules = RULES[type];
  if (rules === undefined) throw new Error(`No rules for the metadata type ${type}`);
  return rules;
}
