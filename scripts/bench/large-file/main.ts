import { runBench } from '../shared/runBench.ts';
import { largeFileBench } from './bench.ts';

/** `npm run bench:large-file`: measures time and memory of `enable-users plan` for very large files. */

await runBench(largeFileBench, process.argv.slice(2));
