import { isDeepStrictEqual } from 'node:util';
import { createCrashingProcess } from '../testing/crashingProcess.ts';
import { createScenario, EXPECTED, outcomesOf, type Scenario } from '../testing/scenario.ts';
import { executeScenario } from '../testing/scenarioProcess.ts';
import { findUntruths } from '../testing/untruths.ts';

describe.each(['collections', 'bulk'] as const)('a run by %s', (transport) => {
  let scenario: Scenario;

  beforeAll(async () => {
    scenario = await createScenario();
  });

  afterAll(async () => {
    await scenario.close();
  });

  it('is finished by a resume, and says only what is true, whatever request or write it was killed after', async () => {
    scenario.restart();
    const whole = createCrashingProcess();
    expect(await executeScenario(scenario, { transport, process: whole })).toBe('finished');
    expect([outcomesOf(scenario), findUntruths(scenario)]).toEqual([EXPECTED, []]);
    const wrong: unknown[] = [];
    for (const [index, effect] of whole.effects.entries()) {
      scenario.restart();
      const process = createCrashingProcess(index + 1);
      const ends = [
        await executeScenario(scenario, { transport, process }),
        await executeScenario(scenario, { transport })
      ];
      const seen = { ends, outcomes: outcomesOf(scenario), untruths: findUntruths(scenario) };
      const isRight = isDeepStrictEqual(seen, { ends: ['killed', 'finished'], outcomes: EXPECTED, untruths: [] });
      if (!isRight) wrong.push({ after: `${String(index + 1)}: ${effect}`, ...seen });
    }
    expect(wrong).toEqual([]);
  });
});
