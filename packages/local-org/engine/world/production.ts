import { isTrue, textOf, type StoredRecord } from '../storage/record.ts';
import type { World } from './world.ts';

/**
 * Whether the org is a production org. A scratch, sandbox or developer org isn't.
 * Source: Salesforce Help, "Deploy Processes and Flows as Active".
 */
export function isProductionOrg({ records }: Pick<World, 'records'>): boolean {
  return records.all('Organization').some(isProduction);
}

function isProduction(organization: StoredRecord): boolean {
  return !isTrue(organization, 'IsSandbox') && textOf(organization, 'OrganizationType') !== 'Developer Edition';
}

/**
 * Whether a deploy activates a flow with the status Active. Source: Metadata API, FlowSettings, enableFlowDeployAsActiveEnabled:
 * false by default in production orgs; other orgs lack the setting and always do [F-133].
 */
export function activatesDeployedFlows(world: Pick<World, 'records' | 'settings'>): boolean {
  return !isProductionOrg(world) || world.settings.flowsDeployActive === true;
}
