import { readFile, writeFile } from 'node:fs/promises';
import { textAt, type Json } from 'sf-cli/json';
import { deployPackage } from '../../shared/sf/deployment.ts';
import { fetchNetwork } from '../../shared/sf/fetchNetwork.ts';
import { metadataName, withElement } from '../../shared/sf/networkXml.ts';
import { quoted } from '../../shared/soql.ts';
import { inTemporaryFolder } from '../../shared/temporaryFolder.ts';
import { observedDeploy } from './metadata.ts';
import { NotAsked, probesOf } from './probe.ts';
import type { ProbeOrg } from './probeOrg.ts';
import { create, need, needAccount } from './records.ts';
import { observed } from './reply.ts';

/** Visitors who register themselves. */
export const SELF_REGISTRATION = probesOf(
  {
    fact: 'F-031',
    question: 'What does a deploy answer that names a profile for self-registration that is no member of the site?',
    expected: 'refused, “You can only select profiles that are associated with the experience”',
    ask: async (org) => {
      const site = await firstSite(org);
      const members = await org.query(`SELECT ParentId FROM NetworkMemberGroup WHERE NetworkId = ${quoted(site.id)}`);
      const profiles = await org.query(
        "SELECT Id, Name FROM Profile WHERE UserType IN ('CspLitePortal', 'PowerCustomerSuccess', 'PowerPartner') ORDER BY Name"
      );
      const ofSite = members.map((row) => textAt(row, 'ParentId'));
      const other = profiles.find((row) => !ofSite.includes(textAt(row, 'Id')));
      if (other === undefined) throw new NotAsked('All external profiles are members of the site.');
      return inTemporaryFolder(async (folder) => {
        const file = await fetchNetwork(org.sf, org.username, site.name, folder);
        if (file.kind === 'failed') throw new Error(file.message);
        const on = withElement(await readFile(file.path, 'utf8'), 'selfRegistration', 'true');
        await writeFile(file.path, withElement(on, 'selfRegProfile', metadataName(textAt(other, 'Name'))));
        const answer = await deployPackage(org.sf, org.username, file.folder, 'checkOnly');
        return observedDeploy(answer, 'You can only select profiles that are associated with the experience');
      });
    }
  },
  {
    fact: 'F-032',
    question: 'Does the log-in page offer registration while it is off?',
    expected: 'no link',
    notProbed: 'The log-in page is built in the browser, so that no request shows its links.'
  },
  {
    fact: 'F-033',
    question: 'Can a site have two accounts for self-registration?',
    expected: 'refused',
    ask: async (org) => {
      const { id: NetworkId } = await firstSite(org);
      const present = await org.query(`SELECT Id FROM NetworkSelfRegistration WHERE NetworkId = ${quoted(NetworkId)}`);
      const fields = async (): Promise<Json> => ({ NetworkId, AccountId: await needAccount(org) });
      if (present.length === 0) await need(org, 'NetworkSelfRegistration', await fields());
      const reply = await create(org, 'NetworkSelfRegistration', await fields());
      return observed(reply.isOk ? 'accepted' : 'refused', reply);
    }
  },
  {
    fact: 'F-034',
    question: 'Where does the log-in page lead visitors who want to register?',
    expected: '/s/login/SelfRegister (Aura), /SelfRegister (LWR)',
    notProbed: 'The log-in page is built in the browser, so that no request shows its links.'
  },
  {
    fact: 'F-035',
    question: 'What does a visitor read who registers with the address of an existing user?',
    expected: 'nothing of the user',
    notProbed: 'It takes a visitor in a browser, and a mail box for the verification.'
  },
  {
    fact: 'F-088',
    question: 'Who owns a record that a visitor creates?',
    expected: 'the default owner of the site',
    notProbed: 'It takes a page of the site by which visitors create records.'
  }
);

async function firstSite(org: ProbeOrg): Promise<{ readonly id: string; readonly name: string }> {
  const [site] = await org.query("SELECT Id, Name FROM Network WHERE Status = 'Live' ORDER BY Name LIMIT 1");
  if (site === undefined) throw new NotAsked('The org has no live site.');
  return { id: textAt(site, 'Id'), name: textAt(site, 'Name') };
}
