import { failureOf } from '../../shared/sf/failure.ts';
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
    if (!options.open) return done(state, `${state.url}/${path}`);
    const answer = await sf(['org', 'open', '--path', path, '--target-org', state.username]);
    return answer.kind === 'refused' ? failureOf(answer) : done(state, `${state.url}/${path}`);
  }
};
