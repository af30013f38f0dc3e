import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Runs in a measured process. When the process ends, it writes the most memory that it had, and its processor time. */

process.on('exit', () => {
  const folder = process.env['BENCH_PEAKS'];
  if (folder === undefined) return;
  const { user, system } = process.cpuUsage();
  const report = { peakBytes: peakKilobytes() * 1024, processorSeconds: (user + system) / 1_000_000 };
  writeFileSync(join(folder, String(process.pid)), JSON.stringify(report));
});

/** VmHWM is the process's own peak; on Linux maxRSS includes the parent's memory at the fork (getrusage(2)). */
function peakKilobytes(): number {
  try {
    const peak = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (peak !== undefined) return Number(peak);
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS;
}
