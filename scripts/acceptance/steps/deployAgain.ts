import { isJson, listAt, numberAt, textAt, valueAt } from 'sf-cli/json';
import { runDeploy } from '../../deploy/main.ts';
import { buildProduct } from '../../shared/product.ts';
import { done, failed, type AcceptanceStep } from '../acceptanceStep.ts';
import { answerOf, failureIn } from '../ourCommand.ts';

/** Runs `npm run deploy` as an administrator would, with the automation, and sees that every flow is active afterwards. */
export const deployAgain: AcceptanceStep = {
  name: 'deployCommand',
  part: 'org',
  title: 'Deploy by the command, and activate the flows',
  run: async (state, { sf, now }) => {
    const args = ['--automation', '--activate-flows', '--no-prompt', '--json', '--target-org', state.demo.username];
    const answer = await answerOf((output) => runDeploy(args, { ...output, sf, build: buildProduct, ask: null, now }));
    if (answer.exitCode !== 0) return failureIn(answer, 'npm run deploy');
    const flows = listAt(answer.said, 'flows').filter(isJson);
    const inactive = flows.filter((flow) => numberAt(flow, 'active') === null).map((flow) => textAt(flow, 'name'));
    if (flows.length === 0) return failed('the deploy names no flow.', 'run npm run deploy -- --automation by itself.');
    if (inactive.length > 0) {
      return failed(
        `not active: ${inactive.join(', ')}.`,
        'activate them in Setup, Flows, and see why they were left.'
      );
    }
    const components = numberAt(answer.said, 'deploy', 'components') ?? 0;
    const isTranslated = valueAt(answer.said, 'deploy', 'translations') === true;
    return done(
      state,
      `${String(components)} components${isTranslated ? '' : ', English labels only'}, ${String(flows.length)} active flows`
    );
  }
};
