import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildLayer } from './layer.ts';
import { cachedLayer, type BuiltLayer } from './layerCache.ts';
import { packageDirectory, packageVersion } from './npmPackages.ts';
import type { NamedModule } from './resolvePlugin.ts';

/**
 * Builds the LWC engine, synthetic shadow and Salesforce's base components once, and keeps them. `standIns` are the
 * modules that the playground replaces with its own.
 */
export function buildBaseLayer(
  cacheDirectory: string | null,
  standIns: ReadonlySet<string>,
  onColdBuild?: () => void
): Promise<BuiltLayer> {
  // The modules of the page around the components replace none of the base components.
  const replaced = new Set([...standIns].filter((specifier) => specifier.startsWith('lightning/')));
  const key = [
    ...['lwc', '@lwc/rollup-plugin', 'lightning-base-components', 'rollup'].map(packageVersion),
    ...['layer.ts', 'scopedModules.ts', 'baseLayer.ts'].map((file) =>
      readFileSync(join(import.meta.dirname, file), 'utf8')
    ),
    ...[...replaced].sort()
  ];
  return cachedLayer(cacheDirectory, 'base', key, () => {
    onColdBuild?.();
    return buildLayer({
      modules: [...engineModules(), ...baseComponents().filter(({ specifier }) => !replaced.has(specifier))],
      isExternal: (specifier) => replaced.has(specifier) || missingFromPackage.includes(specifier),
      labelNames: new Set(),
      npmModules: ['lightning-base-components']
    });
  });
}

/**
 * Base components for mobile devices import these, but the package lacks them. No page of the playground calls them.
 */
const missingFromPackage: readonly string[] = ['lightning/mobileCapabilities', 'lightning/primitiveUtils'];

function engineModules(): NamedModule[] {
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
export function baseComponents(): NamedModule[] {
  const source = join(packageDirectory('lightning-base-components'), 'src', 'lightning');
  return readdirSync(source).flatMap((name) => {
    const bundle = name.replace(/^(iconSvgTemplates\w+)Rtl$/u, '$1');
    const entry = join(source, bundle, `${bundle}.js`);
    const isAllIcons = bundle === 'iconSvgTemplates' || bundle === 'iconSvgTemplatesRtl';
    return existsSync(entry) && !isAllIcons ? [{ specifier: `lightning/${name}`, entry }] : [];
  });
}
