import { join } from 'node:path';
import { createSchema } from 'sfdx-local-org';
import { bundleNames, readBundle } from 'sfdx-local-org/bundles/bundleFiles';
import { compileBundleOnce } from 'sfdx-local-org/bundles/compileBundleOnce';
import { emitBundles } from '../../shared/emitBundles.ts';
import { inTemporaryFolder } from '../../shared/temporaryFolder.ts';
import type { Outcome } from '../step.ts';
import { labelNames } from './labels.ts';
import { literalWordsIn } from './literalWords.ts';
import { findMissing, type Existing } from './references.ts';
import { hasReference } from './schemaReference.ts';

const PACKAGE = 'force-app/main/default';
const LWC = join(PACKAGE, 'lwc');

/** The plainest org: a reference to a field that needs a feature would fail a deploy where the feature is off. */
const PLAIN_ORG = { digitalExperiences: false, partnerAccounts: false, personAccounts: false };

/** Compiles every bundle as an org does, looks up whatever it refers to and what its templates say. One test a bundle. */
export function checkBundles(): Promise<Outcome> {
  return inTemporaryFolder(async (emitted) => {
    const [names, labels] = await Promise.all([
      bundleNames(LWC),
      labelNames(join(PACKAGE, 'labels')),
      emitBundles(LWC, emitted)
    ]);
    const schema = createSchema(PLAIN_ORG);
    const existing = { bundles: new Set(names), labels, hasSchema: (id: string) => hasReference(schema, id) };
    const problems = await Promise.all(names.map((name) => problemsOf(name, join(emitted, name), existing)));
    const failed = problems.filter((found) => found.length > 0).length;
    return { passed: names.length - failed, failed, output: problems.flat().join('\n') };
  });
}

async function problemsOf(name: string, emitted: string, existing: Existing): Promise<readonly string[]> {
  const files = await readBundle(join(LWC, name), emitted);
  const { diagnostics, references } = await compileBundleOnce(name, files);
  const missing = references.flatMap((reference) => findMissing(reference, existing) ?? []);
  const templates = Object.entries(files).filter(([file]) => file.endsWith('.html'));
  const words = templates.flatMap(([file, html]) =>
    literalWordsIn(html).map((text) => `${file} says "${text}": words belong in a custom label.`)
  );
  return [...diagnostics, ...missing, ...words].map((problem) => `${name}: ${problem}`);
}
