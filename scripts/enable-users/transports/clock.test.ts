import { systemClock } from './clock.ts';

it('measures waiting by a clock that a change of the time of day doesn’t touch', () => {
  const { now } = Date;
  const before = systemClock.now();
  Date.now = () => now() + 24 * 3_600_000;
  try {
    expect(systemClock.now() - before).toBeLessThan(3_600_000);
  } finally {
    Date.now = now;
  }
});
