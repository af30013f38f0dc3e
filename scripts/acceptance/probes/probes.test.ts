import { readFileSync } from 'node:fs';
import { PROBES } from './probes.ts';

const page = readFileSync('docs/platform-facts.md', 'utf8');
const ids = [...page.matchAll(/^- \*\*(F-\d{3})\*\* /gmu)].map(([, id = '']) => id);

/** The text of the Probe line of each fact on the page, in one line. */
const probeLines = new Map(
  page
    .split(/^(?=- \*\*F-\d{3}\*\* |## )/mu)
    .filter((entry) => entry.startsWith('- **F-'))
    .map((entry) => {
      const lines = [...entry.matchAll(/^ {2}- Probe: ((?:.+\n?)(?: {4}.+\n?)*)/gmu)];
      return [entry.slice(4, 9), lines.map(([, text = '']) => text.replaceAll(/\s+/gu, ' ').trim())];
    })
);

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

  it('stand on the page, one for each fact', () => {
    const wrong = ids.filter((id) => probeLines.get(id)?.length !== 1);
    expect(wrong).toEqual([]);
  });

  it('are “by hand” or “none, as …” on the page where no API can be asked, and nowhere else', () => {
    const wrong = PROBES.filter((probe) => {
      const [line = ''] = probeLines.get(probe.fact) ?? [];
      return /^(?:by hand: |none, as )/u.test(line) !== 'notProbed' in probe;
    });
    expect(wrong.map(({ fact }) => fact)).toEqual([]);
  });
});
