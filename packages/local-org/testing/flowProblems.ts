import type { Caller } from './caller.ts';
import { deploy, failuresOf, manifest, type PackageFiles } from './deploy.ts';
import { begins } from './flowElements.ts';
import { flowFile } from './flowFile.ts';
import type { XmlParts } from './xmlParts.ts';

/** Validates a flow that does nothing besides these parts, and returns the problems without their places. */
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

/** The text that an org puts around a problem of a flow. */
export function cannotSave(cause: string): string {
  return `field integrity exception: unknown (${cause})`;
}
