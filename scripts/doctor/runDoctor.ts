import { connect } from './connect.ts';
import { examine } from './examine.ts';
import { countsOf, errorJson, toJson } from './json.ts';
import { helpText, parseOptions, type DoctorOptions } from './options.ts';
import type { Org } from './org.ts';
import { probe } from './probe/probe.ts';
import { toTable } from './report.ts';
import { sentenceOf } from './sentence.ts';

/** What the command needs of the process it runs in. */
export interface Surroundings {
  write(text: string): void;
  complain(text: string): void;
  readonly isColored: boolean;
  /** null where nobody can be asked. */
  readonly ask: ((question: string) => Promise<string>) | null;
  now(): Date;
}

const READY = 0;
const BLOCKED = 1;
const NOT_EXAMINED = 2;

/** The whole command. Resolves with the exit code; never rejects, so that nobody is shown a stack. */
export async function runDoctor(args: readonly string[], around: Surroundings): Promise<number> {
  const parsed = parseOptions(args);
  switch (parsed.kind) {
    case 'help':
      around.write(helpText.trimEnd());
      return READY;
    case 'refused':
      around.complain(parsed.message);
      return NOT_EXAMINED;
    case 'examine':
      return examineTarget(parsed.options, around);
  }
}

async function examineTarget(options: DoctorOptions, around: Surroundings): Promise<number> {
  const stop = (message: string): number => {
    if (options.json) around.write(errorJson(message));
    else around.complain(message);
    return NOT_EXAMINED;
  };
  if (options.probe && options.prompt && around.ask === null) {
    return stop(
      '--probe asks before it writes, and there is no terminal to ask on. Add --no-prompt to go on without asking.'
    );
  }
  const connected = await connect(options.targetOrg);
  return connected.kind === 'refused' ? stop(connected.message) : examineOrg(connected.org, options, around, stop);
}

async function examineOrg(
  org: Org,
  options: DoctorOptions,
  around: Surroundings,
  stop: (message: string) => number
): Promise<number> {
  try {
    const { reading, groups } = await examine(org);
    const ask = options.prompt ? around.ask : null;
    const all = options.probe ? [...groups, await probe({ org, reading, ask, now: around.now() })] : groups;
    around.write(options.json ? toJson(org, all) : toTable(org, all, around.isColored));
    return countsOf(all).blocked > 0 ? BLOCKED : READY;
  } catch (error) {
    return stop(sentenceOf(error, org.username));
  }
}
