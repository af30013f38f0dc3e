import type { Caller } from './caller.ts';
import { deploy, failuresOf, manifest, type PackageFiles } from './deploy.ts';
import { begins } from './flowElements.ts';
import { flowFile } from './flowFile.ts';
import type { XmlParts } from './xmlParts.ts';

/** What an org answers to the validation of one flow, which does nothing of itself, and of what comes with it; without places. */
export async function flowProblems(
  caller: Caller,
  parts: XmlParts,
  more: PackageFiles = {},
  members: Readonly<Record<string, readonly string[]>> = {}
): Promise<string[]> {
  const files = { 'flows/Flow.flow': flowFile('Flow', { ...begins, ...parts }), ...more };
  const end = await deploy(
    caller,
    { 'package.xml': manifest({ Flow: ['Flow'], ...members }), ...files },
    { checkOnly: true }
  );
  return failuresOf(end).map((failure) => failure.replace(/^\w+ \w+ \([^)]*\): /, ''));
}

/** The frame around what an org says of a flow. */
export function cannotSave(cause: string): string {
  return `field integrity exception: unknown (${cause})`;
}
