import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { LocatedReference } from '../../../bundles/compileBundle.ts';
import type { MetadataTransaction } from '../../../engine/org/metadataTransaction.ts';
import { notModelled, notModelledIf } from '../../../engine/schema/notModelled.ts';
import { isUnmodelledPath } from '../../../engine/schema/unmodelledNames.ts';
import type { SourceComponent } from '../../../engine/world/component.ts';
import type { Problem } from '../../../engine/xml/problem.ts';
import { childrenOf, textOfChild } from '../../../engine/xml/xml.ts';
import { checkBundleConfiguration } from './bundleConfiguration.ts';
import { hasUserPermission } from './grant.ts';
import type { TypeRules } from './typeRules.ts';

/**
 * A bundle. Everything that it refers to must be in the org or in the same deploy. Texts as public code quotes them; line and
 * column are the compiler's.
 */
export const lightningComponentBundle: TypeRules = {
  keyPrefix: '0Rb',
  check: (component, transaction) => {
    const compiled = transaction.compiled.get(component.fullName);
    if (compiled === undefined) throw new Error(`The bundle ${component.fullName} was not compiled`);
    if (compiled.problems.length > 0) {
      return compiled.problems.map(({ fileName, message, location }) => ({
        problem: location === null ? message : `[Line: ${location.line}, Col: ${location.column}] ${message}`,
        fileName: `lwc/${component.fullName}/${fileName}`,
        ...location
      }));
    }
    return [
      ...compiled.references.flatMap((reference) => referenceProblem(component, reference, transaction) ?? []),
      ...checkBundleConfiguration(component),
      ...lostFlowScreens(component, transaction)
    ];
  }
};

/** Refuses a bundle that loses the target of a flow screen that uses it. Text: github.com/trailheadapps/visualforce-to-lwc/issues/279. */
function lostFlowScreens({ fullName, fileName, xml }: SourceComponent, { world }: MetadataTransaction): Problem[] {
  const targets = childrenOf(xml, 'targets').flatMap((list) => childrenOf(list, 'target'));
  if (targets.some(({ text }) => text.trim() === 'lightning__FlowScreen')) return [];
  const versions = [...world.metadata.state.flowVersions.values()].flat().filter(({ component }) =>
    childrenOf(component.xml, 'screens')
      .flatMap((screen) => childrenOf(screen, 'fields'))
      .some((field) => textOfChild(field, 'extensionName') === `c:${fullName}`)
  );
  if (versions.length === 0) return [];
  const names = versions.map(({ component, number }) => `${textOfChild(component.xml, 'label')}-${number}`).join(', ');
  const problem = `This component doesn't support any target for flows, but it's referenced in these flow versions: '${names}'. Add any of these targets to the component: 'lightning__FlowScreen'.`;
  return [{ problem, fileName }];
}

function referenceProblem(
  { fullName }: SourceComponent,
  reference: LocatedReference,
  transaction: MetadataTransaction
): Problem | null {
  const problem = brokenReference(fullName, reference, transaction);
  if (problem === null) return null;
  const place = reference.locations[0];
  return {
    problem,
    fileName: `lwc/${fullName}/${reference.file}`,
    ...(place === undefined ? {} : { line: place.startLine, column: place.startColumn })
  };
}

/** The text for a reference that leads nowhere; null for a valid reference, and for one that the local org cannot check. */
function brokenReference(
  bundle: string,
  { type, id, file }: LocatedReference,
  transaction: MetadataTransaction
): string | null {
  const invalid = (referenceType: string): string => `Invalid reference ${id} of type ${referenceType} in file ${file}`;
  switch (type) {
    case 'component':
    case 'module': {
      const name = type === 'component' ? camelCased(id) : id;
      return hasModule(name, transaction)
        ? null
        : `No MODULE named markup://${name.replace('/', ':')} found : [markup://c:${bundle}]`;
    }
    case 'label':
      return hasLabel(id, transaction) ? null : invalid('label');
    case 'schema':
      if (hasSchema(id, transaction)) return null;
      return notModelledIf(isUnmodelledPath(id), invalid(id.includes('.') ? 'sobjectField' : 'sobject'));
    case 'userPermission':
      return hasUserPermission(transaction.world, id) ? null : invalid('userPermission');
    case 'customPermission':
      return transaction.world.metadata.component('CustomPermission', id) === undefined
        ? invalid('customPermission')
        : null;
    case 'resourceUrl':
    case 'contentAssetUrl':
    case 'messageChannel':
      return notModelled(invalid(type));
    case 'apexMethod':
      return notModelled(`Unable to find Apex action method referenced as '${id}'.`);
    default:
      return null;
  }
}

function hasModule(name: string, { world, compiled }: MetadataTransaction): boolean {
  const [namespace = '', module = ''] = name.split('/');
  if (namespace === 'lightning') return lightningModules().has(module);
  if (namespace !== 'c') return true;
  // Bundles of one deploy may refer to each other in a circle; a bundle that did not compile does not count.
  return (
    world.metadata.component('LightningComponentBundle', module) !== undefined ||
    compiled.get(module)?.problems.length === 0
  );
}

function hasLabel(id: string, { world }: MetadataTransaction): boolean {
  const [namespace = '', name = ''] = id.split('.');
  return namespace !== 'c' || world.metadata.component('CustomLabel', name) !== undefined;
}

/** Whether an object or field exists: `Contact`, `Contact.Name`, `Contact.Account.Owner.Name`. */
function hasSchema(id: string, { world: { schema } }: MetadataTransaction): boolean {
  const [objectName = '', ...path] = id.split('.');
  const last = path.pop();
  let object = schema.object(objectName);
  for (const relationship of path) {
    const field = object === undefined ? undefined : schema.relationship(object, relationship);
    object = field === undefined ? undefined : schema.object(field.referenceTo[0] ?? '');
  }
  return object !== undefined && (last === undefined || schema.field(object, last) !== undefined);
}

let modules: ReadonlySet<string> | undefined;

/** The public modules of the namespace `lightning`: those that Salesforce's Jest preset stubs, and three that it lacks. */
function lightningModules(): ReadonlySet<string> {
  const preset = createRequire(import.meta.url).resolve('@salesforce/sfdx-lwc-jest/package.json');
  const stubs = join(dirname(preset), 'src/lightning-stubs');
  modules ??= new Set(['actions', 'logger', 'modal', ...readdirSync(stubs)]);
  return modules;
}

/** The module of a tag: `c-user-card` is `c/userCard`. Source: LWC Guide, "Composition: Naming". */
function camelCased(tag: string): string {
  const [namespace = '', ...words] = tag.split('-');
  const name = words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
  return `${namespace}/${name}`;
}
