/** How one step of `npm test` ended: tests that passed and failed (1 for a check without tests) and what it printed. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly output: string;
}

export interface Step {
  /** What `--only` calls it. */
  readonly id: string;
  readonly title: string;
  run(): Promise<Outcome>;
}

/** A step's outcome with what the closing lines need. */
export interface FinishedStep extends Outcome {
  readonly title: string;
  readonly seconds: number;
}

/** Runs one step. A step that breaks, or that ran no test at all, has failed. */
export async function finish(step: Step): Promise<FinishedStep> {
  const start = performance.now();
  const outcome = await outcomeOf(step);
  return { ...outcome, title: step.title, seconds: (performance.now() - start) / 1000 };
}

async function outcomeOf(step: Step): Promise<Outcome> {
  try {
    const outcome = await step.run();
    return outcome.passed + outcome.failed > 0
      ? outcome
      : { ...outcome, failed: 1, output: `${outcome.output}\nNo test ran.` };
  } catch (error) {
    return { passed: 0, failed: 1, output: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** `✓ Prettier (3.1 s)`, `✗ Jest: components – 80 passed, 1 failed (12.4 s)`. */
export function lineOf({ title, passed, failed, seconds }: FinishedStep): string {
  const counts = [...(passed > 0 ? [`${passed} passed`] : []), ...(failed > 0 ? [`${failed} failed`] : [])].join(', ');
  const detail = passed + failed > 1 ? ` – ${counts}` : '';
  return `${failed === 0 ? '✓' : '✗'} ${title}${detail} (${seconds.toFixed(1)} s)`;
}
