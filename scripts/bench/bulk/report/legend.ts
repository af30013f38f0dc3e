/** What each figure means: the table is followed by it. */
export const LEGEND = `plan      enable-users plan --file of contact ids: every row is read and decided; nothing is sent
run       enable-users run of the same file in a folder of its own, the whole: it plans, sends, waits, joins results to rows,
          writes the result files
sf        sf data import bulk --wait of a ready-made file with the same users, which this benchmark reads from the org after
          the run, sorted by account; the pinned CLI. It looks every 5 seconds whether the job is done
time      from the start of a command to its end, on the same machine, one after the other. The local org, in a process of
          its own, begins again with the same contacts before each that makes users; its time is part of both
memory    the most that was resident at once (VmHWM of Linux; maxRSS elsewhere), summed over a command's processes of Node,
          told by each at its exit. Neither npm nor the local org is counted
calls     requests that the org answered
per 2,000 what more batches of 2,000 contacts cost, from the smallest size to the largest: what is asked of the org once isn't
          part of it

A round of 1,000 rows at most that isn't counted comes first. Targets are upper bounds. A target that is MISSED does not
make the command fail.`;
