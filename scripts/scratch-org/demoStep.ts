import type { Sf } from 'sf-cli/sf';
import type { Build } from '../shared/product.ts';
import type { Step, StepEnd } from '../shared/runSteps.ts';
import type { DemoState } from './demoState.ts';
import type { ScratchOrgOptions } from './options.ts';
import type { StateStore } from '../shared/stateFile.ts';

/** What the steps of the demo work with. */
export interface DemoTools {
  readonly sf: Sf;
  readonly build: Build;
  readonly options: ScratchOrgOptions;
  readonly store: StateStore<DemoState>;
  /** Where the steps of this alias put their files. */
  readonly folder: string;
  /** Resolves after so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly today: () => Date;
}

/** What the steps work with that prepare any org for its first user. */
export type PreparationTools = Pick<DemoTools, 'sf' | 'folder' | 'pause' | 'today'>;

export interface DemoStep<Tools = DemoTools> {
  readonly name: string;
  readonly title: string;
  readonly run: (state: DemoState, tools: Tools) => Promise<DemoEnd>;
}

export type DemoEnd = StepEnd<DemoState>;

export function done(state: DemoState, note: string): DemoEnd {
  return { kind: 'done', note, state };
}

/** A step that is skipped in a later run once it is done. */
export function resumable(step: DemoStep, tools: DemoTools): Step<DemoState> {
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

/** A step that every run does, as what it made may be gone. */
export function repeated<Tools>(step: DemoStep<Tools>, tools: Tools): Step<DemoState> {
  return { name: step.name, title: step.title, run: (state) => step.run(state, tools) };
}
