import type { Step } from '../../shared/runSteps.ts';
import type { DemoState } from '../demoState.ts';
import { repeated, resumable, type Tools } from '../demoStep.ts';
import { assignPermissions } from './assignPermissions.ts';
import { createExternalUsers } from './createExternalUsers.ts';
import { createOrg } from './createOrg.ts';
import { createSalesOps } from './createSalesOps.ts';
import { createSite } from './createSite.ts';
import { deployDemo } from './deployDemo.ts';
import { giveRole } from './giveRole.ts';
import { importData } from './importData.ts';
import { openContact } from './openContact.ts';
import { openSite } from './openSite.ts';
import { publishSite } from './publishSite.ts';

const MADE_ONCE = [
  giveRole,
  deployDemo,
  createSite,
  openSite,
  publishSite,
  createSalesOps,
  assignPermissions,
  importData,
  createExternalUsers
];

/** The demo, in the order in which one thing needs the other. */
export function demoSteps(tools: Tools): readonly Step<DemoState>[] {
  return [repeated(createOrg, tools), ...MADE_ONCE.map((step) => resumable(step, tools)), repeated(openContact, tools)];
}
