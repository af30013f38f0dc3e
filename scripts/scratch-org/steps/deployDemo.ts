import { AUTOMATION, deployProduct } from '../../shared/sf/deployment.ts';
import { deploymentFailure } from '../../shared/sf/failure.ts';
import { DEMO_METADATA } from '../demo.ts';
import { done, type DemoStep } from '../demoStep.ts';

/** The product with its automation, and what only the demo has: two profiles for external users, and the contact page with the action first. */
export const deployDemo: DemoStep = {
  name: 'deploy',
  title: 'Build and deploy the product and the demo’s pages and profiles',
  run: async (state, { sf, build }) => {
    const failure = await build();
    if (failure !== null) return { kind: 'failed', ...failure };
    const deployment = await deployProduct(sf, state.username, [AUTOMATION, DEMO_METADATA]);
    if (deployment.kind === 'failed') return { kind: 'failed', ...deploymentFailure(deployment) };
    const words = deployment.isTranslated ? '' : ', English labels only';
    return done(state, `${String(deployment.components)} components${words}`);
  }
};
