import { terminalText, toJsonText } from '../../shared/terminalText.ts';
import type { Clock } from '../transports/clock.ts';
import { waitSentence, type WaitCause } from './waitSentence.ts';

/** What a run says on the terminal while it works. */
export interface Progress {
  /** A step begins, with so many rows ahead of it. */
  stage(name: string, total: number): void;
  /** So many rows of the step are done. */
  done(rows: number): void;
  job(id: string): void;
  note(sentence: string): void;
  /** Counts down to the next try of a request, or up while one is unanswered. */
  waiting(cause: WaitCause, seconds: number): void;
  /** A wait is over. */
  goesOn(): void;
  /** Leaves the line as it is, so that other output begins below it. */
  end(): void;
}

export const silent: Progress = {
  stage: nothing,
  done: nothing,
  job: nothing,
  note: nothing,
  waiting: nothing,
  goesOn: nothing,
  end: nothing
};

interface Terminal {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** With `--json`, and where nobody watches, only waits and notes are written, each on a line of its own. */
export function progressOf(terminal: Terminal, isJson: boolean, clock: Pick<Clock, 'now'>): Progress {
  if (isJson) return createJsonLines(terminal);
  return terminal.isTTY === true ? createProgress(terminal, clock) : createPlainLines(terminal);
}

/** How many seconds lie between two lines of the same wait. */
const SECONDS_BETWEEN = 10;

/** Calls `write` for the first second of a wait, and then now and then. */
function createWaits(write: (cause: WaitCause, seconds: number) => void): Pick<Progress, 'waiting' | 'goesOn'> {
  let last: number | null = null;
  return {
    waiting: (cause, seconds) => {
      if (last !== null && Math.abs(seconds - last) < SECONDS_BETWEEN) return;
      last = seconds;
      write(cause, seconds);
    },
    goesOn: () => {
      last = null;
    }
  };
}

function createPlainLines(terminal: Terminal): Progress {
  return {
    ...silent,
    note: (sentence) => terminal.write(`${terminalText(sentence)}\n`),
    ...createWaits((cause, seconds) => terminal.write(`${terminalText(waitSentence(cause, seconds))}\n`))
  };
}

/** One JSON object a line, so that standard output has the command's result only. */
function createJsonLines(terminal: Terminal): Progress {
  const line = (event: Readonly<Record<string, unknown>>): unknown => terminal.write(`${toJsonText(event)}\n`);
  return {
    ...silent,
    note: (message) => line({ event: 'note', message }),
    ...createWaits((cause, seconds) => {
      if (cause === 'unanswered') line({ event: 'unanswered', seconds });
      else line({ event: 'waiting', code: cause.code, status: cause.status, message: cause.message, seconds });
    })
  };
}

function nothing(): void {
  // No terminal shows it.
}

/** One line on a terminal, written over and over: step, rows, rate, time left, job. */
export function createProgress(terminal: Terminal, clock: Pick<Clock, 'now'>): Progress {
  let current = { name: '', total: 0, rows: 0, job: '', since: clock.now() };
  let drawn = 0;

  function draw(isEnd: boolean): void {
    if (current.name === '' || (!isEnd && clock.now() - drawn < 100)) return;
    drawn = clock.now();
    terminal.write(`\r\u001b[K${lineOf(current, drawn)}${isEnd ? '\n' : ''}`);
  }

  return {
    stage: (name, total) => {
      draw(true);
      current = { name, total, rows: 0, job: '', since: clock.now() };
      draw(false);
    },
    done: (rows) => {
      current.rows = rows;
      draw(false);
    },
    job: (id) => {
      current.job = id;
      draw(false);
    },
    note: (sentence) => {
      terminal.write(`\r\u001b[K${terminalText(sentence)}\n`);
      draw(false);
    },
    waiting: (cause, seconds) => {
      // A longer line would go on in the next one, which is not written over.
      const sentence = terminalText(waitSentence(cause, seconds)).slice(0, (terminal.columns ?? 80) - 1);
      terminal.write(`\r\u001b[K${sentence}`);
    },
    goesOn: () => {
      drawn = 0;
      draw(false);
    },
    end: () => {
      draw(true);
      current = { ...current, name: '' };
    }
  };
}

interface Step {
  readonly name: string;
  readonly total: number;
  readonly rows: number;
  readonly job: string;
  readonly since: number;
}

function lineOf({ name, total, rows, job, since }: Step, now: number): string {
  const seconds = (now - since) / 1000;
  const rate = seconds > 0 ? rows / seconds : 0;
  const left = rate > 0 && total > rows ? `, ${durationOf((total - rows) / rate)} left` : '';
  const speed = rate > 0 ? `, ${rate.toFixed(0)} a second` : '';
  return `${name}: ${String(rows)} of ${String(total)}${speed}${left}${job === '' ? '' : ` (job ${job})`}`;
}

/** `40 s`, `3 min`, `2 h 5 min`. */
export function durationOf(seconds: number): string {
  if (seconds < 60) return `${String(Math.ceil(seconds))} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${String(minutes)} min` : `${String(Math.floor(minutes / 60))} h ${String(minutes % 60)} min`;
}
