import { failureOf } from '../../shared/sf/failure.ts';
import type { Step } from '../../shared/runSteps.ts';
import { withStep, type AcceptanceState } from '../acceptanceState.ts';
import { done, independent, type AcceptanceStep, type AcceptanceTools } from '../acceptanceStep.ts';
import { toStep } from '../browser/walk.ts';
import { WALKS } from '../browser/walks.ts';
import { askFacts, askLocalOrg } from './askFacts.ts';
import { deployAgain } from './deployAgain.ts';
import { enableMany } from './enableMany.ts';
import { describeOrg, makeOrg } from './makeOrg.ts';
import { register } from './register.ts';

/** The proofs in their order: the last one uses up the seats. */
const PROOFS: readonly AcceptanceStep[] = [
  deployAgain,
  askFacts,
  askLocalOrg,
  ...WALKS.map(toStep),
  register,
  enableMany
];

/** The proofs that a call asks for. */
export function proofsOf({ options }: Pick<AcceptanceTools, 'options'>): readonly AcceptanceStep[] {
  return PROOFS.filter(({ part }) => options.parts.includes(part));
}

/** The org is made first; without it there is nothing to prove. */
export function acceptanceSteps(tools: AcceptanceTools): readonly Step<AcceptanceState>[] {
  return [
    ...makeOrg(tools),
    describeOrg(tools),
    ...proofsOf(tools).map((proof) => independent(proof, tools)),
    removeOrg(tools)
  ];
}

/** Deletes the org unless `--keep` leaves it, or a step is to be done again. */
function removeOrg({ sf, options, store, now }: AcceptanceTools): Step<AcceptanceState> {
  const title = 'Delete the org';
  return {
    name: 'delete',
    title,
    run: async (state) => {
      if (options.keep) return done(state, 'left, as --keep asks for');
      if (state.failures.length > 0) return done(state, 'left, as a step failed: the same command does it again');
      const began = now();
      const { username } = state.demo;
      const answer = await sf(['org', 'delete', 'scratch', '--no-prompt', '--target-org', username]);
      if (answer.kind === 'refused') return failureOf(answer);
      await store.forget();
      const seconds = Math.round((now() - began) / 100) / 10;
      return done(withStep(state, { step: 'delete', title, result: 'done', note: '', seconds }), 'gone');
    }
  };
}
