import { readFileSync } from 'node:fs';
import { PROBES } from './probes.ts';

const page = readFileSync('docs/platform-facts.md', 'utf8');
const ids = [...page.matchAll(/^- \*\*(F-\d{3})\*\* /gmu)].map(([, id = '']) => id);

describe('the probes', () => {
  it('ask for each fact of the page once, and for nothing else', () => {
    const asked = PROBES.map(({ fact }) => fact);
    expect(ids.length).toBeGreaterThan(100);
    expect(asked.toSorted()).toEqual(ids.toSorted());
  });

  it('are questions with an expected answer', () => {
    const wrong = PROBES.filter(({ question, expected }) => !question.endsWith('?') || expected.trim() === '');
    expect(wrong).toEqual([]);
  });

  it('say why, where no API can be asked', () => {
    const reasons = PROBES.flatMap((probe) => ('notProbed' in probe ? [probe] : []));
    expect(reasons.filter(({ notProbed }) => !/^[A-Z].{10,}\.$/u.test(notProbed))).toEqual([]);
  });
});
