import { findCircles, readImportGraph } from './importGraph.ts';

const graph = (imports: Readonly<Record<string, readonly string[]>>) => new Map(Object.entries(imports));

describe('imports', () => {
  it.each([
    ['a chain', { a: ['b'], b: ['c'], c: [] }, []],
    ['two ways to one file', { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, []],
    ['two files that import each other', { a: ['b'], b: ['a'] }, [['a', 'b']]],
    ['a file that imports itself', { a: ['a'] }, [['a']]],
    ['a circle behind a chain', { a: ['b'], b: ['c'], c: ['d'], d: ['b'] }, [['b', 'c', 'd']]],
    [
      'two circles',
      { a: ['b'], b: ['a', 'c'], c: ['d'], d: ['c'] },
      [
        ['c', 'd'],
        ['a', 'b']
      ]
    ]
  ])('are searched for circles: %s', (_, imports, circles) => {
    expect(findCircles(graph(imports))).toEqual(circles);
  });

  it('form no circle in this repository, types included', () => {
    expect(findCircles(readImportGraph())).toEqual([]);
  });

  it('leave the packages free of the product: none of their files imports one of force-app or scripts', () => {
    const imports = [...readImportGraph()].filter(([file]) => file.startsWith('packages/'));
    expect(imports.length).toBeGreaterThan(400);
    const strays = imports.flatMap(([file, targets]) =>
      targets.filter((target) => !target.startsWith('packages/')).map((target) => `${file} imports ${target}`)
    );
    expect(strays).toEqual([]);
  });

  it('are followed through the door of a package, a bundle and a path', () => {
    const imports = readImportGraph();
    expect(imports.get('scripts/start/serve.ts')).toContain('packages/local-org/main.ts');
    expect(imports.get('packages/local-org/engine/org/org.ts')).toContain(
      'packages/local-org/engine/dml/transactionRunner.ts'
    );
    expect(imports.get('force-app/main/default/lwc/externalUserOrg/externalUserOrg.ts')?.length).toBeGreaterThan(0);
    expect([...imports.values()].flat()).toContain('force-app/main/default/lwc/externalUserRules/externalUserRules.ts');
    expect([...imports.values()].flat()).toContain('packages/sf-cli/json.ts');
  });
});
