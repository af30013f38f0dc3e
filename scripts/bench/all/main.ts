import { processOutput } from '../../shared/commandLine.ts';
import { runProcess } from '../../shared/commandProcess.ts';
import { actionBench } from '../action/bench.ts';
import { bulkBench } from '../bulk/bench.ts';
import { deployBench } from '../deploy/bench.ts';
import { largeFileBench } from '../large-file/bench.ts';
import { startBench } from '../start/bench.ts';
import { toPart } from './parts.ts';
import { runAll } from './runAll.ts';

/** `npm run bench`: all benchmarks, one after the other. */

const PARTS = [
  toPart('start', startBench),
  toPart('action', actionBench),
  toPart('deploy', deployBench),
  toPart('bulk', bulkBench),
  toPart('large-file', largeFileBench)
];

await runProcess(
  () => runAll(process.argv.slice(2), PARTS, processOutput),
  'Interrupted. The local orgs of the measurement have ended.'
);
