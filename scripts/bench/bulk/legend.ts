import type { Pace } from '../shared/populatedOrg.ts';

/** What each figure means, for below the table. */
export function legendOf({ rowsPerSecond, latencyMilliseconds }: Pace): string {
  return `plan      enable-users plan --file of contact ids: every row is read and decided; nothing is sent
run       enable-users run of the same file in a folder of its own, the whole: it plans, sends, waits, joins results to rows,
          writes the result files
sf        sf data import bulk --wait of a ready-made file with the same users, which this benchmark reads from the org after
          the run, sorted by account; the pinned CLI. It looks every 5 seconds whether the job is done
refused   a job takes 150 MB in base64 at most. The CLI puts the whole file into one job, so it has no figure for a larger one;
          enable-users makes several jobs
a second  at the pace of a real org: it processes ${String(rowsPerSecond)} rows of bulk jobs a second, and each call takes ${String(latencyMilliseconds)} ms. 800 rows
          are 2.9 million an hour. "Up to 20 million an hour" is the most that Salesforce has published, for objects of its
          own choice (The Salesforce Bulk API: Maximizing Parallelism and Throughput Performance); it has published no
          rate for users. Without these words, the org is as fast as it can. More than 100,000 rows are measured without
          the pace only: a million would take 21 minutes
first     from the start of enable-users run of a plan that was made before, until the org creates the first user
time      from the start of a command to its end, on the same machine, one after the other. The local org, in a process of
          its own, begins again with the same contacts before each that makes users; its time is part of both
processor seconds of processor time of a command's processes of Node: other work on the machine adds little to them
memory    the most that was resident at once (VmHWM of Linux; maxRSS elsewhere), summed over a command's processes of Node,
          told by each at its exit. Neither npm nor the local org is counted
calls     requests that the org answered
for a row with what a start costs
per 2,000 what more batches of 2,000 contacts cost, from the smallest size to the largest: what is asked of the org once isn't
          part of it

A round of 1,000 rows at most that isn't counted comes first. Targets are upper bounds. A target that is MISSED does not
make the command fail.`;
}
