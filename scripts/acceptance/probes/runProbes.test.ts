import { refused } from 'sf-cli/answer';
import { sfRefusal } from '../../shared/testing/scriptedSf.ts';
import { NotAsked, type Probe } from './probe.ts';
import type { ProbeOrg } from './probeOrg.ts';
import { runProbes } from './runProbes.ts';
import { createUndo } from './undo.ts';

function orgWithout(): ProbeOrg {
  const nothing = (): Promise<never> => Promise.reject(new Error('The org is not asked.'));
  return {
    username: 'ada@acme.example',
    sf: () => Promise.resolve(sfRefusal({})),
    undo: createUndo(),
    undoAtEnd: createUndo(),
    salesOps: refused('', 'No session'),
    send: nothing,
    query: nothing,
    remember: nothing
  };
}

function probe(fact: string, ask: (org: ProbeOrg) => Promise<string>): Probe {
  return {
    fact,
    question: 'Is it so?',
    expected: 'yes',
    ask: async (org) => ({ answer: await ask(org), evidence: 'asked' })
  };
}

const yes = (): Promise<string> => Promise.resolve('yes');
const failing = (error: Error) => (): Promise<string> => Promise.reject(error);

describe('the probes of a run', () => {
  it('compare what the org answers with what is expected, and go on after a failure', async () => {
    const results = await runProbes(orgWithout(), {
      probes: [
        probe('F-001', failing(new Error('connect ECONNREFUSED'))),
        probe('F-002', failing(new NotAsked('The org has no site.'))),
        { fact: 'F-003', question: 'Is it so?', expected: 'yes', notProbed: 'It takes a mail box.' },
        probe('F-004', () => Promise.resolve('no')),
        probe('F-005', yes),
        {
          ...probe('F-006', yes),
          ask: () => Promise.resolve({ answer: 'X', evidence: 'X (not modelled by this local org)' })
        }
      ]
    });
    expect(results.map(({ fact, outcome, answer, note }) => [fact, outcome, answer, note])).toEqual([
      ['F-001', 'failed', null, 'connect ECONNREFUSED'],
      ['F-002', 'notProbed', null, 'The org has no site.'],
      ['F-003', 'notProbed', null, 'It takes a mail box.'],
      ['F-004', 'differs', 'no', 'asked'],
      ['F-005', 'same', 'yes', 'asked'],
      ['F-006', 'notProbed', null, 'X (not modelled by this local org)']
    ]);
  });

  it('take back what they wrote, the last thing first, also after a failure', async () => {
    const done: string[] = [];
    const writing = (name: string) => (org: ProbeOrg) => {
      for (const part of ['account', 'contact']) {
        org.undo.add(() => {
          done.push(`${name} ${part}`);
          return Promise.resolve(null);
        });
      }
      org.undoAtEnd.add(() => Promise.resolve(done.push(`${name} flow`)).then(() => null));
      return name === 'first' ? Promise.reject(new Error('refused')) : yes();
    };
    await runProbes(orgWithout(), { probes: [probe('F-001', writing('first')), probe('F-002', writing('second'))] });
    expect(done).toEqual([
      ...['first contact', 'first account', 'second contact', 'second account'],
      ...['second flow', 'first flow']
    ]);
  });

  it('name what the org keeps', async () => {
    const results = await runProbes(orgWithout(), {
      probes: [
        probe('F-001', (org) => {
          org.undo.add(() => Promise.resolve('the inactive user 005'));
          org.undo.add(() => Promise.reject(new Error('the contact 003')));
          org.undoAtEnd.add(() => Promise.resolve('Flow Greet-1'));
          return yes();
        }),
        { fact: 'F-002', question: 'Is it so?', expected: 'yes', notProbed: 'It takes a mail box.' }
      ]
    });
    const kept = ['the contact 003', 'the inactive user 005', 'Flow Greet-1'];
    expect(results[0]?.note).toBe(['asked', ...kept.map((one) => `The org keeps ${one}`)].join('. '));
    expect(results[1]?.note).toBe('It takes a mail box.');
  });

  it('are only those of the facts that are named', async () => {
    const probes = [probe('F-001', yes), probe('F-002', yes)];
    const results = await runProbes(orgWithout(), { probes, facts: ['F-002'] });
    expect(results.map(({ fact }) => fact)).toEqual(['F-002']);
  });
});
