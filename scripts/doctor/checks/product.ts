import type { Org } from '../org.ts';

export function deployCommand({ username }: Org): string {
  return `npm run deploy -- --target-org ${username}`;
}
