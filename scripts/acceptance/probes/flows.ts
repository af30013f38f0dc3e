import { isJson, listAt, textAt, valueAt, type Json } from 'sf-cli/json';
import { fetchMetadata } from '../../shared/sf/fetchMetadata.ts';
import { flowVersionsQuery, toFlowVersions, type FlowVersions } from '../../shared/sf/flowVersions.ts';
import { quoted } from '../../shared/soql.ts';
import { inTemporaryFolder } from '../../shared/temporaryFolder.ts';
import {
  ASYNCHRONOUS,
  CREATE,
  CREATES_BEFORE_SAVE,
  FIND_NONE,
  FIND_SETUP,
  flowWithFormula,
  orderedFlow,
  RESTRICTED,
  RUNS_RESTRICTED
} from './flowFiles.ts';
import { checkDeploy, deleteComponents, needComponents, observedDeploy } from './metadata.ts';
import { probesOf } from './probe.ts';
import type { ProbeOrg } from './probeOrg.ts';
import { NAME, need, salesOpsOf, takeBack, unique } from './records.ts';
import { observed, observedOutcome, type Reply } from './reply.ts';

/** What flows do, and how they are deployed and activated. */
export const FLOWS = probesOf(
  {
    fact: 'F-039',
    question: 'Does the org take a flow with an asynchronous path whose entry formula uses ISNEW and ISCHANGED?',
    expected: 'accepted',
    ask: async (org) => observedDeploy(await checkDeploy(org, ASYNCHRONOUS))
  },
  {
    fact: 'F-040',
    question: 'Is a record saved if another one of the same transaction takes its fault path?',
    expected: 'one saved, one with a fault',
    ask: async (org) => {
      const reply = await runFlow(org, CREATE.fullName, [{ accountName: `${NAME} ${unique()}` }, { accountName: '' }]);
      const saved = idsIn(org, reply).length;
      const faults = outputsOf(reply).filter((output) => textAt(output, 'fault') !== '').length;
      const words = ['none', 'one', 'two'];
      return observed(`${words[saved] ?? ''} saved, ${words[faults] ?? ''} with a fault`, reply);
    }
  },
  {
    fact: 'F-043',
    question: 'Does $Flow.FaultMessage hold the status code of the API?',
    expected: 'REQUIRED_FIELD_MISSING',
    ask: async (org) => {
      const reply = await runFlow(org, CREATE.fullName, [{ accountName: '' }]);
      const fault = textAt(outputsOf(reply)[0], 'fault');
      const answer = /REQUIRED_FIELD_MISSING/u.exec(fault)?.[0] ?? (fault || 'no fault');
      return { answer, evidence: `${reply.line}: ${fault}` };
    }
  },
  {
    fact: 'F-044',
    question: 'What becomes of a variable after a lookup that finds nothing?',
    expected: 'unchanged',
    ask: async (org) => {
      const reply = await runFlow(org, FIND_NONE.fullName, [{}]);
      return observed(textAt(outputsOf(reply)[0], 'found') || 'empty', reply);
    }
  },
  {
    fact: 'F-045',
    question: 'May a flow look up Profile, Organization, UserRole and custom metadata types?',
    expected: 'accepted',
    ask: async (org) => {
      const reply = await runFlow(org, FIND_SETUP.fullName, [{}]);
      return observed(textAt(outputsOf(reply)[0], 'fault') || 'accepted', reply);
    }
  },
  {
    fact: 'F-046',
    question: 'Can a person with Run Flows run a restricted flow that was not granted by name?',
    expected: 'refused',
    ask: async (org) => {
      await flowsIn(org);
      const reply = await post(salesOpsOf(org), RESTRICTED.fullName, [{}]);
      return observed(reply.isOk ? 'accepted' : 'refused', reply);
    }
  },
  {
    fact: 'F-047',
    question: 'Does the org take a trigger order of flows before and after the save?',
    expected: 'before: accepted; after: accepted',
    ask: async (org) => {
      const before = observedDeploy(await checkDeploy(org, orderedFlow('RecordBeforeSave')));
      const after = observedDeploy(await checkDeploy(org, orderedFlow('RecordAfterSave')));
      const answer = `before: ${before.answer}; after: ${after.answer}`;
      return { answer, evidence: `${before.evidence}; ${after.evidence}` };
    }
  },
  {
    fact: 'F-127',
    question: 'Does the org take a flow before the save that creates a record?',
    expected: 'refused',
    ask: async (org) => {
      const { answer, evidence } = observedDeploy(await checkDeploy(org, CREATES_BEFORE_SAVE));
      return { answer: answer === 'accepted' ? 'accepted' : 'refused', evidence };
    }
  },
  {
    fact: 'F-114',
    question: 'Does the org take a formula of a flow with 3,900 characters, and one with 3,901?',
    expected: '3,900: accepted; 3,901: refused',
    ask: async (org) => {
      const most = observedDeploy(await checkDeploy(org, flowWithFormula(3900)));
      const more = observedDeploy(await checkDeploy(org, flowWithFormula(3901)));
      const said = (answer: string): string => (answer === 'accepted' ? 'accepted' : 'refused');
      const answer = `3,900: ${said(most.answer)}; 3,901: ${said(more.answer)}`;
      return { answer, evidence: `${most.evidence}; ${more.evidence}` };
    }
  },
  {
    fact: 'F-133',
    question: 'Does an org that is no production org deploy a flow as active?',
    expected: 'active',
    ask: async (org) => {
      const flows = await flowsIn(org);
      const isActive = flows.every(({ active, latest }) => active === latest);
      const evidence = flows.map(({ name, active, latest }) => `${name}: ${String(active)} of ${String(latest)}`);
      return { answer: isActive ? 'active' : 'inactive', evidence: evidence.join(', ') };
    }
  },
  {
    fact: 'F-134',
    question: 'Does the Tooling API deactivate and activate a version, and does an inactive flow start?',
    expected: 'inactive: not started; active: started',
    ask: async (org) => {
      const flow = (await flowsIn(org)).find(({ name }) => name === FIND_NONE.fullName);
      if (flow === undefined) throw new Error(`The org has no flow ${FIND_NONE.fullName}.`);
      const off = await activate(org, flow, 0);
      const inactive = await post(org, flow.name, [{}]);
      const on = await activate(org, flow, flow.latest);
      const active = await post(org, flow.name, [{}]);
      const said = (reply: Reply): string => (reply.isOk ? 'started' : 'not started');
      return observed(`inactive: ${said(inactive)}; active: ${said(active)}`, off, inactive, on, active);
    }
  },
  {
    fact: 'F-135',
    question: 'Is Lightning runtime for flows on?',
    expected: 'enableLightningRuntimeEnabled: true',
    ask: async (org) =>
      inTemporaryFolder(async (folder) => {
        const wanted = { type: 'Settings', fullName: 'Flow', directory: 'settings', suffix: '.settings' };
        const file = await fetchMetadata(org.sf, org.username, wanted, folder);
        if (file.kind !== 'fetched') throw new Error('The org sent no FlowSettings.');
        const [element = 'none'] = /<enableLightningRuntimeEnabled>[^<]*/u.exec(file.xml) ?? [];
        return { answer: element.replace('<', '').replace('>', ': '), evidence: 'FlowSettings, retrieved' };
      })
  },
  {
    fact: 'F-056',
    question: 'Does a restricted flow run for a person whose permission set names it in flowAccesses?',
    expected: 'accepted',
    ask: async (org) => {
      const salesOps = salesOpsOf(org);
      await flowsIn(org);
      org.undo.add(async () => deleteComponents(org, 'PermissionSet', [RUNS_RESTRICTED.fullName]));
      await needComponents(org, RUNS_RESTRICTED);
      const [set] = await org.query(`SELECT Id FROM PermissionSet WHERE Name = ${quoted(RUNS_RESTRICTED.fullName)}`);
      const [person] = await org.query(`SELECT Id FROM User WHERE Username = ${quoted(salesOps.username)}`);
      await need(org, 'PermissionSetAssignment', {
        AssigneeId: textAt(person, 'Id'),
        PermissionSetId: textAt(set, 'Id')
      });
      return observedOutcome(await post(salesOps, RESTRICTED.fullName, [{}]));
    }
  }
);

