import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { API_VERSION } from '../../shared/sf/connectApi.ts';
import { deployPackage, type DeploymentAnswer } from '../../shared/sf/deployment.ts';
import { inTemporaryFolder } from '../../shared/temporaryFolder.ts';
import type { ProbeOrg } from './probeOrg.ts';
import type { Observation } from './reply.ts';

/** One component in metadata format. Those of one deploy have one type. */
export interface Component {
  readonly type: string;
  readonly fullName: string;
  /** In the package, such as `flows/Greet.flow`. */
  readonly path: string;
  readonly xml: string;
}

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** The file of a component: its root element with the elements in it. */
export function metadataFile(root: string, elements: string, attributes = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${NAMESPACE}${attributes}>${elements}</${root}>\n`;
}

/** Asks whether an org would take a deploy of a component, and changes nothing. */
export async function checkDeploy(org: ProbeOrg, component: Component): Promise<DeploymentAnswer> {
  return deployFiles(org, filesOf([component]), 'checkOnly');
}

/** Deploys components that a probe needs. Throws with the org's words where they are refused. */
export async function needComponents(org: ProbeOrg, ...components: readonly Component[]): Promise<void> {
  const answer = await deployFiles(org, filesOf(components), 'deploy');
  if (answer.kind === 'refused') throw new Error(deploymentText(answer));
}

/** Deletes deployed components. Answers what the org keeps. */
export async function deleteComponents(
  org: ProbeOrg,
  type: string,
  fullNames: readonly string[]
): Promise<string | null> {
  const files = { 'package.xml': manifest('', []), 'destructiveChanges.xml': manifest(type, fullNames) };
  const answer = await deployFiles(org, files, 'deploy');
  return answer.kind === 'known' ? null : `${type} ${fullNames.join(', ')} (${deploymentText(answer)})`;
}

function filesOf(components: readonly Component[]): Readonly<Record<string, string>> {
  const files = Object.fromEntries(components.map(({ path, xml }) => [path, xml]));
  const fullNames = components.map(({ fullName }) => fullName);
  return { ...files, 'package.xml': manifest(components[0]?.type ?? '', fullNames) };
}

/** Whether the org took a deploy, with its problems as evidence. */
export function observedDeploy(answer: DeploymentAnswer, words = ''): Observation {
  const text = deploymentText(answer);
  if (answer.kind === 'known') return { answer: 'accepted', evidence: text };
  return { answer: text.includes(words) ? `refused${words === '' ? '' : `, “${words}”`}` : text, evidence: text };
}

function deploymentText(answer: DeploymentAnswer): string {
  if (answer.kind === 'known') return `deployed (${answer.value.id})`;
  const problems = answer.problems.map(({ type, place, problem }) => `${type} ${place}: ${problem}`);
  return problems.length === 0 ? answer.message : problems.join('; ');
}

async function deployFiles(
  org: ProbeOrg,
  files: Readonly<Record<string, string>>,
  mode: 'deploy' | 'checkOnly'
): Promise<DeploymentAnswer> {
  return inTemporaryFolder(async (folder) => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return deployPackage(org.sf, org.username, folder, mode);
  });
}

function manifest(type: string, fullNames: readonly string[]): string {
  const members = fullNames.map((name) => `<members>${name}</members>`).join('');
  const types = fullNames.length === 0 ? '' : `<types>${members}<name>${type}</name></types>`;
  return metadataFile('Package', `${types}<version>${API_VERSION}</version>`);
}
