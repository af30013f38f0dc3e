import { callerOf, found } from '../testing/caller.ts';

describe('a member of a site', () => {
  const caller = callerOf('ready');
  const site = caller.named('Network', 'Acme Help').Id;
  const profile = caller.named('Profile', 'Acme Customer').Id;
  const members = async (): Promise<number> =>
    (await found(caller, `SELECT Id FROM NetworkMemberGroup WHERE NetworkId = '${site}' AND ParentId = '${profile}'`))
      .length;
  const remove = (label: string, parentId: string): string | null => {
    const person = caller.localOrg.people.find((one) => one.label === label);
    if (person === undefined) throw new Error(`The org has no ${label}`);
    return caller.localOrg.removeSiteMember(person, site, parentId);
  };

  it.each([
    ['for a person without the permission', 'Sales Ops', profile, 'Removing a member takes'],
    ['for a record that is no member', 'System Administrator', site, 'Select a member of this site.']
  ])('stays %s', async (_title, label, parentId, text) => {
    expect(remove(label, parentId)).toContain(text);
    expect(await members()).toBe(1);
  });

  it('is removed, and missing in the APIs, as are its users', async () => {
    const users = `SELECT Id FROM NetworkMember WHERE NetworkId = '${site}' AND Member.ProfileId = '${profile}'`;
    expect(await found(caller, users)).not.toEqual([]);
    expect(remove('System Administrator', profile)).toBeNull();
    expect(await members()).toBe(0);
    expect(await found(caller, users)).toEqual([]);
  });
});
