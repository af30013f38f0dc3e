import type { ProbeOrg } from './probeOrg.ts';
import type { Observation } from './reply.ts';

/** A question to an org for each fact of docs/platform-facts.md: whether the org is as we assume. */
export type Probe = AskedProbe | UnaskedProbe;

interface ProbedFact {
  /** Its id in docs/platform-facts.md, such as `F-001`. */
  readonly fact: string;
  readonly question: string;
  /** What the org answers if the fact holds. */
  readonly expected: string;
}

export interface AskedProbe extends ProbedFact {
  /** Rejects with NotAsked where this org can't be asked, and with any other error where the probe itself failed. */
  readonly ask: (org: ProbeOrg) => Promise<Observation>;
}

/** A fact that no API can be asked for. */
export interface UnaskedProbe extends ProbedFact {
  readonly notProbed: string;
}

/** A part of the table of probes. */
export function probesOf(...probes: readonly Probe[]): readonly Probe[] {
  return probes;
}

export type ProbeOutcome = 'same' | 'differs' | 'notProbed' | 'failed';

export interface ProbeResult {
  readonly fact: string;
  readonly question: string;
  readonly expected: string;
  /** null where the org was not asked, or gave no answer. */
  readonly answer: string | null;
  readonly outcome: ProbeOutcome;
  /** The evidence or the reason, and which records the org keeps. */
  readonly note: string;
  readonly milliseconds: number;
}

/** This org lacks what the question is about, such as a license or a second person. */
export class NotAsked extends Error {
  override readonly name = 'NotAsked';
}