/** The flows of the probes, deployed once. They are taken back when the last probe has run. */
async function flowsIn(org: ProbeOrg): Promise<readonly FlowVersions[]> {
  return org.remember('flows', async () => {
    const components = [CREATE, FIND_NONE, FIND_SETUP, RESTRICTED];
    const names = components.map(({ fullName }) => fullName);
    org.undoAtEnd.add(async () => removeFlows(org, names));
    await needComponents(org, ...components);
    return readFlows(org, names);
  });
}

async function readFlows(org: ProbeOrg, names: readonly string[]): Promise<readonly FlowVersions[]> {
  const reply = await org.send('GET', `/tooling/query?q=${encodeURIComponent(flowVersionsQuery(names))}`);
  if (!reply.isOk) throw new Error(reply.line);
  return toFlowVersions(names, listAt(reply.body, 'records').filter(isJson));
}

/** An active version can't be deleted, and a deploy deletes a version by its number only (forcedotcom/cli#3401). */
async function removeFlows(org: ProbeOrg, names: readonly string[]): Promise<string | null> {
  const flows = await readFlows(org, names);
  for (const flow of flows) await activate(org, flow, 0);
  const versions = flows.map(({ name, latest }) => `${name}-${String(latest)}`);
  return versions.length === 0 ? null : deleteComponents(org, 'Flow', versions);
}

async function activate(org: ProbeOrg, { definitionId }: FlowVersions, version: number): Promise<Reply> {
  const Metadata = { activeVersionNumber: version };
  return org.send('PATCH', `/tooling/sobjects/FlowDefinition/${definitionId}`, { Metadata });
}

async function runFlow(org: ProbeOrg, name: string, inputs: readonly Json[]): Promise<Reply> {
  await flowsIn(org);
  return post(org, name, inputs);
}

async function post(org: ProbeOrg, name: string, inputs: readonly Json[]): Promise<Reply> {
  return org.send('POST', `/actions/custom/flow/${name}`, { inputs });
}

function outputsOf({ body }: Reply): readonly unknown[] {
  return listAt({ body }, 'body').map((result) => valueAt(result, 'outputValues'));
}

/** The accounts that a flow made. */
function idsIn(org: ProbeOrg, reply: Reply): readonly string[] {
  const ids = outputsOf(reply)
    .map((output) => textAt(output, 'accountId'))
    .filter((id) => id !== '');
  for (const id of ids) takeBack(org, 'Account', id);
  return ids;
}
