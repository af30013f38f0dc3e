import { READY_CONTACT } from '../demo.ts';
import type { DemoState } from '../demoState.ts';
import { done, type DemoStep } from '../demoStep.ts';

/** The page of the contact that can be enabled at once. */
export function readyContactPath({ records }: DemoState): string {
  return `lightning/r/Contact/${records[READY_CONTACT] ?? ''}/view`;
}

export const openContact: DemoStep = {
  name: 'open',
  title: 'Open a contact that is ready',
  run: async (state, { sf, options }) => {
    const path = readyContactPath(state);
    const link = `${state.url}/${path}`;
    if (!options.open) return done(state, link);
    const answer = await sf(['org', 'open', '--path', path, '--target-org', state.username]);
    // The demo is made, whether or not a browser shows it.
    return done(state, answer.kind === 'refused' ? `Warning: not opened (${answer.message}). Open ${link}` : link);
  }
};
