import type { SourceName } from '../source/componentSource.ts';
import { ADMIN } from '../testing/org.ts';
import { barRoutes } from './barRoutes.ts';

/** The bar of an org with one person. `done` records what its controls did. */
function barOf(): { readonly done: string[]; post(path: string, fields: object): Promise<number> } {
  const done: string[] = [];
  const localOrg = { people: [ADMIN], reset: (name: string) => void done.push(`org ${name}`) };
  const showSource = (source: SourceName): void => void done.push(`source ${source}`);
  const app = barRoutes({ localOrg, startingOrgs: [{ name: 'ready' }, { name: 'bare' }], showSource });
  return {
    done,
    post: async (path, fields) => {
      const body = new URLSearchParams({ ...fields });
      return (await app.request(path, { method: 'POST', body })).status;
    }
  };
}

describe('the bar', () => {
  it.each([
    ['signs another person in', '/person', { username: 'admin@acme.example' }, []],
    ['starts another org', '/org', { name: 'bare' }, ['org bare']],
    ['shows the deployed components', '/source', { source: 'deployed' }, ['source deployed']],
    ['shows the components of the working tree', '/source', { source: 'workingTree' }, ['source workingTree']]
  ])('%s', async (_title, path, fields, expected) => {
    const bar = barOf();
    expect(await bar.post(path, fields)).toBe(204);
    expect(bar.done).toEqual(expected);
  });

  it.each([
    ['a username that does not exist', '/person', { username: 'nobody@acme.example' }],
    ['an org that does not exist', '/org', { name: 'nowhere' }],
    ['a source of components that does not exist', '/source', { source: 'elsewhere' }]
  ])('refuses %s', async (_title, path, fields) => {
    const bar = barOf();
    expect(await bar.post(path, fields)).toBe(400);
    expect(bar.done).toEqual([]);
  });
});
