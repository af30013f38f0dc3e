import type { Plugin } from 'rollup';
import { placeOf } from './resolvePlugin.ts';
import { fileOf } from './fileOf.ts';

const PREFIX = '\0';

/**
 * Modules whose value depends on the current user. A build leaves them as imports; the page's import map sends them to
 * the server, which knows the selected person. LWC Guide: reference-salesforce-modules.
 */
export const PERSON_SCOPES = ['user', 'userPermission', 'customPermission', 'client'] as const;
export const PERSON_I18N = ['lang', 'dir', 'locale', 'timeZone', 'currency'] as const;

/** Every `@salesforce/…` module of the page; `*` stands for a name of the project or of the org. */
export const SCOPED_MODULES: readonly string[] = [
  '@salesforce/apex',
  '@salesforce/apex/*',
  '@salesforce/client/formFactor',
  '@salesforce/contentAssetUrl/*',
  '@salesforce/customPermission/*',
  ...PERSON_I18N.map((name) => `@salesforce/i18n/${name}`),
  '@salesforce/label/c.*',
  '@salesforce/messageChannel/*',
  '@salesforce/resourceUrl/*',
  '@salesforce/schema/*',
  '@salesforce/user/Id',
  '@salesforce/user/isGuest',
  '@salesforce/userPermission/*'
];

const personModule = new RegExp(
  `^@salesforce/((${PERSON_SCOPES.join('|')})/\\w+|i18n/(${PERSON_I18N.join('|')}))$`,
  'u'
);

/**
 * The module with all custom labels in the page's language. Each `@salesforce/label/c.*` reads its own text from it.
 */
export const LABEL_TEXTS = '@salesforce/label';

export function isPersonModule(specifier: string): boolean {
  return specifier === LABEL_TEXTS || personModule.test(specifier);
}

/** Supplies the `@salesforce/…` modules that are the same for every user, as the platform does when it compiles. */
export function scopedModulesPlugin(labelNames: ReadonlySet<string>): Plugin {
  return {
    name: 'salesforce-scoped-modules',
    resolveId(id, importer) {
      const module = moduleValue(id, labelNames);
      if (module?.kind === 'missing' && importer !== undefined) {
        const file = fileOf(importer);
        this.error({ message: module.message, loc: { file, ...placeOf(id, file) } });
      }
      return module === undefined ? null : `${PREFIX}${id}`;
    },
    load(id) {
      const module = id.startsWith(PREFIX) ? moduleValue(id.slice(PREFIX.length), labelNames) : undefined;
      return module?.kind === 'code' ? module.code : null;
    }
  };
}

/** The code of an `@salesforce/…` module that does not depend on a project. Deployed code imports it. */
export function scopedModule(id: string): string | undefined {
  const module = moduleValue(id, new Set());
  return module?.kind === 'code' ? module.code : undefined;
}

type ModuleValue =
  { readonly kind: 'code'; readonly code: string } | { readonly kind: 'missing'; readonly message: string };

function moduleValue(id: string, labelNames: ReadonlySet<string>): ModuleValue | undefined {
  const match = /^@salesforce\/(?<scope>\w+)(?:\/(?<name>.+))?$/u.exec(id);
  const name = match?.groups?.['name'] ?? '';
  switch (match?.groups?.['scope']) {
    case 'schema':
      return value(schemaReference(name));
    case 'label':
      return name.startsWith('c.') ? customLabel(name.slice('c.'.length), labelNames) : undefined;
    case 'gate':
      return gate(name);
    case 'apex':
      return apex(name);
    case 'resourceUrl':
      return refusedUrl(id, `/resource/${name}`);
    case 'contentAssetUrl':
      return refusedUrl(id, `/file-asset/${name}`);
    case 'messageChannel':
      return value({ name });
    default:
      return undefined;
  }
}

function value(content: unknown): ModuleValue {
  return { kind: 'code', code: `export default ${JSON.stringify(content)};` };
}

/** The URL of a file that is not served. A picture would be missing in silence, so the page says it. */
function refusedUrl(module: string, url: string): ModuleValue {
  return {
    kind: 'code',
    code: `import { noteRefusal } from 'host/refusals';
noteRefusal(${JSON.stringify(module)});
export default ${JSON.stringify(url)};`
  };
}

/** The value of `@salesforce/schema/Contact` or `@salesforce/schema/Contact.Account.Name`. */
function schemaReference(name: string): { objectApiName: string; fieldApiName?: string } {
  const dot = name.indexOf('.');
  return dot === -1
    ? { objectApiName: name }
    : { fieldApiName: name.slice(dot + 1), objectApiName: name.slice(0, dot) };
}

/** A custom label that no package directory defines makes the build fail, as it makes a deploy fail. */
function customLabel(fullName: string, labelNames: ReadonlySet<string>): ModuleValue {
  return labelNames.has(fullName)
    ? { kind: 'code', code: `import texts from '${LABEL_TEXTS}';\nexport default texts[${JSON.stringify(fullName)}];` }
    : {
        kind: 'missing',
        message: `Invalid reference c.${fullName} of type label: no package directory has this label`
      };
}

/** `@salesforce/apex/Class.method`, or `@salesforce/apex` itself. `modules/host/apex` supplies the behaviour. */
function apex(method: string): ModuleValue {
  return method === ''
    ? { kind: 'code', code: "export { refreshApex } from 'host/apex';" }
    : {
        kind: 'code',
        code: `import { apexMethod } from 'host/apex';\nexport default apexMethod(${JSON.stringify(method)});`
      };
}

/**
 * Behind this gate, lightning-combobox calls `attachInternals`, which synthetic shadow refuses ("attachInternals API is
 * not supported in synthetic shadow"). The package's other gates are open.
 */
function gate(name: string): ModuleValue | undefined {
  return name === 'bc.260.enableComboboxElementInternals'
    ? { kind: 'code', code: 'export default { isOpen: () => false };' }
    : undefined;
}
