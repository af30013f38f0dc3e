import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { readEnglish } from '../../../scripts/shared/labelFiles.ts';

/**
 * Loads the modules of components in Node, with what the platform supplies: labels, and the permissions of one person. A
 * component itself can't be loaded, because Node takes types away, but no decorators.
 */

const BUNDLES = pathToFileURL(resolve('force-app/main/default/lwc')).href;
const PLATFORM = 'platform:';

const labels = new Map(readEnglish());

/** The source of each module that the platform supplies; `permissions` are those of the person who has the page open. */
function sourceOf(specifier: string, permissions: readonly string[]): string {
  const [scope = '', name = ''] = specifier.replace(/^@salesforce\//u, '').split('/');
  switch (scope) {
    case 'label':
      return exportDefault(labels.get(name.replace(/^c\./u, '')));
    case 'userPermission':
      return exportDefault(permissions.includes(name) ? true : undefined);
    case 'user':
      return exportDefault('');
    case 'i18n':
      return exportDefault('en-US');
    case 'lightning':
      return name === 'graphql'
        ? "export const gql = ([text]) => ({ kind: 'Document', text });"
        : 'export const createRecord = undefined, updateRecord = undefined, notifyRecordUpdateAvailable = undefined;';
    default:
      throw new Error(`No module ${specifier}`);
  }
}

function exportDefault(value: string | boolean | undefined): string {
  return `export default ${value === undefined ? 'undefined' : JSON.stringify(value)};`;
}

const PAGE = '?page=';

/** Modules of a page have its person's permissions in their addresses, so that each set of permissions gets its own. */
function permissionsIn(url = ''): string | null {
  const start = url.indexOf(PAGE);
  return start === -1 ? null : url.slice(start + PAGE.length);
}

export const hooks = registerHooks({
  resolve: (specifier, context, nextResolve) => {
    const page = permissionsIn(context.parentURL);
    if (page === null || /^c\/externalUser(?:List)?Rules$/u.test(specifier)) {
      return nextResolve(specifier, context);
    }
    if (/^(?:@salesforce|lightning)\//u.test(specifier)) {
      return { url: `${PLATFORM}${specifier}${PAGE}${page}`, format: 'module', shortCircuit: true };
    }
    const bundle = /^c\/(\w+)$/u.exec(specifier)?.[1];
    const path = bundle === undefined ? specifier : `${BUNDLES}/${bundle}/${bundle}.ts`;
    const resolved = nextResolve(path, context);
    return { ...resolved, url: `${resolved.url}${PAGE}${page}` };
  },
  load: (url, context, nextLoad) =>
    url.startsWith(PLATFORM)
      ? {
          format: 'module',
          source: sourceOf(url.slice(PLATFORM.length, url.indexOf('?')), (permissionsIn(url) ?? '').split(',')),
          shortCircuit: true
        }
      : nextLoad(url, context)
});

/** Imports a module of a bundle, such as `externalUserOrg/externalUserOrg`, for a person with these permissions. */
export function importFor<Module>(permissions: readonly string[], path: string): Promise<Module> {
  return import(`${BUNDLES}/${path}.ts${PAGE}${[...permissions].sort().join(',')}`) as Promise<Module>;
}
