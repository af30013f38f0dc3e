import { valueOr } from 'sf-cli/answer';
import { flagAt } from 'sf-cli/json';
import { toShell } from 'sf-cli/shell';
import { APPROVAL_FLOW, LIST_FLOW } from '../../shared/product.ts';
import { AUTOMATION, PRODUCT } from '../../shared/sf/deployment.ts';
import { flowNamesIn } from '../../shared/sf/flowFiles.ts';
import {
  flowText,
  flowVersionsQuery,
  isBehind,
  toFlowVersions,
  type FlowVersions
} from '../../shared/sf/flowVersions.ts';
import { findingsOf, reasonOf, type Finding } from '../finding.ts';
import type { Links } from '../links.ts';
import type { Org } from '../org.ts';

const say = findingsOf('flows', 'Flows');

/** Approved contacts whose user the flow should have made. */
const WAITING =
  "SELECT COUNT() FROM Contact WHERE External_Access_Status__c = 'Approved' AND Id NOT IN (SELECT ContactId FROM User WHERE ContactId != null)";

/**
 * Whether the deployed flows run, and whether an address shows their components; none where no flow is deployed. A production org
 * leaves deployed flows inactive unless its setting says otherwise [F-133], [F-135].
 */
export async function flows(org: Org, links: Links): Promise<readonly Finding[]> {
  const names = flowNamesIn([PRODUCT, AUTOMATION]);
  const [answer, settings] = await Promise.all([
    org.toolingQuery(flowVersionsQuery(names)),
    org.readMetadata('FlowSettings', 'Flow')
  ]);
  if (answer.kind === 'refused') return [say('unknown', `Flows can’t be read (${reasonOf(answer)}).`)];
  const deployed = toFlowVersions(names, answer.value.records);
  if (deployed.length === 0) return [];
  const deploysActive = flagAt(valueOr(settings, null), 'enableFlowDeployAsActiveEnabled');
  const runtime = flagAt(valueOr(settings, null), 'enableLightningRuntimeEnabled');
  return [await activity(org, links, deployed, deploysActive), lightningRuntime(links, runtime)];
}

async function activity(
  org: Org,
  links: Links,
  deployed: readonly FlowVersions[],
  deploysActive: boolean | null
): Promise<Finding> {
  const behind = deployed.filter(isBehind);
  const facts = { flows: deployed.map(({ name, active, latest }) => ({ name, active, latest })), deploysActive };
  if (behind.length === 0) return say('pass', `All are active: ${String(deployed.length)}.`, { facts });
  const waiting = await countWaiting(org, deployed);
  const lines = [
    ...(isInactive(deployed, LIST_FLOW) ? ['The list button shows no screen.'] : []),
    ...(waiting === null || waiting === 0
      ? []
      : [
          `Contacts that are approved and have no user: ${String(waiting)}. Approve them again once the flows are active.`
        ])
  ];
  const why =
    deploysActive === false ? ' “Deploy processes and flows as active” is off, so a deploy leaves them so.' : '';
  const automation = deployed.some(({ name }) => name === APPROVAL_FLOW) ? ' --automation' : '';
  return say('warning', `Not active: ${behind.map(flowText).join(', ')}.${why}`, {
    fix: `Activate them in Setup, Flows, or: npm run deploy --${automation} --activate-flows ${toShell(['--target-org', org.name])}`,
    link: links.setup('Flows'),
    facts: { ...facts, waiting },
    lines
  });
}

/** null where no contact can wait for the flow, or they can't be counted. */
async function countWaiting(org: Org, deployed: readonly FlowVersions[]): Promise<number | null> {
  if (!isInactive(deployed, APPROVAL_FLOW)) return null;
  const answer = await org.query(WAITING);
  return answer.kind === 'known' ? answer.value.total : null;
}

function isInactive(deployed: readonly FlowVersions[], name: string): boolean {
  return deployed.some((flow) => flow.name === name && flow.active === null);
}

function lightningRuntime(links: Links, isOn: boolean | null): Finding {
  const runtime = findingsOf('flowRuntime', 'Flow runtime');
  const facts = { lightning: isOn };
  const link = links.setup('WorkflowSettings');
  if (isOn === null)
    return runtime('unknown', 'Whether flows open in Lightning runtime can’t be read.', { facts, link });
  return isOn
    ? runtime('pass', 'Flows open in Lightning runtime.', { facts })
    : runtime('warning', 'Flows open in Classic runtime: the list button shows no Lightning component.', {
        fix: 'Turn on “Enable Lightning runtime for flows” in Setup, Process Automation Settings.',
        link,
        facts
      });
}
