import {
  NotAsked,
  type AskedProbe,
  type Observation,
  type Probe,
  type ProbeOutcome,
  type ProbeResult
} from './probe.ts';
import { PROBES } from './probes.ts';
import type { ProbeOrg } from './probeOrg.ts';

/** Asks an org for all facts, or for some, one after the other. A probe that fails says why, and the others go on. */
export async function runProbes(
  org: ProbeOrg,
  { facts, probes = PROBES }: { readonly facts?: readonly string[]; readonly probes?: readonly Probe[] } = {}
): Promise<readonly ProbeResult[]> {
  const results: ProbeResult[] = [];
  for (const probe of probes) {
    if (facts === undefined || facts.includes(probe.fact)) results.push(await runProbe(org, probe));
  }
  return results;
}

async function runProbe(org: ProbeOrg, probe: Probe): Promise<ProbeResult> {
  const { fact, question, expected } = probe;
  const about = { fact, question, expected };
  if ('notProbed' in probe) {
    return { ...about, answer: null, outcome: 'notProbed', note: probe.notProbed, milliseconds: 0 };
  }
  const start = performance.now();
  const found = await ask(org, probe);
  const kept = await org.undo.run();
  const milliseconds = Math.round(performance.now() - start);
  const note = [found.note, ...kept.map((one) => `The org keeps ${one}`)].join('. ');
  return { ...about, ...found, note, milliseconds };
}

interface Found {
  readonly answer: string | null;
  readonly outcome: ProbeOutcome;
  readonly note: string;
}

async function ask(org: ProbeOrg, probe: AskedProbe): Promise<Found> {
  try {
    const { answer, evidence }: Observation = await probe.ask(org);
    return { answer, outcome: answer === probe.expected ? 'same' : 'differs', note: evidence };
  } catch (error) {
    const note = error instanceof Error ? error.message : String(error);
    return { answer: null, outcome: error instanceof NotAsked ? 'notProbed' : 'failed', note };
  }
}
