import type { MiddlewareHandler } from 'hono';

/** Texts of answers, such as an error code, and what the org says instead. */
export type OtherAnswers = Readonly<Record<string, string>>;

/**
 * Answers differently from Salesforce, on purpose: a client that compares the org with what it assumes has to notice. Only
 * answers in JSON are changed.
 */
export function answerDifferently(others: OtherAnswers): MiddlewareHandler {
  const pairs = Object.entries(others);
  return async (c, next) => {
    await next();
    if (!(c.res.headers.get('Content-Type') ?? '').includes('json')) return;
    const text = await c.res.clone().text();
    const changed = pairs.reduce((left, [said, instead]) => left.replaceAll(said, instead), text);
    if (changed === text) return;
    const { status, headers } = c.res;
    headers.delete('Content-Length');
    c.res = new Response(changed, { status, headers });
  };
}
