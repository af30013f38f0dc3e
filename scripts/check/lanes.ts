import { finish, type FinishedStep, type Step } from './step.ts';

/**
 * Runs steps side by side in so many lanes, in the order given.
 * Tells of each as soon as it is done.
 */
export async function runInLanes(
  steps: readonly Step[],
  lanes: number,
  tell: (finished: FinishedStep) => void
): Promise<readonly FinishedStep[]> {
  const finished: FinishedStep[] = [];

  async function runFrom(queue: Iterator<Step>): Promise<void> {
    const next = queue.next();
    if (next.done === true) {
      return;
    }
    const result = await finish(next.value);
    finished.push(result);
    tell(result);
    await runFrom(queue);
  }

  const queue = steps.values();
  await Promise.all(Array.from({ length: lanes }, () => runFrom(queue)));
  return finished;
}
