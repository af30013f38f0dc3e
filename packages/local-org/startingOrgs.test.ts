import { createUser, edges, salesOpsOf, unknownField, usersOfContact } from './testing/salesOps.ts';

describe.each(['allow-list', 'no-allow-list'])('%s', (org) => {
  const caller = salesOpsOf(org);

  it('refuses a query of profiles, but returns the profile of a user', async () => {
    expect(await caller.graphql('{ uiapi { query { Profile { edges { node { Id } } } } } }')).toMatchObject(
      unknownField('Profile', 'RecordQuery')
    );
    expect(
      await caller.graphql(
        '{ uiapi { query { User(where: { LastName: { like: "Müller%" } }) { edges { node { Profile { Name { value } } } } } } } }'
      )
    ).toMatchObject(edges('User', [{ Profile: { Name: { value: 'Acme Customer' } } }]));
  });

  it('has no record and no object info of profiles in UI API', async () => {
    const refusal = {
      status: 400,
      body: [{ errorCode: 'INVALID_TYPE', message: 'Object Profile is not supported in UI API' }]
    };
    const profile = caller.named('Profile', 'Acme Customer').Id;
    expect(await caller.call('GET', `/ui-api/records/${profile}?fields=Profile.Name`)).toMatchObject(refusal);
    expect(await caller.call('GET', '/ui-api/object-info/Profile')).toMatchObject(refusal);
  });

  it('leaves out optional fields of profiles and licenses, and refuses required ones', async () => {
    const user = caller.named('User', 'Zoë Müller-Lüdenscheidt').Id;
    const spans = 'User.Profile.Name,User.Profile.UserLicense.Name';
    const answer = await caller.call('GET', `/ui-api/records/${user}?fields=User.Name&optionalFields=${spans}`);
    expect(answer).toMatchObject({ status: 200, body: { fields: { Name: {} } } });
    expect(JSON.stringify(answer.body)).not.toContain('Acme Customer');
    expect(await caller.call('GET', `/ui-api/records/${user}?fields=${spans}`)).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_FIELD' }]
    });
  });

  it('still creates a user', async () => {
    expect(await createUser(salesOpsOf(org))).toMatchObject({ status: 201 });
  });
});

describe('no-digital-experiences', () => {
  const caller = salesOpsOf('no-digital-experiences');

  it.each([
    ['Network', 'RecordQuery', '{ uiapi { query { Network { edges { node { Id } } } } } }'],
    ['ContactId', 'User', '{ uiapi { query { User { edges { node { ContactId { value } } } } } } }'],
    ['IsPartner', 'Account', '{ uiapi { query { Account { edges { node { IsPartner { value } } } } } } }']
  ])('has no %s in %s', async (field, type, query) => {
    expect(await caller.graphql(query)).toMatchObject(unknownField(field, type));
  });

  it('has no portal role to choose', async () => {
    const path = '/ui-api/object-info/User/picklist-values/012000000000000AAA/PortalRole';
    expect((await caller.call('GET', path)).status).toBe(404);
    expect((await salesOpsOf('ready').call('GET', path)).body).toMatchObject({
      values: [
        { value: 'Executive' },
        { value: 'Manager' },
        { value: 'Worker', label: 'User' },
        { value: 'PersonAccount' }
      ]
    });
  });

  it('gives nobody access to a site', async () => {
    const org = salesOpsOf('no-digital-experiences');
    const ProfileId = org.named('Profile', 'Customer Community User').Id;
    expect(await createUser(org, { ProfileId })).toMatchObject({ status: 400 });
    expect(await createUser(org, { ProfileId, ContactId: undefined })).toMatchObject({
      status: 400,
      body: { output: { errors: [{ errorCode: 'PORTAL_NO_ACCESS' }] } }
    });
  });

  it('still returns contacts with account and owner', async () => {
    expect(
      await caller.graphql(
        '{ uiapi { query { Contact(where: { LastName: { eq: "Dubois" } }) { edges { node { Account { Owner { Name { value } } } } } } } } }'
      )
    ).toMatchObject(edges('Contact', [{ Account: { Owner: { Name: { value: 'Freja Lindqvist' } } } }]));
  });
});

describe('no-partner-accounts', () => {
  it('has no Account.IsPartner and no partner profile, and creates customers', async () => {
    const caller = salesOpsOf('no-partner-accounts');
    expect(
      await caller.graphql('{ uiapi { query { Account { edges { node { IsPartner { value } } } } } } }')
    ).toMatchObject(unknownField('IsPartner', 'Account'));
    expect(
      await caller.graphql(
        '{ uiapi { query { Profile(where: { UserType: { eq: "PowerPartner" } }) { edges { node { Id } } } } } }'
      )
    ).toMatchObject(edges('Profile', []));
    expect((await createUser(caller)).status).toBe(201);
  });
});

