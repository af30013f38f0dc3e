import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { isJson, parsedJson, valueAt } from 'sf-cli/json';

/** The files that each file imports, by paths relative to the repository. Types count: who reads one file has to read them. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

const BUNDLES = 'force-app/main/default/lwc';
/** Projects of others, which the playground and a benchmark show. */
const FOREIGN = /\/__fixtures__\/|\/baseline\//u;

/** Reads every TypeScript and JavaScript file that git knows, or would know once it is added. */
export function readImportGraph(): ImportGraph {
  const files = sourceFiles();
  const known = new Set(files);
  const exportsOf = readPackageExports();
  return new Map(
    files.map((file) => {
      const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
      const targets = importedFiles.flatMap(({ fileName }) => resolveImport(file, fileName, exportsOf) ?? []);
      return [file, [...new Set(targets.filter((target) => known.has(target)))]];
    })
  );
}

function sourceFiles(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.js'], {
    encoding: 'utf8'
  });
  return listed.split('\n').filter((file) => file !== '' && !FOREIGN.test(file) && existsSync(file));
}

/** `exports` of each package's package.json by the specifier: `sfdx-local-org` → `packages/local-org/main.ts`. */
function readPackageExports(): ReadonlyMap<string, string> {
  const manifests = execFileSync('git', ['ls-files', 'packages/*/package.json'], { encoding: 'utf8' });
  return new Map(
    manifests
      .trim()
      .split('\n')
      .flatMap((file) => {
        const manifest = parsedJson(readFileSync(file, 'utf8'));
        const doors = valueAt(manifest, 'exports');
        const name = String(valueAt(manifest, 'name'));
        return Object.entries(isJson(doors) ? doors : {}).map(([door, target]): [string, string] => [
          posix.join(name, door),
          posix.join(posix.dirname(file), String(target))
        ]);
      })
  );
}

function resolveImport(from: string, specifier: string, exportsOf: ReadonlyMap<string, string>): string | null {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  if (specifier.startsWith('c/')) return `${BUNDLES}/${specifier.slice(2)}/${specifier.slice(2)}.ts`;
  for (const [door, target] of exportsOf) {
    if (door === specifier) return target;
    const [start = '', end] = door.split('*');
    if (end !== undefined && specifier.startsWith(start)) return target.replace('*', specifier.slice(start.length));
  }
  return null;
}

/** Files that import each other, directly or by way of others: each group is one circle, sorted by name. Source: Tarjan, "Depth-first search and linear graph algorithms" (1972). */
export function findCircles(graph: ImportGraph): readonly (readonly string[])[] {
  const circles: string[][] = [];
  const numbers = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();

  /** Visits a file and answers the lowest number that it leads back to. */
  function visit(file: string): number {
    const number = numbers.size;
    numbers.set(file, number);
    stack.push(file);
    onStack.add(file);
    let lowest = number;
    for (const target of graph.get(file) ?? []) {
      const known = numbers.get(target);
      if (known === undefined) lowest = Math.min(lowest, visit(target));
      else if (onStack.has(target)) lowest = Math.min(lowest, known);
    }
    if (lowest === number) {
      const circle = stack.splice(stack.indexOf(file));
      for (const member of circle) onStack.delete(member);
      if (circle.length > 1 || graph.get(file)?.includes(file) === true) circles.push(circle.sort());
    }
    return lowest;
  }

  for (const file of graph.keys()) if (!numbers.has(file)) visit(file);
  return circles;
}
