import type { Org } from '../org.ts';

/** What puts the product into the org. */
export function deployCommand({ username }: Org): string {
  return `npm run deploy -- --target-org ${username}`;
}
