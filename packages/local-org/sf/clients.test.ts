import { resolve } from 'node:path';
import { runCommand } from 'sf-cli/command';
import { runHostedSf } from 'sf-cli/host/hostedSf';
import { serveForSf } from '../testing/serveForSf.ts';

const TIMEOUT = 180_000;

describe('clients that others wrote', () => {
  const { localOrg, home, environment } = serveForSf({ org: 'ready' }, TIMEOUT, runHostedSf);
  const program = resolve(import.meta.dirname, '../testing/nodeClients.ts');
  let answers: unknown;

  beforeAll(async () => {
    const assignee = localOrg.people.find(({ label }) => label === 'Without permission');
    const args = [program, assignee?.userId ?? ''];
    const { exitCode, output, stdout } = await runCommand('node', args, environment(), 2, home());
    if (exitCode !== 0) throw new Error(output);
    answers = JSON.parse(stdout);
  }, TIMEOUT);

  it('let jsforce say who it is, load contacts in bulk and query them in bulk', () => {
    const one = { LastName: 'Jsforce One' };
    const two = { LastName: 'Jsforce Two' };
    expect(answers).toMatchObject({
      jsforce: {
        username: localOrg.people[0]?.username,
        ingested: {
          successfulResults: expect.arrayContaining([
            expect.objectContaining({ ...one, sf__Created: 'true', sf__Id: expect.stringMatching(/^003/) }),
            expect.objectContaining(two)
          ]),
          failedResults: [expect.objectContaining({ sf__Error: expect.stringContaining('REQUIRED_FIELD_MISSING') })],
          unprocessedRecords: []
        },
        queried: [
          { ...one, 'Account.Name': '', CreatedDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) },
          { ...two, 'Account.Name': '', CreatedDate: expect.any(String) }
        ]
      }
    });
  });

  it('let @salesforce/core find a user, assign a permission set and set a password', () => {
    const { org, people } = localOrg;
    const [administrator] = people;
    expect(answers).toMatchObject({ core: { orgId: org.id, isScratch: false, id: administrator?.userId } });
    expect(org.passwords.changesOf(administrator?.userId ?? '')).toBe(1);
    const assignee = people.find(({ label }) => label === 'Without permission');
    const assignments = org.schema.object('PermissionSetAssignment');
    expect(assignments && org.where(assignments, 'AssigneeId', assignee?.userId ?? '')).toHaveLength(1);
  });
});
