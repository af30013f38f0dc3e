import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import { changeAs, querySoql, textIn } from '../../org/callOrg.ts';
import { selectedPerson } from '../selection.ts';
import { form, readForm, selectField, table } from './forms.ts';
import { ifMay, saved, showOtherPage, showSetup, type SetupOrg } from './setupPage.ts';
import { toOption } from './userData.ts';

const NODE = 'PermSets';

/** The list of permission sets, and the assignments of each. */
export function permissionSetRoutes(localOrg: SetupOrg): Hono {
  const app = new Hono();

  app.get(`/${NODE}/home`, async (c) => {
    const soql = 'SELECT Id, Label, Description FROM PermissionSet WHERE IsOwnedByProfile = false ORDER BY Label';
    const sets = (await querySoql(localOrg, selectedPerson(c, localOrg), soql)) ?? [];
    const rows = sets.map((set) => [
      html`<a href="${assignmentsUrl(textIn(set, 'Id'))}">${textIn(set, 'Label')}</a>`,
      textIn(set, 'Description')
    ]);
    const content = table('Permission Sets', ['Permission Set Label', 'Description'], rows);
    return showSetup(c, { node: NODE, title: 'Permission Sets', content: [content] });
  });

  app.get(`/${NODE}/:id{0PS\\w+}/PermissionSetAssignment/home`, (c) => showAssignments(c, localOrg, c.req.param('id')));

  app.post(`/${NODE}/:id{0PS\\w+}/PermissionSetAssignment/add`, async (c) => {
    const PermissionSetId = c.req.param('id');
    const AssigneeId = (await readForm(c.req.raw))('AssigneeId');
    const fields = { AssigneeId, PermissionSetId };
    const person = selectedPerson(c, localOrg);
    const refusal = await changeAs(localOrg, person, '/sobjects/PermissionSetAssignment', 'POST', fields);
    return refusal === null
      ? saved(c, assignmentsUrl(PermissionSetId))
      : showAssignments(c, localOrg, PermissionSetId, refusal);
  });

  return app;
}

async function showAssignments(
  c: Context,
  localOrg: SetupOrg,
  id: string,
  refusal: string | null = null
): Promise<Response> {
  const person = selectedPerson(c, localOrg);
  const [set] = (await querySoql(localOrg, person, `SELECT Label FROM PermissionSet WHERE Id = '${id}'`)) ?? [];
  if (set === undefined) return showOtherPage(c, NODE);
  const soql = `SELECT AssigneeId, Assignee.Name, Assignee.Username FROM PermissionSetAssignment WHERE PermissionSetId = '${id}'`;
  const assigned = (await querySoql(localOrg, person, soql)) ?? [];
  const users = await querySoql(localOrg, person, 'SELECT Id, Name FROM User WHERE IsActive = true ORDER BY Name');
  const assignees = new Set(assigned.map((assignment) => textIn(assignment, 'AssigneeId')));
  const others = (users ?? []).map(toOption).filter(({ value }) => !assignees.has(value));
  const rows = assigned.map((assignment) => [
    textIn(assignment, 'Assignee.Name'),
    textIn(assignment, 'Assignee.Username')
  ]);
  const content = [
    table('Current Assignments', ['Full Name', 'Username'], rows),
    html`<h2 class="slds-text-heading_small">Add Assignment</h2>`,
    ifMay(c, localOrg, ['Assign Permission Sets', 'AssignPermissionSets', 'ManageUsers'], () =>
      form(`/lightning/setup/${NODE}/${id}/PermissionSetAssignment/add`, 'Assign', [
        selectField('AssigneeId', 'User', others)
      ])
    )
  ];
  return showSetup(c, { node: NODE, title: `Permission Set: ${textIn(set, 'Label')}`, content, refusal });
}

/** Where an org shows the assignments of a permission set [F-181]. */
function assignmentsUrl(id: string): string {
  return `/lightning/setup/${NODE}/${id}/PermissionSetAssignment/home`;
}
