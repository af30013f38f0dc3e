import type { Figure } from '../shared/figure.ts';
import type { Start } from './measureStarts.ts';
import { legendOf, toFigures } from './report.ts';

const start = (answered: number): Start => ({
  answered,
  shown: answered + 1,
  offered: answered + 2,
  processorSeconds: 2 * answered
});
const measured = (cold: number, warm: number) => ({ cold: [1, cold, 99].map(start), warm: [0, warm, 99].map(start) });
const find = (name: string, cold: number, warm: number): Figure | undefined =>
  toFigures(measured(cold, warm)).find(({ figure }) => figure === name);

describe('the figures', () => {
  it.each([
    ['cold: first page answered', 8, 8.04, 8.06],
    ['warm: first page answered', 2, 2.04, 2.06]
  ])('of "%s" meet the target %d and miss it beyond', (name, target, met, missed) => {
    expect(find(name, met, met)).toMatchObject({ target, met: true });
    expect(find(name, missed, missed)).toMatchObject({ target, met: false });
  });

  it('are medians', () => {
    expect(find('cold: first page shown', 7, 2)).toMatchObject({ value: 8, met: null });
    expect(find('cold: action offered', 7, 2)).toMatchObject({ value: 9, met: null });
    expect(find('warm: processor of npm start', 7, 2)).toMatchObject({ value: 4, met: null });
  });
});

it.each(['cold', 'warm', 'answered', 'shown', 'offered', 'processor', 'Medians of 3 starts'])(
  'The legend explains "%s".',
  (word) => {
    expect(legendOf(measured(8, 2))).toMatch(new RegExp(`^${word}`, 'mu'));
  }
);
