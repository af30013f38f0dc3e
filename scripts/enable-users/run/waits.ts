import type { Clock } from '../transports/clock.ts';
import type { WriteApi } from '../transports/writeApi.ts';
import type { Progress } from './progress.ts';

const SECOND = 1000;
/** For so many seconds a request is under way before the person hears of it, as most are answered sooner. */
const PATIENCE = 5;

/** A clock that counts each wait for a failed request down. */
export function tellWaits(clock: Clock, progress: Progress): Clock {
  return {
    now: () => clock.now(),
    date: () => clock.date(),
    sleep: async (milliseconds, because) => {
      if (because === undefined) {
        await clock.sleep(milliseconds);
        return;
      }
      const end = clock.now() + milliseconds;
      for (let left = milliseconds; left > 0; left = end - clock.now()) {
        progress.waiting(because, Math.ceil(left / SECOND));
        await clock.sleep(Math.min(left, SECOND));
      }
      progress.goesOn();
    }
  };
}

/** An API that counts up how long a request is unanswered: a connection may be lost without a word. */
export function tellUnanswered(api: WriteApi, progress: Progress): WriteApi {
  async function watched<Value>(answer: Promise<Value>): Promise<Value> {
    let seconds = 0;
    const timer = setInterval(() => {
      seconds += 1;
      if (seconds >= PATIENCE) progress.waiting('unanswered', seconds);
    }, SECOND);
    try {
      return await answer;
    } finally {
      clearInterval(timer);
      if (seconds >= PATIENCE) progress.goesOn();
    }
  }

  return {
    send: (...call) => watched(api.send(...call)),
    upload: (...call) => watched(api.upload(...call)),
    download: (...call) => watched(api.download(...call)),
    query: (...call) => watched(api.query(...call))
  };
}
