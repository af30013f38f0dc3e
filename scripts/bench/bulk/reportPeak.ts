import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Loaded into a measured process, which writes into a folder how much memory it had at most when it ends. */

process.on('exit', () => {
  const folder = process.env['BENCH_PEAKS'];
  if (folder !== undefined) writeFileSync(join(folder, String(process.pid)), String(peakKilobytes()));
});

/** Linux counts into maxRSS what the parent had when it forked (getrusage(2)); VmHWM is the process's own. */
function peakKilobytes(): number {
  try {
    const peak = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (peak !== undefined) return Number(peak);
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS;
}
