import { judge, type Figure } from '../shared/figure.ts';
import { median } from '../shared/median.ts';
import type { Start, StartMeasurement } from './measureStarts.ts';

/** Seconds until the first page, on two idle cores. */
const MOST_SECONDS = { cold: 8, warm: 2 };

/** The figures in the order of the table. */
export function toFigures(measurement: StartMeasurement): readonly Figure[] {
  return (['cold', 'warm'] as const).flatMap((kind) => {
    const of = (name: keyof Start): number =>
      Math.round(median(measurement[kind].map((start) => start[name])) * 10) / 10;
    return [
      judge(`${kind}: first page answered`, of('answered'), 'seconds', MOST_SECONDS[kind]),
      judge(`${kind}: first page shown`, of('shown'), 'seconds', null),
      judge(`${kind}: action offered`, of('offered'), 'seconds', null),
      judge(`${kind}: processor of npm start`, of('processorSeconds'), 'seconds', null)
    ];
  });
}

/** What each figure means, for below the table. */
export function legendOf({ cold }: StartMeasurement): string {
  return `cold      in a copy of the project as a fresh clone has it after npm ci: nothing is built, no code is compiled before
warm      the next start there
answered  from the start of what npm start runs until the first page is answered whole
shown     until a headless browser, which was started before, shows the contact
offered   until it shows the button Enable External User there
processor of the server's process, with its threads, from its start to its end; the browser's is not in it

Medians of ${String(cold.length)} starts. Nothing is loaded from a network. Targets are upper bounds on two idle cores. A target that is MISSED
does not make the command fail.`;
}