describe('person-account', () => {
  it('opens at the contact of a person account', async () => {
    const caller = salesOpsOf('person-account');
    const id = caller.localOrg.org.defaultContactId;
    const fields = 'Contact.Name,Contact.IsPersonAccount,Contact.Account.Name,Contact.Account.IsPersonAccount';
    expect((await caller.call('GET', `/ui-api/records/${id}?fields=${fields}`)).body).toMatchObject({
      fields: {
        Name: { value: 'Helena Kowalczyk' },
        IsPersonAccount: { value: true },
        Account: { value: { fields: { Name: { value: 'Helena Kowalczyk' }, IsPersonAccount: { value: true } } } }
      }
    });
  });

  it.each([
    ['Acme Customer', 201, null],
    ['Acme Customer Plus', 201, 'PersonAccount']
  ])('makes a customer with the profile %s', async (profile, status, portalRole) => {
    const caller = salesOpsOf('person-account');
    const answer = await createUser(caller, { ProfileId: caller.named('Profile', profile).Id });
    expect(answer).toMatchObject({ status, body: { fields: { PortalRole: { value: portalRole } } } });
  });

  it('refuses a partner and a partner account', async () => {
    const caller = salesOpsOf('person-account');
    const refusal = { errorCode: 'FIELD_INTEGRITY_EXCEPTION', message: expect.stringMatching(/^Person accounts/) };
    expect(await createUser(caller, { ProfileId: caller.named('Profile', 'Acme Partner').Id })).toMatchObject({
      status: 400,
      body: { output: { errors: [refusal] } }
    });
    const account = caller.named('Account', 'Helena Kowalczyk').Id;
    expect(await caller.call('PATCH', `/ui-api/records/${account}`, { fields: { IsPartner: true } })).toMatchObject({
      status: 400,
      body: { output: { fieldErrors: { IsPartner: [refusal] } } }
    });
  });
});

describe('private-users', () => {
  it('creates a user that the creator cannot see, and answers 404', async () => {
    const caller = salesOpsOf('private-users');
    expect(await createUser(caller)).toMatchObject({ status: 404, body: [{ errorCode: 'NOT_FOUND' }] });
    expect(await usersOfContact(caller)).toMatchObject(edges('User', []));
    expect(await usersOfContact(caller.as('System Administrator'))).toMatchObject(
      edges('User', [{ IsActive: { value: true } }])
    );
    expect(await createUser(caller, { Username: 'again@acme.example.portal' })).toMatchObject({
      status: 400,
      body: { output: { errors: [{ errorCode: 'PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT' }] } }
    });
  });

  it('shows users below in the role hierarchy, such as a user in an account of a subordinate', async () => {
    const caller = salesOpsOf('private-users');
    expect(await createUser(caller, { ProfileId: caller.named('Profile', 'Acme Customer Plus').Id })).toMatchObject({
      status: 201
    });
  });

  it('hides colleagues on the same level and above', async () => {
    const caller = salesOpsOf('private-users');
    const names = JSON.stringify(
      await caller.graphql('{ uiapi { query { User(first: 50) { edges { node { Name { value } } } } } } }')
    );
    expect(names).toContain('Freja Lindqvist');
    expect(names).not.toContain('Ingrid Solberg');
    expect(names).not.toContain('Zoë');
  });
});

describe('a contact with a reason against it', () => {
  it('dont-process: its Individual says so', async () => {
    const caller = salesOpsOf('dont-process');
    const id = caller.localOrg.org.defaultContactId;
    expect(
      (await caller.call('GET', `/ui-api/records/${id}?fields=Contact.Individual.HasOptedOutProcessing`)).body
    ).toMatchObject({
      fields: { Individual: { value: { fields: { HasOptedOutProcessing: { value: true } } } } }
    });
  });

  it('right-to-left: Arabic name, Hebrew account', async () => {
    const caller = salesOpsOf('right-to-left');
    const id = caller.localOrg.org.defaultContactId;
    expect(
      (await caller.call('GET', `/ui-api/records/${id}?fields=Contact.Name,Contact.Account.Name`)).body
    ).toMatchObject({
      fields: { Name: { value: 'ليلى الحربي' }, Account: { displayValue: 'כרמל מערכות בע״מ' } }
    });
  });
});

describe('names that are taken', () => {
  it.each([
    ['username-taken', { Username: 'Amelie.Dubois@northwind-angstrom.example' }, 'Username', 'DUPLICATE_USERNAME'],
    ['nickname-taken', { CommunityNickname: 'amelie.dubois' }, 'CommunityNickname', 'DUPLICATE_COMM_NICKNAME']
  ])('%s refuses %j', async (org, fields, field, errorCode) => {
    expect(await createUser(salesOpsOf(org), fields)).toMatchObject({
      status: 400,
      body: { output: { fieldErrors: { [field]: [{ errorCode }] } } }
    });
  });

  it('ready: Noa has an email address that is a username, and a nickname that is taken', async () => {
    const caller = salesOpsOf('ready');
    const contact = caller.named('Contact', 'נועה בן־דוד');
    const user = { ContactId: contact.Id, Username: String(contact['Email']) };
    expect(await createUser(caller, user)).toMatchObject({
      body: { output: { fieldErrors: { Username: [{ errorCode: 'DUPLICATE_USERNAME' }] } } }
    });
    expect(await createUser(caller, { ContactId: contact.Id, CommunityNickname: 'noa.bendavid' })).toMatchObject({
      body: { output: { fieldErrors: { CommunityNickname: [{ errorCode: 'DUPLICATE_COMM_NICKNAME' }] } } }
    });
  });
});

it('welcome-mail-off: a member of a live site gets no mail', async () => {
  const caller = salesOpsOf('welcome-mail-off');
  expect((await createUser(caller)).status).toBe(201);
  expect(caller.localOrg.outbox).toEqual([]);
});

it('standard-profile-only: the only customer profile is refused', async () => {
  const caller = salesOpsOf('standard-profile-only');
  expect(await createUser(caller, { ProfileId: caller.named('Profile', 'Customer Community User').Id })).toMatchObject({
    status: 400,
    body: { output: { fieldErrors: { ProfileId: [{ errorCode: 'FIELD_INTEGRITY_EXCEPTION' }] } } }
  });
});
