import { runBench } from '../shared/runBench.ts';
import { deployBench } from './bench.ts';

/** `npm run bench:deploy`: measures deploys of the product by the real CLI, and the memory that they leave in use. */

await runBench(deployBench, process.argv.slice(2));
