import { runBench } from '../shared/runBench.ts';
import { actionBench } from './bench.ts';

/** `npm run bench:action`: measures the quick action beside a trivial one. */

await runBench(actionBench, process.argv.slice(2));
