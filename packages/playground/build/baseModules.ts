import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageDirectory } from './npmPackages.ts';
import type { NamedModule } from './resolvePlugin.ts';

/** The npm package of Salesforce's base components. */
export const BASE_PACKAGE = 'lightning-base-components';

/**
 * Base components for mobile devices import these, but the package lacks them. No page of the playground calls them.
 */
export const MISSING_FROM_PACKAGE: readonly string[] = ['lightning/mobileCapabilities', 'lightning/primitiveUtils'];

/** A base component imports the icons of a category only when it draws one; these two categories are on every page. */
export const ICONS_OF_EVERY_PAGE = ['lightning/iconSvgTemplatesUtility', 'lightning/iconSvgTemplatesStandard'];

const STATIC_IMPORT = /^[\t ]*(?:import|export)\b[^;'"]*['"]((?:lightning|c)\/\w+)['"]/gmu;
const TAG = /<((?:lightning|host|c)(?:-[a-z0-9]+)+)/gu;

/** The LWC engine and synthetic shadow. */
export function engineModules(): readonly NamedModule[] {
  return [
    { specifier: 'lwc', entry: join(packageDirectory('lwc'), 'index.js') },
    {
      specifier: '@lwc/synthetic-shadow',
      entry: join(packageDirectory('@lwc/synthetic-shadow'), 'dist', 'index.js')
    }
  ];
}

/**
 * Icons for right-to-left pages differ in a few arrows only and take a quarter of the build, so the left-to-right icons
 * replace them. Only the mobile app uses the module with all icons.
 */
export function baseComponents(): readonly NamedModule[] {
  const source = join(packageDirectory(BASE_PACKAGE), 'src', 'lightning');
  return readdirSync(source).flatMap((name) => {
    const bundle = name.replace(/^(iconSvgTemplates\w+)Rtl$/u, '$1');
    const entry = join(source, bundle, `${bundle}.js`);
    const isAllIcons = bundle === 'iconSvgTemplates' || bundle === 'iconSvgTemplatesRtl';
    return existsSync(entry) && !isAllIcons ? [{ specifier: `lightning/${name}`, entry }] : [];
  });
}

/** Those of the modules that have one of the names, with all that these import themselves. */
export function neededOf(modules: readonly NamedModule[], specifiers: Iterable<string>): readonly NamedModule[] {
  const byName = new Map(modules.map((module) => [module.specifier, module]));
  const needed = new Map<string, NamedModule>();
  const pending = [...specifiers];
  for (const specifier of pending) {
    const module = byName.get(specifier);
    if (module === undefined || needed.has(specifier)) continue;
    needed.set(specifier, module);
    pending.push(...importsOf(join(module.entry, '..')));
  }
  return [...needed.values()];
}

/** Folders of a bundle that are not part of it: `__examples__`, `__tests__`. */
const BESIDE_BUNDLE = /[/\\]__\w+__(?:[/\\]|$)/u;

/** The `lightning/…`, `host/…` and `c/…` modules that scripts and templates below a folder name. */
export function importsOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.(?:html|[jt]s)$/u.test(file.name) && !file.name.endsWith('.d.ts'))
    .filter(({ parentPath }) => !BESIDE_BUNDLE.test(parentPath.slice(folder.length)))
    .flatMap(({ parentPath, name }) => {
      const text = readFileSync(join(parentPath, name), 'utf8');
      return name.endsWith('.html')
        ? [...text.matchAll(TAG)].map(([, tag = '']) => specifierOf(tag))
        : [...text.matchAll(STATIC_IMPORT)].map(([, specifier = '']) => specifier);
    });
}

/** `lightning-primitive-icon` → `lightning/primitiveIcon` */
function specifierOf(tag: string): string {
  return tag.replace('-', '/').replace(/-([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());
}
