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
import type { Group } from './finding.ts';
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
  const standard = standardProfiles(reading, links);
  const fromSender = sender(reading, links);
  const groups: readonly Group[] = [
    {
      title: 'Experience Cloud',
      findings: areOff
        ? [experiencesFinding]
        : [
            experiencesFinding,
            sites(reading, links),
            siteMembers(reading, links),
            welcomeMail(reading, links),
            ...(fromSender === null ? [] : [fromSender]),
            deliverability(links),
            await selfRegistration(org, reading, links)
          ]
    },
    {
      title: 'Licenses and profiles',
      findings: areOff
        ? [profiles(reading, links)]
        : [
            licenses(reading, links),
            profiles(reading, links),
            ...(standard === null ? [] : [standard]),
            await delegatedAdministration(org, links, reading)
          ]
    },
    {
      title: 'People',
      findings: [
        permissions(reading, links),
        visibility(reading),
        ...(await Promise.all([role(org, links), accountOwners(org, links)]))
      ]
    },
    {
      title: 'The action',
      findings: (
        await Promise.all([
          component(org),
          quickAction(org, links.setup('ObjectManager')),
          permissionSet(org, links),
          partnerPermissionSet(org, links),
          settings(org, links, reading),
          flows(org, links)
        ])
      )
        .flat()
        .filter((finding) => finding !== null)
    },
    {
      title: 'As docs/platform-facts.md assumes',
      findings: [
        userFields(reading, areOff),
        ...(await Promise.all([userPicklists(org, reading), licenseSpan(org, reading)])),
        ...(await graphqlTypes(org, areOff)),
        ...(await Promise.all([graphqlMetadata(org), graphqlUserLicense(org), permissionSetAssignment(org)]))
      ]
    }
  ];
  return { reading, groups };
}
