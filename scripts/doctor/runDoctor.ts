import { runParsed, type Output } from '../shared/commandLine.ts';
import type { Sf } from 'sf-cli/sf';
import { EXIT } from '../shared/exit.ts';
import { connect } from './connect.ts';
import { examine } from './examine.ts';
import { helpText, parseDoctorOptions, type DoctorOptions } from './options.ts';
import type { Org } from './org.ts';
import { probe } from './probe/probe.ts';
import { writeSettings } from './writeSettings/writeSettings.ts';
import { errorJson, exitCodeOf, toJson, toTable } from './report.ts';
import { connectionProblem } from './connectionProblem.ts';

/** What the command needs of its process; tests hand in their own. */
export interface DoctorContext extends Output {
  /** Deploys the settings. */
  readonly sf: Sf;
  readonly isColored: boolean;
  /** Asks the user on the terminal; null if there is none. */
  readonly ask: ((question: string) => Promise<string>) | null;
  readonly now: () => Date;
}

/** The org could not be examined: the call has to be corrected. */
const NOT_EXAMINED = EXIT.usage;

/** The whole command. Answers the exit code, and never rejects, so that users see no stack trace. */
export async function runDoctor(args: readonly string[], context: DoctorContext): Promise<number> {
  return runParsed(parseDoctorOptions(args), helpText, context, (options) => examineTarget(options, context));
}

async function examineTarget(options: DoctorOptions, context: DoctorContext): Promise<number> {
  const stop = (message: string): number => {
    if (options.json) context.write(`${errorJson(message)}\n`);
    else context.writeError(`${message}\n`);
    return NOT_EXAMINED;
  };
  const writing = options.probe ? '--probe' : options.writeSettings ? '--write-settings' : null;
  if (writing !== null && options.prompt && context.ask === null) {
    return stop(
      `${writing} asks before it writes, and there is no terminal to ask on. Nothing was changed. Add --no-prompt to go on without asking.`
    );
  }
  const connected = await connect(options.targetOrg);
  return connected.kind === 'refused' ? stop(connected.message) : examineOrg(connected.value, options, context, stop);
}

async function examineOrg(
  org: Org,
  options: DoctorOptions,
  context: DoctorContext,
  stop: (message: string) => number
): Promise<number> {
  try {
    const { reading, groups } = await examine(org);
    const ask = options.prompt ? context.ask : null;
    const { sf, whenInterrupted } = context;
    const now = context.now();
    // JSON is alone on stdout.
    const show = options.json ? context.writeError : context.write;
    const all = [
      ...groups,
      ...(options.writeSettings ? [await writeSettings({ org, reading, sf, show, ask, now })] : []),
      ...(options.probe ? [await probe({ org, reading, ask, now, whenInterrupted })] : [])
    ];
    context.write(`${options.json ? toJson(org, all) : toTable(org, all, context.isColored)}\n`);
    return exitCodeOf(all);
  } catch (error) {
    return stop(connectionProblem(error, org.username));
  }
}
