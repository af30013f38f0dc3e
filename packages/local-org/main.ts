/** The package's exports. Everything else is internal. */

export type { DeployedBundle, DeployedListButton, DeployedQuickAction, ScreenFlow } from './control/deployedSource.ts';
export { isDroppedConnection, type Fault } from './control/faults.ts';
export type { NotTaken } from './control/takenParts.ts';
export { createLocalOrg, type LocalOrgOptions } from './createLocalOrg.ts';
export type { HostScratchOrg } from './devHub/devHub.ts';
export type { Person } from './engine/access/person.ts';
export { outcomesOfFlow } from './engine/flow/flowOutcomes.ts';
export type { Mail } from './engine/mail/mail.ts';
export type { Org } from './engine/org/org.ts';
export type { Schema } from './engine/schema/objectSchema.ts';
export { createSchema } from './engine/schema/schema.ts';
export type { Population } from './engine/startingOrg/population.ts';
export {
  describeStartingOrgs,
  startingOrgNames,
  type StartingOrgStep,
  type StartingOrgSummary
} from './engine/startingOrg/startingOrg.ts';
export type { FieldValue } from './engine/storage/record.ts';
export { guardRequests } from './http/guardRequests.ts';
export type { Endpoint, LocalOrg } from './localOrg.ts';
export { PortInUseError, serve, type Served } from './serve.ts';
