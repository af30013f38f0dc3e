import { join } from 'node:path';
import { createSchema } from '../../local-org/main.ts';
import type { Outcome } from '../step.ts';
import { bundleNames, readBundle } from './bundleFiles.ts';
import { compileBundle } from './compileBundle.ts';
import { emitBundles } from './emit.ts';
import { labelNames } from './labels.ts';
import { findMissing, type Existing } from './references.ts';
import { hasReference } from './schemaReference.ts';

const PACKAGE = 'force-app/main/default';
const LWC = join(PACKAGE, 'lwc');

/** The plainest org: a reference to a field that needs a feature would fail a deploy where the feature is off. */
const PLAIN_ORG = { digitalExperiences: false, partnerAccounts: false, personAccounts: false };

/** Compiles every bundle as an org does, and looks up whatever it refers to. One test a bundle. */
export async function checkBundles(): Promise<Outcome> {
  const [names, emitted, labels] = await Promise.all([
    bundleNames(LWC),
    emitBundles(LWC),
    labelNames(join(PACKAGE, 'labels'))
  ]);
  const schema = createSchema(PLAIN_ORG);
  const existing = { bundles: new Set(names), labels, hasSchema: (id: string) => hasReference(schema, id) };
  const problems = await Promise.all(names.map((name) => problemsOf(name, join(emitted, name), existing)));
  const failed = problems.filter((found) => found.length > 0).length;
  return { passed: names.length - failed, failed, output: problems.flat().join('\n') };
}

async function problemsOf(name: string, emitted: string, existing: Existing): Promise<readonly string[]> {
  const { diagnostics, references } = await compileBundle(name, await readBundle(join(LWC, name), emitted));
  const missing = references.flatMap((reference) => findMissing(reference, existing) ?? []);
  return [...diagnostics, ...missing].map((problem) => `${name}: ${problem}`);
}
