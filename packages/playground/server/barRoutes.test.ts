import type { SourceName } from '../source/componentSource.ts';
import { ADMIN } from '../testing/org.ts';
import { barRoutes } from './barRoutes.ts';

/** The bar of an org with one person; what its controls did is noted. */
function barOf(): { readonly done: string[]; post(path: string, fields: object, site?: string): Promise<number> } {
  const done: string[] = [];
  const localOrg = { people: [ADMIN], reset: (name: string) => void done.push(`org ${name}`) };
  const showSource = (source: SourceName): void => void done.push(`source ${source}`);
  const app = barRoutes({ localOrg, startingOrgs: ['ready', 'bare'], showSource });
  return {
    done,
    post: async (path, fields, site = 'same-origin') => {
      const body = new URLSearchParams({ ...fields });
      return (await app.request(path, { method: 'POST', body, headers: { 'Sec-Fetch-Site': site } })).status;
    }
  };
}

describe('the bar', () => {
  it.each([
    ['signs somebody in', '/person', { username: 'admin@acme.example' }, []],
    ['starts another org', '/org', { name: 'bare' }, ['org bare']],
    ['shows what was deployed', '/source', { source: 'deployed' }, ['source deployed']],
    ['shows the working tree', '/source', { source: 'workingTree' }, ['source workingTree']]
  ])('%s', async (_title, path, fields, expected) => {
    const bar = barOf();
    expect(await bar.post(path, fields)).toBe(204);
    expect(bar.done).toEqual(expected);
  });

  it.each([
    ['nobody', '/person', { username: 'nobody@acme.example' }, 'same-origin'],
    ['an org that there is not', '/org', { name: 'nowhere' }, 'same-origin'],
    ['components from elsewhere', '/source', { source: 'elsewhere' }, 'same-origin'],
    ['another site’s page', '/source', { source: 'deployed' }, 'cross-site']
  ])('refuses %s', async (_title, path, fields, site) => {
    const bar = barOf();
    expect(await bar.post(path, fields, site)).toBe(400);
    expect(bar.done).toEqual([]);
  });
});
