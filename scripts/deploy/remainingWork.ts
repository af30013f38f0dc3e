import { toShell } from 'sf-cli/shell';
import {
  APPROVAL_FLOW,
  APPROVER_PERMISSION_SET,
  LIST_FLOW,
  PARTNER_PERMISSION_SET,
  PERMISSION_SET
} from '../shared/product.ts';
import { flowText, isBehind } from '../shared/sf/flowVersions.ts';
import type { DeployState } from './deployState.ts';
import { flowsPage } from './flows/flowSteps.ts';

/** What an admin has to do. The deploy changes only the page that --place names. Groups of delegated administration: [F-136]. */
export function remainingWork(
  { orgName, username, url, components, isTranslated, hasPartnerAccounts, flows, place, isPlaced }: DeployState,
  automation: boolean
): string {
  const target = toShell(['--target-org', orgName]);
  return [
    `Deployed: ${String(components)} components to ${username} at ${url}.`,
    '',
    ...flowWork(flows, { url, target, automation }),
    ...(isPlaced ? [`The action is on the ${place?.title ?? 'page'}.`] : placeByHand(url)),
    'Person accounts: put the action of the same name on the account page and on the layouts of person accounts in the same way',
    '(ObjectManager/Account, ObjectManager/PersonAccount). A company’s page shows there only that the action belongs to its contacts.',
    'The list button Enable External Users: Contact, Search Layouts, List View, Edit, Custom Buttons.',
    '',
    `Others need the permission set too: npx sf org assign permset --name ${PERMISSION_SET} ${target} --on-behalf-of <username>`,
    'Who isn’t an administrator may also need a delegated administration group that has this person and lists the external',
    `profiles as assignable: ${url}/lightning/setup/DelegateGroups/home`,
    ...(hasPartnerAccounts
      ? [
          `Who makes partner accounts needs: npx sf org assign permset --name ${PARTNER_PERMISSION_SET} ${target} --on-behalf-of <username>`
        ]
      : []),
    ...(automation ? automationWork(target) : []),
    ...(isTranslated === false
      ? ['For other languages turn on Translation Workbench (Setup, Translation Language Settings) and deploy again.']
      : []),
    '',
    `Next, see whether the org is ready for external users: npm run doctor -- ${target}`
  ].join('\n');
}

/** What the org left inactive, why, and how it is activated [F-133]. */
function flowWork(
  flows: DeployState['flows'],
  { url, target, automation }: { readonly url: string; readonly target: string; readonly automation: boolean }
): readonly string[] {
  if (flows === null) return [`Which flows are active can’t be read. See whether they are: ${flowsPage(url)}`, ''];
  const behind = flows.filter(isBehind);
  if (behind.length === 0) return [];
  const starts = (name: string): boolean => flows.some((flow) => flow.name === name && flow.active !== null);
  return [
    `Not active: ${behind.map(flowText).join(', ')}.`,
    'A production org leaves deployed flows inactive, unless “Deploy processes and flows as active” is on (Setup, Process',
    'Automation Settings); an old version goes on.',
    ...(starts(LIST_FLOW) ? [] : ['The list button shows no screen until its flow is active.']),
    ...(automation && !starts(APPROVAL_FLOW) ? ['An approved contact gets no user until the flows are active.'] : []),
    `Activate them: npm run deploy -- ${target}${automation ? ' --automation' : ''} --activate-flows`,
    `or by hand: ${flowsPage(url)}`,
    ''
  ];
}

/** The flows are deployed, and switched off. */
function automationWork(target: string): readonly string[] {
  return [
    'The flows do nothing yet. Setup, Custom Metadata Types, External User Setting: a record with Automation on and the',
    'default profiles switches them on.',
    `Who approves contacts needs: npx sf org assign permset --name ${APPROVER_PERMISSION_SET} ${target} --on-behalf-of <username>`
  ];
}

function placeByHand(url: string): readonly string[] {
  const setup = `${url}/lightning/setup/ObjectManager/Contact`;
  return [
    'Left to do, unless it is there: put the action Enable External User on the contact page. Layouts and pages were left as',
    'they are; npm run deploy with --place "<page layout or record page>" does it for you. By hand:',
    '',
    'Where the page has Dynamic Actions (its highlights panel lists the actions):',
    `  1. ${setup}/LightningRecordPages/view, choose the page, Edit.`,
    '  2. Select the Highlights Panel, Add Action, find Enable External User, move it to the front.',
    '  3. Save. The component External User can go on the same page.',
    'Where it has not:',
    `  1. ${setup}/PageLayouts/view, choose the layout of those who will use it.`,
    '  2. Mobile & Lightning Actions, drag Enable External User to "Salesforce Mobile and Lightning Experience Actions".',
    '     If that section inherits its actions, first click "override the predefined actions".',
    '  3. Save.'
  ];
}
