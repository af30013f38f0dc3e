import { failureOf } from '../shared/sf/failure.ts';
import type { Sf, SfRefusal } from 'sf-cli/sf';
import type { Build } from '../shared/product.ts';
import type { StepEnd, Step } from '../shared/runSteps.ts';
import type { DemoState, StateStore } from './demoState.ts';
import type { ScratchOrgOptions } from './options.ts';

/** What the steps of the demo work with. */
export interface Tools {
  readonly sf: Sf;
  readonly build: Build;
  readonly options: ScratchOrgOptions;
  readonly store: StateStore;
  /** A folder of this alias for files that are made on the way. */
  readonly folder: string;
  /** Resolves after so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

export interface DemoStep {
  readonly name: string;
  readonly title: string;
  readonly run: (state: DemoState, tools: Tools) => Promise<DemoEnd>;
}

export type DemoEnd = StepEnd<DemoState>;

export function done(state: DemoState, note: string): DemoEnd {
  return { kind: 'done', note, state };
}

export function refusedBy(refusal: SfRefusal): DemoEnd {
  return { kind: 'failed', ...failureOf(refusal) };
}

/** A step that is left out where it was done in this org before, and that is remembered once it is done. */
export function resumable(step: DemoStep, tools: Tools): Step<DemoState> {
  return {
    name: step.name,
    title: step.title,
    run: async (state) => {
      if (state.done.includes(step.name)) return done(state, 'done before');
      const end = await step.run(state, tools);
      if (end.kind === 'failed') return end;
      const after = { ...end.state, done: [...end.state.done, step.name] };
      await tools.store.write(after);
      return { ...end, state: after };
    }
  };
}

/** A step that looks each time whether what it made is still there. */
export function repeated(step: DemoStep, tools: Tools): Step<DemoState> {
  return { name: step.name, title: step.title, run: (state) => step.run(state, tools) };
}
