import { textAt } from 'sf-cli/json';
import { connect } from '../../shared/sf/connectApi.ts';
import { done, refusedBy, type DemoStep } from '../demoStep.ts';

/** Goes on in the background; the administrator gets an email when it is done. Source: Salesforce CLI, `community publish`. */
export const publishSite: DemoStep = {
  name: 'publish',
  title: 'Publish the site',
  run: async (state, { sf }) => {
    const answer = await connect(sf, state.username, 'POST', `/communities/${state.siteId}/publish`);
    return answer.kind === 'refused' ? refusedBy(answer) : done(state, textAt(answer.result, 'body', 'url'));
  }
};
