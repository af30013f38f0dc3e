import type { Clock } from '../transports/clock.ts';

/** What a run says on the terminal while it works. */
export interface Progress {
  /** A step begins, with so many rows ahead of it. */
  stage(name: string, total: number): void;
  /** So many rows of the step are done. */
  done(rows: number): void;
  job(id: string): void;
  note(sentence: string): void;
  /** Leaves the line as it is, so that other output begins below it. */
  end(): void;
}

export const silent: Progress = { stage: nothing, done: nothing, job: nothing, note: nothing, end: nothing };

function nothing(): void {
  // No terminal shows it.
}

/** One line on a terminal, written over and over: step, rows, rate, time left, job. */
export function createProgress(terminal: { write(text: string): unknown }, clock: Pick<Clock, 'now'>): Progress {
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
      terminal.write(`\r\u001b[K${sentence}\n`);
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
