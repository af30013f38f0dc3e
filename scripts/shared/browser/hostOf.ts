import { lightningHost } from './lightningHost.ts';
import type { PageHost } from './pageHost.ts';
import { playgroundHost } from './playgroundHost.ts';

/** Whether the org at an address is one of this machine, whose pages are the playground’s. It has no other address, whatever its hub is called. */
export function isLocalAddress(url: string): boolean {
  return /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::|$)/u.test(url);
}

/** Where the pages of the org at an address are. */
export function hostOf(url: string): PageHost {
  return isLocalAddress(url) ? playgroundHost : lightningHost;
}
