import { helpText, parseCheckOptions } from './options.ts';
import type { Step } from './step.ts';

const [lint, types, benchmarks] = ['lint', 'types', 'benchmarks'].map((id): Step => {
  return { id, title: `The step ${id}`, run: () => Promise.resolve({ passed: 1, failed: 0, output: '' }) };
}) as [Step, Step, Step];

const parse = (args: readonly string[]) => parseCheckOptions(args, [lint, types], [benchmarks]);

describe('npm test', () => {
  it.each([
    ['each usual step without an option', [], [lint, types]],
    ['one step', ['--only', 'types'], [types]],
    ['several steps in their own order', ['--only', 'types,lint'], [lint, types]],
    ['a step that runs on request only', ['--only', 'benchmarks'], [benchmarks]]
  ])('runs %s', (_title, args, steps) => {
    expect(parse(args)).toEqual({ kind: 'run', options: steps });
  });

  it.each([
    ['an unknown option', ['--step', 'lint'], /--step[\s\S]*--help/u],
    ['an unknown step', ['--only', 'lint,style'], /no step "style"[\s\S]*--help/u],
    ['no step', ['--only', ''], /no step/u],
    ['a stray word', ['lint'], /lint[\s\S]*--help/u]
  ])('refuses %s', (_title, args, message) => {
    const parsed = parse(args);
    expect(parsed.kind === 'refused' && parsed.message).toMatch(message);
  });

  it('shows its help, which names each step', () => {
    expect(parse(['--help'])).toEqual({ kind: 'help' });
    expect(helpText([lint, types], [benchmarks])).toMatch(/lint +The step lint\n[\s\S]*On request[\s\S]*benchmarks/u);
  });
});
