import { NotAsked, type AskedProbe, type Probe, type ProbeOutcome, type ProbeResult } from './probe.ts';
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
  return withKept(results, await org.undoAtEnd.run());
}

/** What several probes used is named by the last one that was asked. */
function withKept(results: readonly ProbeResult[], kept: readonly string[]): readonly ProbeResult[] {
  const last = results.findLastIndex(({ outcome }) => outcome !== 'notProbed');
  return results.map((result, index) => (index === last ? { ...result, note: noteOf(result.note, kept) } : result));
}

function noteOf(note: string, kept: readonly string[]): string {
  return [note, ...kept.map((one) => `The org keeps ${one}`)].join('. ');
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
  return { ...about, ...found, note: noteOf(found.note, kept), milliseconds };
}

interface Found {
  readonly answer: string | null;
  readonly outcome: ProbeOutcome;
  readonly note: string;
}

async function ask(org: ProbeOrg, probe: AskedProbe): Promise<Found> {
  try {
    const { answer, evidence } = await probe.ask(org);
    if (answer === probe.expected) return { answer, outcome: 'same', note: evidence };
    // A gap of the local org is no answer about Salesforce.
    const isGap = evidence.includes('not modelled by this local org');
    return { answer: isGap ? null : answer, outcome: isGap ? 'notProbed' : 'differs', note: evidence };
  } catch (error) {
    const note = error instanceof Error ? error.message : String(error);
    return { answer: null, outcome: error instanceof NotAsked ? 'notProbed' : 'failed', note };
  }
}
