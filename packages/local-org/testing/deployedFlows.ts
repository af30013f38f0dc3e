import type { Org } from '../engine/org/org.ts';
import type { Caller } from './caller.ts';
import { deploy, failuresOf, manifest, type PackageFiles } from './deploy.ts';
import { flowFile } from './flowFile.ts';
import type { XmlParts } from './xmlParts.ts';

/** Deploys flows by name, with more files and members of a package. Throws when the org refuses them. */
export async function deployFlows(
  caller: Caller,
  flows: Readonly<Record<string, XmlParts>>,
  extra: PackageFiles = {},
  members: Readonly<Record<string, readonly string[]>> = {}
): Promise<Org> {
  const files = Object.entries(flows).map(([name, parts]) => [`flows/${name}.flow`, flowFile(name, parts)] as const);
  const end = await deploy(caller, {
    ...Object.fromEntries(files),
    ...extra,
    'package.xml': manifest({ Flow: Object.keys(flows), ...members })
  });
  if (end.status !== 'Succeeded') throw new Error([end.errorMessage ?? '', ...failuresOf(end)].join('\n'));
  return caller.localOrg.org;
}
