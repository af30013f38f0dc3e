import { runBench } from '../shared/runBench.ts';
import { startBench } from './bench.ts';

/** `npm run bench:start`: measures the time until the first page of `npm start`. */

await runBench(startBench, process.argv.slice(2));
