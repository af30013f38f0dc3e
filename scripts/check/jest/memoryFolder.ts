import { accessSync, constants, statfsSync } from 'node:fs';

/** linux/magic.h, TMPFS_MAGIC: a file system in memory. */
const TMPFS = 0x01021994;
/** Tests take a tenth of it at a time. A container often has 64 MB there. */
const BYTES = 2 ** 31;

/**
 * The folder in memory of a Linux machine; null where there is none with enough room. The store of a run waits for the disk
 * after each write, thousands of times in tests of kills and faults. None of them can notice: they end processes, not the
 * power, and what a process has written outlasts its end also without the disk.
 */
export function memoryFolder(folder = '/dev/shm', bytes = BYTES): string | null {
  try {
    const { type, bavail, bsize } = statfsSync(folder);
    accessSync(folder, constants.W_OK);
    return type === TMPFS && bavail * bsize >= bytes ? folder : null;
  } catch {
    return null;
  }
}
