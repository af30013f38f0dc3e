import { runBench } from '../shared/runBench.ts';
import { bulkBench } from './bench.ts';

/** `npm run bench:bulk`: measures `enable-users` beside the sf CLI's bulk import of a ready file. */

await runBench(bulkBench, process.argv.slice(2));
