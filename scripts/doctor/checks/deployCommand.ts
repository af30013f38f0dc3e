import { toShell } from 'sf-cli/shell';
import type { Org } from '../org.ts';

/** The command that deploys the product to the org. */
export function deployCommand({ name }: Pick<Org, 'name'>): string {
  return `npm run deploy -- ${toShell(['--target-org', name])}`;
}
