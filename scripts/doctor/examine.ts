import { accountRoles } from './checks/accountRoles.ts';
import { accountOwners } from './checks/accountOwners.ts';
import { component, quickAction } from './checks/components.ts';
import { delegatedAdministration } from './checks/delegatedAdministration.ts';
import { experiences } from './checks/experiences.ts';
import { flows } from './checks/flows.ts';
import { graphqlMetadata, graphqlTypes, graphqlUserLicense } from './checks/graphql.ts';
import { licenses } from './checks/licenses.ts';
import { partnerPermissionSet, permissionSet } from './checks/permissionSet.ts';
import { permissions, visibility } from './checks/permissions.ts';
import { profiles } from './checks/profiles.ts';
import { role } from './checks/role.ts';
import { selfRegistration } from './checks/selfRegistration.ts';
import { sender } from './checks/sender.ts';
import { settings } from './checks/settings.ts';
import { siteMembers } from './checks/siteMembers.ts';
import { sites } from './checks/sites.ts';
import { standardProfiles } from './checks/standardProfiles.ts';
import { licenseSpan, permissionSetAssignment, userFields, userPicklists } from './checks/uiApi.ts';
import { deliverability, welcomeMail } from './checks/welcomeMail.ts';
import type { Finding, Group } from './finding.ts';
import { linksTo } from './links.ts';
import type { Org } from './org.ts';
import { readOrg, type Reading } from './reading/reading.ts';

export interface Examination {
  readonly reading: Reading;
  readonly groups: readonly Group[];
}

/** Runs every check, without a change to the org. Rejects with ConnectionLost. */
export async function examine(org: Org): Promise<Examination> {
  const reading = await readOrg(org);
  const links = linksTo(org.url);
  const experiencesFinding = experiences(reading, links);
  const areOff = experiencesFinding.status === 'blocked';
  // What asks the org asks at once, so that a distant org is waited for once.
  const groups = await Promise.all([
    group('Experience Cloud', [
      experiencesFinding,
      ...(areOff
        ? []
        : [
            sites(reading, links),
            siteMembers(reading, links),
            welcomeMail(reading, links),
            sender(reading, links),
            deliverability(links),
            selfRegistration(org, reading, links)
          ])
    ]),
    group('Licenses and profiles', [
      ...(areOff ? [] : [licenses(reading, links)]),
      profiles(reading, links),
      ...(areOff ? [] : [standardProfiles(reading, links), delegatedAdministration(org, links, reading)])
    ]),
    group('People', [
      permissions(reading, links),
      visibility(reading),
      role(org, links),
      accountOwners(org, links),
      ...(areOff ? [] : [accountRoles(org, links)])
    ]),
    group('The action', [
      component(org),
      quickAction(org, links.setup('ObjectManager')),
      permissionSet(org, links),
      partnerPermissionSet(org, links),
      settings(org, links, reading),
      flows(org, links)
    ]),
    group('As docs/platform-facts.md assumes', [
      userFields(reading, areOff),
      userPicklists(org, reading),
      licenseSpan(org, reading),
      graphqlTypes(org, areOff),
      graphqlMetadata(org),
      graphqlUserLicense(org),
      permissionSetAssignment(org)
    ])
  ]);
  return { reading, groups };
}

/** A check answers a finding, some, or null where it says nothing of this org. */
type Checked = Finding | readonly Finding[] | null;

async function group(title: string, checks: readonly (Checked | Promise<Checked>)[]): Promise<Group> {
  const checked = await Promise.all(checks.map((check) => Promise.resolve(check)));
  return { title, findings: checked.flat().filter((finding) => finding !== null) };
}
