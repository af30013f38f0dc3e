import { sep } from 'node:path';
import type { LwcBundle } from '../metadata/lwcBundles.ts';
import { NOT_MODELLED } from '../modules/platform/refusals.ts';
import { describeFault, problemAt, type BuildProblem } from './buildProblem.ts';
import { missingName, type ExportedNames } from './importedNames.ts';
import type { LayerOutput } from './layer.ts';
import { placeOf } from './resolvePlugin.ts';

type Problems = ReadonlyMap<string, BuildProblem>;

/**
 * Finds the bundles that cannot run, each with its first problem: those with a file that failed, and those whose code
 * imports such a bundle. A bundle that only has it in a template can run.
 */
export function findFailedBundles(
  bundles: readonly LwcBundle[],
  output: Pick<LayerOutput, 'faults' | 'imports' | 'exportsOf' | 'locate'>,
  providedExports: ExportedNames
): Problems {
  const own = bundles.map((bundle) => ({ ...bundle, problem: ownProblem(bundle, bundles, output, providedExports) }));
  const failed = new Map(own.flatMap(({ name, problem }) => (problem === undefined ? [] : [[name, problem]])));
  const inCode = output.imports.filter(({ file }) => !file.endsWith('.html'));
  let before = -1;
  while (failed.size > before) {
    before = failed.size;
    for (const { name, directory } of bundles.filter((bundle) => !failed.has(bundle.name))) {
      const problem = inCode
        .filter(({ file }) => isIn(directory, file))
        .flatMap(({ specifier }) => passedOn(specifier, failed) ?? [])[0];
      if (problem !== undefined) failed.set(name, problem);
    }
  }
  return failed;
}

function ownProblem(
  { directory }: LwcBundle,
  bundles: readonly LwcBundle[],
  { faults, imports, exportsOf, locate }: Pick<LayerOutput, 'faults' | 'imports' | 'exportsOf' | 'locate'>,
  providedExports: ExportedNames
): BuildProblem | undefined {
  const fault = faults.find(({ file }) => isIn(directory, file));
  if (fault !== undefined) return describeFault(fault, locate);
  const exportsOfModule = (specifier: string): ReadonlySet<string> | null => {
    const bundle = bundles.find(({ name }) => specifier === `c/${name}`);
    if (bundle === undefined) return providedExports(specifier);
    // What a file that failed would export is not known.
    return faults.some(({ file }) => file === bundle.entry) ? null : exportsOf(bundle.entry);
  };
  return imports
    .filter(({ file }) => isIn(directory, file))
    .flatMap((imported) => {
      const name = missingName(imported, exportsOf, exportsOfModule);
      const { specifier, file } = imported;
      const message = `${specifier} has no export ${name ?? ''}${specifier.startsWith('lightning/') ? ` ${NOT_MODELLED}` : ''}`;
      return name === undefined ? [] : [problemAt(message, file, placeOf(specifier, file))];
    })[0];
}

function passedOn(specifier: string, failed: Problems): BuildProblem | undefined {
  const problem = specifier.startsWith('c/') ? failed.get(specifier.slice('c/'.length)) : undefined;
  return problem === undefined ? undefined : { ...problem, message: `It needs ${specifier}: ${problem.message}` };
}

function isIn(directory: string, file: string): boolean {
  return file.startsWith(`${directory}${sep}`);
}
