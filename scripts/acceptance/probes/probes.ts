import { CLIENTS } from './clients.ts';
import { CREATING } from './creating.ts';
import { PACKAGES } from './packages.ts';
import { PLACEMENT } from './placement.ts';
import type { Probe } from './probe.ts';

/** One probe for each fact of docs/platform-facts.md. */
export const PROBES: readonly Probe[] = [...CREATING, ...PACKAGES, ...PLACEMENT, ...CLIENTS];
