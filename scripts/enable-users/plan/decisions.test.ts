import { CONTACT_ID, PERMISSIONS, recordsOf, type DecisionCase } from '../../../force-app/test/cases/decisionCase.ts';
import { DECISIONS } from '../../../force-app/test/cases/decisions.ts';
import { planInFolders } from '../testing/planInFolders.ts';

/** A plan has more outcomes: they say what is done about a user who is there. */
const OUTCOMES: Readonly<Record<string, string>> = { skip: 'already' };

/** The component tests of the rules run these cases through the list screen and the quick action. */
describe.each(Object.entries(DECISIONS))('for %s', (_person, { permissions, ...person }) => {
  const cases: readonly DecisionCase[] = person.cases;
  const held: readonly string[] = permissions;
  const plan = planInFolders();
  const UserPermissionAccess = [
    Object.fromEntries(PERMISSIONS.map((permission) => [`Permissions${permission}`, held.includes(permission)]))
  ];

  it.each(cases)('the plan decides on $contact as every other surface does', async (given) => {
    const { lacking = [], kind = null, username = '', outcome, code, deviations = [] } = given;
    const { rows } = await plan(`Id,Username\n${CONTACT_ID},${username}\n`, {
      org: { UserPermissionAccess, ...recordsOf(given) },
      options: { kind },
      lacking
    });
    expect(rows.map((row) => [OUTCOMES[row.outcome] ?? row.outcome, row.code])).toEqual([[outcome, code]]);
    expect(rows.flatMap((row) => row.deviations.map((deviation) => deviation.code))).toEqual(deviations);
  });

  const withInactiveUser = cases.filter(({ againstReactivation = [] }) => againstReactivation.length > 0);
  if (withInactiveUser.length === 0) return;
  it.each(withInactiveUser)('the plan does not promise to make the user of $contact active again', async (given) => {
    const { rows } = await plan(`Id\n${CONTACT_ID}\n`, {
      org: { UserPermissionAccess, ...recordsOf(given) },
      options: { reactivate: true }
    });
    const [code] = given.againstReactivation ?? [];
    expect(rows).toMatchObject([{ outcome: 'blocked', code, userId: '005000010000009AAA' }]);
  });
});
