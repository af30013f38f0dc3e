/** The exit codes of every command, as the sf CLI uses them. */
export const EXIT = {
  done: 0,
  /** Nothing was done, a step failed, or what was checked is not in order. */
  failed: 1,
  /** The command line can't be understood. */
  usage: 2,
  /** A part was done. */
  partial: 68,
  /** Everything was done, and the org answers differently from what we assume. */
  differs: 68
} as const;
