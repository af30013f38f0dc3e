import { callerOf, type Caller } from '../../testing/caller.ts';

/** All values of a field in an answer, at every depth. */
const valuesOf = (body: unknown, field: string): unknown[] =>
  [...JSON.stringify(body).matchAll(new RegExp(`"${field}":("(?:[^"\\\\]|\\\\.)*"|[^,}]*)`, 'g'))].map(
    ([, text]): unknown => JSON.parse(text ?? 'null')
  );

describe('a SOQL query', () => {
  const caller = callerOf();

  it.each([
    ["LastName = 'dubois'", ['Amélie Dubois']],
    ["LastName LIKE 'o\\'s%'", ["Sinéad O'Sullivan-D'Arcy"]],
    ["LastName = 'dub\\u006Fis' AND FirstName != 'a\\Nb\\t\\\"'", ['Amélie Dubois']],
    ["Name LIKE 'J_mal%'", ['Jamal Okafor']],
    ['Email = null', ['Anand Krishnamurthy']],
    ["(FirstName = 'Jamal' OR FirstName = 'Björn') AND AccountId != null", ['Jamal Okafor', 'Björn Åkesson']],
    ["NOT (FirstName != 'Jamal')", ['Jamal Okafor']],
    ["LastName IN ('Dubois', 'Okafor') AND MailingCity NOT IN ('Kisumu')", ['Amélie Dubois']],
    ["Account.Owner.Name = 'Piotr Nowak'", ['María José Núñez Peña']],
    ['AccountId IN (SELECT Id FROM Account WHERE IsPartner = true)', ['민준 김']],
    [
      "Id NOT IN (SELECT ContactId FROM User WHERE ContactId != null) AND Account.Name LIKE 'Kisumu%'",
      ['Jamal Okafor', 'Suharto']
    ],
    [
      "LastName > 'Dubois' AND LastName <= 'Freiherr z'",
      [
        'Maximilian-Alexander-Ferdinand-Joseph Freiherr von und zu Hohenberg-Starhemberg-Liechtenstein-Schwarzenberg',
        'Teuila Faʻaleaga'
      ]
    ],
    ['CreatedDate < TODAY', []],
    ["CreatedDate = LAST_N_DAYS:2 AND LastName = 'Suharto'", ['Suharto']],
    ["CreatedDate > 2020-01-01T00:00:00Z AND IsDeleted = false AND LastName = 'Suharto'", ['Suharto']]
  ])('finds contacts where %s', async (where, names) => {
    const { body } = await caller.query(`SELECT Name FROM Contact WHERE ${where}`);
    expect(valuesOf(body, 'Name')).toEqual(names);
  });

  it.each([
    ['ORDER BY LastName DESC NULLS LAST LIMIT 1', ['由紀 田中']],
    ['ORDER BY MailingCity NULLS LAST LIMIT 2', ['Amélie Dubois', 'Jamal Okafor']],
    ['ORDER BY Account.Name, LastName DESC LIMIT 1', ['Teuila Faʻaleaga']],
    ['LIMIT 1 OFFSET 1', ['Jamal Okafor']],
    ['LIMIT 0', []]
  ])('returns contacts %s', async (clause, names) => {
    const { body } = await caller.query(`SELECT Name FROM Contact ${clause}`);
    expect(valuesOf(body, 'Name')).toEqual(names);
  });

  it('nests parents and children, and returns an address as an object', async () => {
    const { body } = await caller.query(
      `SELECT c.Name, c.Account.Name, c.Account.Owner.Name, MailingAddress FROM Contact c WHERE c.LastName = 'Dubois'`
    );
    const contact = caller.named('Contact', 'Amélie Dubois');
    expect(body).toMatchObject({
      totalSize: 1,
      done: true,
      records: [
        {
          attributes: { type: 'Contact', url: `/services/data/v68.0/sobjects/Contact/${contact.Id}` },
          Name: 'Amélie Dubois',
          Account: {
            attributes: { type: 'Account' },
            Name: 'Northwind Ångström AB',
            Owner: { Name: 'Freja Lindqvist' }
          },
          MailingAddress: { city: 'Göteborg', country: 'Sweden' }
        }
      ]
    });
    const accounts = await caller.query(
      `SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName LIMIT 1) FROM Account WHERE Name LIKE 'N%'`
    );
    expect(accounts.body).toMatchObject({
      records: [{ Contacts: { totalSize: 1, done: true, records: [{ LastName: 'Åkesson' }] } }]
    });
  });

  it('sorts a picklist by the order of its values, also for MIN and MAX', async () => {
    const sorting = callerOf();
    for (const LeadSource of ['Other', 'Web', 'Partner Referral']) {
      await sorting.call('POST', '/sobjects/Contact', { LastName: 'Sorted', LeadSource });
    }
    const where = "FROM Contact WHERE LastName = 'Sorted'";
    const { body } = await sorting.query(`SELECT LeadSource ${where} ORDER BY LeadSource`);
    expect(body).toMatchObject({
      records: [{ LeadSource: 'Web' }, { LeadSource: 'Partner Referral' }, { LeadSource: 'Other' }]
    });
    expect((await sorting.query(`SELECT MIN(LeadSource) a, MAX(LeadSource) b ${where}`)).body).toMatchObject({
      records: [{ a: 'Web', b: 'Other' }]
    });
  });

  it.each([
    ['SELECT COUNT() FROM Contact', { totalSize: 16, records: [] }],
    ['SELECT COUNT(Id), COUNT_DISTINCT(AccountId) accounts FROM Contact', { records: [{ expr0: 16, accounts: 9 }] }],
    [
      'SELECT Account.Name n, COUNT(Id) FROM Contact GROUP BY Account.Name HAVING COUNT(Id) > 2 ORDER BY COUNT(Id) DESC, Account.Name LIMIT 1',
      { records: [{ attributes: { type: 'AggregateResult' }, n: 'Kisumu Traders Ltd', expr0: 3 }] }
    ],
    [
      "SELECT MIN(TotalLicenses) least, SUM(UsedLicenses) used FROM UserLicense WHERE Name LIKE 'Customer%'",
      { records: [{ least: 10, used: 4 }] }
    ],
    [
      "SELECT toLabel(UserType) FROM Profile WHERE UserType = 'PowerPartner' LIMIT 1",
      { records: [{ UserType: 'Partner' }] }
    ],
    ['SELECT COUNT() FROM UserLicense LIMIT 2', { totalSize: 2, records: [] }],
    [
      "SELECT SUM(NumberOfEmployees) s, COUNT(Id) c FROM Account WHERE Name = 'nobody'",
      { records: [{ s: null, c: 0 }] }
    ],
    ["SELECT Id FROM Account WHERE (Id IN (SELECT AccountId FROM Contact)) AND Name = 'nobody'", { totalSize: 0 }],
    ['SELECT FIELDS(STANDARD) FROM UserLicense LIMIT 1', { records: [{ Name: 'Salesforce', TotalLicenses: 10 }] }]
  ])('answers %s', async (soql, expected) => {
    expect((await caller.query(soql)).body).toMatchObject(expected);
  });

  it.each([
    [
      'SELECT Naem FROM Contact',
      'INVALID_FIELD',
      /^\nSELECT Naem FROM Contact\n {7}\^\nERROR at Row:1:Column:8\nNo such column 'Naem' on entity 'Contact'\./
    ],
    ['SELECT Foo.Name FROM Contact', 'INVALID_FIELD', /Didn't understand relationship 'Foo' in field path/],
    ['SELECT Id FROM Foo', 'INVALID_TYPE', /ERROR at Row:1:Column:16\nsObject type 'Foo' is not supported/],
    ['SELECT (SELECT Id FROM Foos) FROM Account', 'INVALID_TYPE', /Didn't understand relationship 'Foos' in FROM part/],
    ['SELECT Id FROM Contact WHERE', 'MALFORMED_QUERY', /unexpected token: '<EOF>'/],
    ['SELECT Id, FROM Contact', 'MALFORMED_QUERY', /unexpected token/],
    ["SELECT Id FROM Contact WHERE Name = 'x", 'MALFORMED_QUERY', /unexpected token/],
    [String.raw`SELECT Id FROM Contact WHERE Name = 'a\q'`, 'MALFORMED_QUERY', /Illegal character sequence '\\q'/],
    [String.raw`SELECT Id FROM Contact WHERE Name = 'a\_'`, 'MALFORMED_QUERY', /Illegal character sequence '\\_'/],
    [String.raw`SELECT Id FROM Contact WHERE Name LIKE 'a\\\z'`, 'MALFORMED_QUERY', /Illegal character sequence '\\z'/],
    [
      "SELECT Id FROM Contact WHERE Name = 'a' OR Name = 'b' AND Name = 'c'",
      'MALFORMED_QUERY',
      /unexpected token: 'AND'/
    ],
    [
      "SELECT Id FROM User WHERE IsActive = 'true'",
      'INVALID_FIELD',
      /must be of type boolean and should not be enclosed in quotes/
    ],
    [
      'SELECT Id FROM Contact WHERE LastName = 5',
      'INVALID_FIELD',
      /must be of type string and should be enclosed in quotes/
    ],
    ["SELECT Id FROM Contact WHERE Id = 'x'", 'INVALID_QUERY_FILTER_OPERATOR', /invalid ID field: x/],
    ['SELECT Name, COUNT(Id) FROM Contact', 'MALFORMED_QUERY', /Field must be grouped or aggregated: Name/],
    ['SELECT Name n FROM Contact', 'MALFORMED_QUERY', /only aggregate expressions use field aliasing/],
    ['SELECT FIELDS(ALL) FROM Contact', 'MALFORMED_QUERY', /LIMIT of at most 200/],
    ['SELECT Id, FIELDS(ALL) FROM User LIMIT 200', 'INVALID_FIELD', /^duplicate field selected: Id$/],
    ['SELECT Name, Account.Name, account.name FROM Contact', 'INVALID_FIELD', /^duplicate field selected: Name$/],
    [
      "SELECT Id FROM Account WHERE Name = 'x' OR Id IN (SELECT AccountId FROM Contact)",
      'MALFORMED_QUERY',
      /^Semi join sub-selects are not allowed with the 'OR' operator$/
    ],
    [
      "SELECT Id FROM Account WHERE Name = 'x' AND (Name = 'y' AND Id NOT IN (SELECT AccountId FROM Contact))",
      'MALFORMED_QUERY',
      /^Semi join sub-selects are only allowed at the top level WHERE expressions/
    ],
    ["SELECT Id FROM Contact WHERE Id LIKE '003%'", 'INVALID_QUERY_FILTER_OPERATOR', /^invalid operator on id field$/],
    ["SELECT Id FROM Contact WHERE AccountId LIKE '001%'", 'INVALID_QUERY_FILTER_OPERATOR', /id field$/],
    [
      'SELECT COUNT() FROM Contact ORDER BY Name',
      'MALFORMED_QUERY',
      /^COUNT\(\) and ORDER BY may not be used together$/
    ],
    [
      'SELECT COUNT(Id) FROM Contact ORDER BY Name',
      'MALFORMED_QUERY',
      /^Ordered field must be grouped or aggregated: Name$/
    ],
    ['SELECT COUNT(Id) FROM Contact LIMIT 1', 'MALFORMED_QUERY', /^Non-grouped query .* cannot also use LIMIT$/],
    ['SELECT SUM(Name) FROM Account', 'MALFORMED_QUERY', /^field Name does not support aggregate operator SUM$/],
    [
      'SELECT MAX(IsPartner) FROM Account',
      'MALFORMED_QUERY',
      /^field IsPartner does not support aggregate operator MAX$/
    ],
    ['SELECT COUNT(MailingStreet) FROM Contact', 'MALFORMED_QUERY', /does not support aggregate operator COUNT$/],
    ['SELECT c.Id FROM Contact c, c.Account a', 'MALFORMED_QUERY', /several objects .*not modelled by this local org/],
    ['SELECT Id FROM Contact OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE', /2000/],
    ['SELECT FORMAT(CreatedDate) FROM Contact', 'MALFORMED_QUERY', /not modelled by this local org/],
    ['', 'MALFORMED_QUERY', /query string/]
  ])('refuses %s with %s', async (soql, errorCode, message) => {
    expect(await caller.query(soql)).toMatchObject({
      status: 400,
      body: [{ errorCode, message: expect.stringMatching(message) }]
    });
  });

  it('treats a field that the person may not read as one that does not exist', async () => {
    const other = caller.as('Without permission');
    expect((await other.query('SELECT ProfileId FROM User')).body).toMatchObject([{ errorCode: 'INVALID_FIELD' }]);
    expect((await other.query('SELECT Username FROM User LIMIT 1')).status).toBe(200);
  });

  it('describes its columns for a client that draws a table', async () => {
    const soql = encodeURIComponent(
      'SELECT Id, Account.Name, (SELECT Id FROM Users) FROM Contact'.replace(', (SELECT Id FROM Users)', '')
    );
    const { body } = await caller.call('GET', `/query?q=${soql}&columns=true`);
    expect(body).toMatchObject({
      entityName: 'Contact',
      idSelected: true,
      columnMetadata: [
        { columnName: 'Id', joinColumns: [], apexType: 'Id' },
        { columnName: 'Account', joinColumns: [{ columnName: 'Name', apexType: 'String' }] }
      ]
    });
  });
});

describe('the pages of a query', () => {
  const withContacts = async (count: number): Promise<Caller> => {
    const caller = callerOf();
    for (let index = 0; index < count; index += 1)
      await caller.call('POST', '/sobjects/Contact', { LastName: `Page ${index}` });
    return caller;
  };
  const soql = encodeURIComponent("SELECT LastName FROM Contact WHERE LastName LIKE 'Page %'");
  const options = { 'Sforce-Query-Options': 'batchSize=200' };

  it('follow each other by nextRecordsUrl', async () => {
    const caller = await withContacts(201);
    const first = await caller.call('GET', `/query?q=${soql}`, undefined, options);
    expect(first.body).toMatchObject({
      totalSize: 201,
      done: false,
      nextRecordsUrl: expect.stringMatching(/^\/services\/data\/v68\.0\/query\/01g\w{15}-200$/)
    });
    const [next] = valuesOf(first.body, 'nextRecordsUrl');
    const second = await caller.call('GET', String(next));
    expect(second.body).toMatchObject({ totalSize: 201, done: true, records: [{ LastName: 'Page 200' }] });
    const stranger = await caller.as('Sales Ops').call('GET', String(next));
    expect(stranger).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_QUERY_LOCATOR' }] });
    expect((await caller.call('GET', `/query?q=${soql}`)).body).toMatchObject({ done: true });
  });
});
