import type { FactRow, Ledger } from './ledger.ts';

/** The result in two sentences. */
export function verdictOf({ result, facts, steps }: Pick<Ledger, 'result' | 'facts' | 'steps'>): string {
  const count = (outcome: FactRow['outcome']): number => facts.filter((row) => row.outcome === outcome).length;
  const [same, differs, failed] = [count('same'), count('differs'), count('failed')];
  const asked = same + differs + failed;
  const notDone = steps.filter((row) => row.result !== 'done').length;
  const problems = [
    ...(differs === 0 ? [] : [`${String(differs)} ${differs === 1 ? 'fact differs' : 'facts differ'}`]),
    ...(failed === 0 ? [] : [`${String(failed)} ${failed === 1 ? 'question' : 'questions'} got no answer`]),
    ...(notDone === 0 ? [] : [`${String(notDone)} ${notDone === 1 ? 'step was' : 'steps were'} not done`])
  ];
  const headline = result === 'same' ? 'Everything is as assumed' : problems.join(', ');
  const ofFacts = asked === 0 ? 'No fact was asked.' : `${String(same)} of ${String(asked)} facts are as assumed.`;
  return `**${headline}.** ${ofFacts}`;
}
