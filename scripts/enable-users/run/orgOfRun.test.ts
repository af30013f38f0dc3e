import { refusalOfOrg, saveOrg, type OrgIdentity } from './orgOfRun.ts';

const acme = { id: '00D000000000001EAA', url: 'https://acme.my.salesforce.com' };

function refusal(planned: OrgIdentity | null, target: OrgIdentity): string | null {
  const saved = new Map<string, string>();
  if (planned !== null) saveOrg({ setMeta: (key, value) => saved.set(key, value) }, planned);
  return refusalOfOrg('run', { meta: (key) => saved.get(key) ?? null }, target);
}

describe('a run goes on', () => {
  it.each([
    ['in its org', acme, acme],
    ['in its org under another My Domain', acme, { ...acme, url: 'https://acme-new.my.salesforce.com' }],
    ['in its org, whose id is written with 15 characters', acme, { ...acme, id: '00D000000000001' }],
    ['in an org of the same address, where an id is missing', { ...acme, id: '' }, acme],
    ['where an older plan names no org', null, acme]
  ])('%s', (_title, planned, target) => {
    expect(refusal(planned, target)).toBeNull();
  });
});

it('is refused in another org of the same address, such as a scratch org that was made again, with both ids', () => {
  const again = { ...acme, id: '00D000000000002EAA' };
  expect(refusal(acme, again)).toMatch(/^The plan in run belongs to the org 00D000000000001EAA .*00D000000000002EAA/u);
});

it('is refused in an org of another address where an id is missing', () => {
  expect(refusal({ id: '', url: 'https://one.example' }, acme)).toContain('https://one.example');
});
