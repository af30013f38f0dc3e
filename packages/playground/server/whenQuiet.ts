/**
 * Answers requests, and calls `then` once: when no request was under way for a while after the first. The process does not go
 * on for it, and a rejection is a warning.
 */
export function whenQuiet(
  quietMs: number,
  then: () => Promise<void>
): <Answer>(answer: () => Promise<Answer>) => Promise<Answer> {
  let underWay = 0;
  let isCalled = false;
  let timer: NodeJS.Timeout | undefined;
  return async (answer) => {
    clearTimeout(timer);
    underWay++;
    try {
      return await answer();
    } finally {
      underWay--;
      if (underWay === 0 && !isCalled) {
        timer = setTimeout(() => {
          isCalled = true;
          then().catch((error: unknown) => {
            process.emitWarning(String(error));
          });
        }, quietMs).unref();
      }
    }
  };
}
