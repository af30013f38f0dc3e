import type { Org } from '../org.ts';

/** The command that deploys the product to the org. */
export function deployCommand({ username }: Org): string {
  return `npm run deploy -- --target-org ${username}`;
}
