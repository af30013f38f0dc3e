import { createLocalOrg } from '../createLocalOrg.ts';

describe('an org that answers differently on purpose', () => {
  const ask = async (path: string): Promise<Response> => {
    const localOrg = createLocalOrg({
      org: 'ready',
      seed: 1,
      hasControlRoutes: false,
      url: () => 'http://localhost',
      otherAnswers: { INVALID_SESSION_ID: 'NO_SESSION', Salesforce: 'Something else' }
    });
    const headers = { Authorization: `Bearer ${localOrg.people[0]?.accessToken ?? ''}` };
    return localOrg.fetch(new Request(`http://localhost${path}`, path.includes('/query') ? { headers } : {}));
  };

  it('says another code with the same status', async () => {
    const answer = await ask('/services/data/v68.0/limits');
    expect(answer.status).toBe(401);
    expect(await answer.text()).toMatch(/"NO_SESSION"/u);
  });

  it('returns other values of records', async () => {
    const soql = encodeURIComponent("SELECT Name FROM UserLicense WHERE Name = 'Salesforce'");
    expect(await (await ask(`/services/data/v68.0/query?q=${soql}`)).json()).toMatchObject({
      records: [{ Name: 'Something else' }]
    });
  });
});
