import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sf } from 'sf-cli/sf';
import { deployPackage, type DeploymentAnswer } from '../sf/deployment.ts';
import { inTemporaryFolder } from '../temporaryFolder.ts';
import { fullNameOf, packageXml, toXml, type ProfileRecord } from './profileRecord.ts';

/**
 * Writes records of External_User_Profile__mdt, all or none. An org takes records of custom metadata only by a deploy.
 * Metadata API Developer Guide, "CustomMetadata".
 */
export async function deployProfileRecords(
  sf: Sf,
  username: string,
  apiVersion: string,
  records: readonly ProfileRecord[]
): Promise<DeploymentAnswer> {
  return inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, 'customMetadata'));
    await writeFile(join(folder, 'package.xml'), packageXml(records, apiVersion));
    for (const record of records) {
      await writeFile(join(folder, 'customMetadata', `${fullNameOf(record)}.md`), toXml(record));
    }
    return deployPackage(sf, username, folder);
  });
}
