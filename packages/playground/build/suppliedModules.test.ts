import { ADMIN, orgOf } from '../testing/org.ts';
import { personModule } from '../server/personModules.ts';
import { isPersonModule, scopedModulesPlugin } from './scopedModules.ts';
import { suppliedModules } from './suppliedModules.ts';

const { standIns, baseComponents, scoped } = suppliedModules();

/** The code of a listed module, with a name in the place of `*`. */
async function codeOf(listed: string): Promise<unknown> {
  const specifier = listed.replace('*', 'Name');
  if (isPersonModule(specifier)) {
    const [, scope = '', name = ''] = specifier.split('/');
    const localOrg = { ...orgOf(), fetch: () => Promise.resolve(Response.json({})) };
    return personModule(localOrg, ADMIN, undefined, scope, name);
  }
  const { load } = scopedModulesPlugin(new Set(['Name']));
  return typeof load === 'function' ? Reflect.apply(load, {}, [`\0${specifier}`]) : undefined;
}

it.each(scoped)('supplies code for %s', async (listed) => {
  expect(await codeOf(listed)).toEqual(expect.stringMatching(/^(?:import|export) /u));
});

it('lists a stand-in once, and not the package’s module of the same name', () => {
  const names = [...standIns, ...baseComponents];
  expect(names).toContain('lightning/navigation');
  expect(names).toContain('lightning/button');
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
