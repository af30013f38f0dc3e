import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localEnvironment } from 'sf-cli/localSf';
import { processContext, runAcceptance } from '../../acceptance/main.ts';
import { serveHub, type ServedHub } from '../servedHub.ts';

/** Some forty commands of the real CLI and three processes of enable-users. */
const TIMEOUT = 900_000;

/** What one fact is about. The org says another code for it. */
const FACT = 'F-004';
const CODE = 'PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT';

describe('npm run acceptance, with the real CLI, in an org that answers one question differently', () => {
  let hub: ServedHub;

  beforeAll(async () => {
    hub = await serveHub({ otherAnswers: { [CODE]: 'SOMETHING_ELSE' } });
  }, TIMEOUT);

  afterAll(() => hub.close());

  it(
    'names the difference, writes it into the ledger, and accounts for every row of a run that was killed',
    async () => {
      const said = { out: '', error: '' };
      const folder = join(hub.home, 'ledger');
      const options = ['--only', 'probes,bulk', '--folder', folder, '--dev-hub', hub.username];
      const code = await runAcceptance(options, {
        ...processContext(),
        sf: hub.sf,
        environment: localEnvironment(hub.home, hub.accessToken),
        folder: join(hub.home, 'state'),
        rows: 12,
        write: (text) => (said.out += text),
        writeError: (text) => (said.error += text)
      });
      expect(said.error).toBe('');
      expect(code).toBe(68);
      expect(said.out).toMatch(
        new RegExp(String.raw`\n${FACT} .+\n  expected: ${CODE}.+\n  this org: SOMETHING_ELSE`, 'u')
      );
      expect(said.out).toMatch(/12 created of 12 \(\d+ seats were left\); killed with \d+ made\n/u);

      const ledger = JSON.parse(readFileSync(join(folder, 'ledger.json'), 'utf8')) as Ledger;
      expect(ledger).toMatchObject({ result: 'differs', org: { kind: 'local', edition: 'Developer Edition' } });
      expect(ledger.facts.filter(({ outcome }) => outcome === 'differs').map(({ fact }) => fact)).toEqual([FACT]);
      // Also what somebody sees who is no administrator.
      const unasked = ledger.facts.filter(
        ({ outcome, note }) => outcome === 'notProbed' && note.startsWith('Could not ask')
      );
      // What a step says of its failure stands in the output.
      expect({ unasked, out: unasked.length > 0 ? said.out : '' }).toEqual({ unasked: [], out: '' });
      expect(ledger.facts).toContainEqual(expect.objectContaining({ fact: 'F-098', outcome: 'same' }));
      expect(ledger.steps.map(({ step, result }) => `${step} ${result}`)).toEqual([
        'facts done',
        'enableUsers done',
        'delete done'
      ]);
      const page = readFileSync(join(folder, 'ledger.md'), 'utf8');
      expect(page).toMatch(/\n## What differs\n[^#]*F-004[^#]*SOMETHING\\_ELSE/u);
      expect(existsSync(join(hub.home, 'state', 'external-user-acceptance.json'))).toBe(false);
    },
    TIMEOUT
  );
});

interface Ledger {
  readonly facts: readonly { readonly fact: string; readonly outcome: string; readonly note: string }[];
  readonly steps: readonly { readonly step: string; readonly result: string }[];
}
