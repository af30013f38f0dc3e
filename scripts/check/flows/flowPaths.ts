import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { outcomesOfFlow } from 'sfdx-local-org';

/** Where flows of ours are. */
const FLOWS = ['force-app/main/default/flows', 'force-app/automation/default/flows'];

/** Every path that a test must take: `Flow.Element.outcome`. */
export function flowPaths(): readonly string[] {
  return FLOWS.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.flow-meta.xml'))
      .flatMap((file) => outcomesOfFlow(basename(file, '.flow-meta.xml'), readFileSync(join(folder, file), 'utf8')))
  );
}
