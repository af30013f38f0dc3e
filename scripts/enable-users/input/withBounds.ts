import { InputRefused } from './inputRefused.ts';

/** What is said and borne while a pipe or a device is read. */
export interface InputBounds {
  /** Milliseconds without a byte until a sentence says what the command waits for. */
  readonly noteAfter: number;
  /** Milliseconds without a byte until the input is refused. */
  readonly giveUpAfter: number;
  /** Bytes. */
  readonly most: number;
  readonly onNote: (sentence: string) => void;
}

/** A pause of an export that is still at work is shorter than five minutes. */
export const DEFAULT_BOUNDS: InputBounds = {
  noteAfter: 5_000,
  giveUpAfter: 300_000,
  most: 2 ** 30,
  onNote: () => undefined
};

/**
 * The same bytes. Throws InputRefused where none come for too long, or too many come, and then calls `stop`, as a source
 * that is silent doesn't end by itself.
 */
export async function* withBounds(
  name: string,
  chunks: AsyncGenerator<Buffer, void>,
  bounds: InputBounds,
  stop: () => void
): AsyncGenerator<Buffer, void> {
  let total = 0;
  try {
    for (;;) {
      const next = await nextWithin(name, chunks, bounds);
      if (next.done === true) return;
      total += next.value.length;
      if (total > bounds.most) {
        throw new InputRefused(`${name}: gives more than ${sizeOf(bounds.most)}, and no end. Save it as a file.`);
      }
      yield next.value;
    }
  } finally {
    stop();
  }
}

async function nextWithin(
  name: string,
  chunks: AsyncGenerator<Buffer, void>,
  { noteAfter, giveUpAfter, onNote }: InputBounds
): Promise<IteratorResult<Buffer, void>> {
  const { promise: silence, reject } = Promise.withResolvers<never>();
  const note = setTimeout(() => {
    onNote(`Waiting for ${name}: nothing has come for ${durationOf(noteAfter)}.`);
  }, noteAfter);
  const end = setTimeout(() => {
    const problem = `nothing came for ${durationOf(giveUpAfter)}. Check what writes into it, or save its output as a file.`;
    reject(new InputRefused(`${name}: ${problem}`));
  }, giveUpAfter);
  try {
    return await Promise.race([chunks.next(), silence]);
  } finally {
    clearTimeout(note);
    clearTimeout(end);
  }
}

function durationOf(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  return seconds < 60 ? `${String(seconds)} s` : `${String(seconds / 60)} min`;
}

function sizeOf(bytes: number): string {
  return bytes < 2 ** 30 ? `${String(bytes)} bytes` : `${String(bytes / 2 ** 30)} GB`;
}
