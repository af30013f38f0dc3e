import { callerOf, found } from '../testing/caller.ts';

describe('a clone of a profile', () => {
  const caller = callerOf();
  const [admin, salesOps] = ['System Administrator', 'Sales Ops'].map((label) =>
    caller.localOrg.people.find((person) => person.label === label)
  );
  if (admin === undefined || salesOps === undefined) throw new Error('The org has not these people');
  const original = caller.named('Profile', 'Acme Customer Plus');

  it('has license, user type and rights of the original', async () => {
    expect(caller.localOrg.cloneProfile(admin, original.Id, 'My Customer')).toBeNull();
    const clone = caller.named('Profile', 'My Customer');
    expect(
      await found(caller, `SELECT UserType, UserLicense.Name FROM Profile WHERE Id = '${clone.Id}'`)
    ).toMatchObject([{ UserType: 'PowerCustomerSuccess', UserLicense: { Name: 'Customer Community Plus' } }]);
    const { metadata } = caller.localOrg.org;
    expect(metadata.grant(clone.Id)).toEqual(metadata.grant(original.Id));
  });

  it.each([
    ['a person without the permission', salesOps, original.Id, 'Other', 'Manage Profiles and Permission Sets'],
    ['a record that is no profile', admin, admin.userId, 'Other', 'Select an existing profile'],
    ['a missing name', admin, original.Id, '', 'Enter a profile name'],
    ['a name that is too long', admin, original.Id, 'x'.repeat(256), 'at most 255 characters'],
    ['a name in use', admin, original.Id, 'acme customer', 'already in use']
  ])('is refused for %s', (_title, person, profileId, name, problem) => {
    expect(caller.localOrg.cloneProfile(person, profileId, name)).toContain(problem);
  });
});
