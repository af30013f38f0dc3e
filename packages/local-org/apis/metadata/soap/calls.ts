import type { XmlValue } from '../../../engine/xml/writeXml.ts';
import { childrenOf, textOfChild, type XmlElement } from '../../../engine/xml/xml.ts';
import type { SoapFault } from '../../shared/soapFaults.ts';
import type { View } from '../../shared/view.ts';
import { optionsOfXml } from '../deploy/deployOptions.ts';
import { deployQueueOf } from '../deploy/deployQueue.ts';
import { isDone, type DeployRecord } from '../deploy/deployRecord.ts';
import { deployResult } from '../deploy/deployResult.ts';
import { describeMetadata, listMetadata } from '../describe/describeMetadata.ts';
import { retrieveResult, startRetrieve } from '../retrieve/startRetrieve.ts';
import { argumentOf } from './envelope.ts';
import { unsupportedCall, unknownId } from './errors.ts';
import { readMetadata } from './readMetadata.ts';
import { typeOf, updateMetadata } from './updateMetadata.ts';

type CallResult = { readonly ok: true; readonly value: XmlValue } | { readonly ok: false; readonly fault: SoapFault };
type Call = (view: View, body: XmlElement) => CallResult | Promise<CallResult>;

/** The modelled calls by name. Source: Metadata API Developer Guide, "File-Based Calls", "CRUD-Based Calls" and "Utility Calls". */
const METADATA_CALLS: Readonly<Record<string, Call>> = {
  deploy: ({ org, person }, body) => {
    const zip = Buffer.from(argumentText(body, 'ZipFile'), 'base64');
    const record = deployQueueOf(org).start(person, zip, optionsOfXml(argumentOf(body, 'DeployOptions')));
    return value({ done: false, id: record.id, state: 'Queued' });
  },
  checkDeployStatus: (view, body) =>
    withDeploy(view, argumentText(body, 'asyncProcessId'), (record) =>
      deployResult(view.org, record, argumentText(body, 'includeDetails') === 'true')
    ),
  cancelDeploy: (view, body) => {
    const id = argumentText(body, 'String') || argumentText(body, 'id');
    return withDeploy(view, id, (record) => {
      deployQueueOf(view.org).cancel(view.person, record);
      return { done: isDone(record), id: record.id };
    });
  },
  deployRecentValidation: ({ org, person }, body) => {
    const started = deployQueueOf(org).startValidated(person, argumentText(body, 'validationId'));
    if (started.ok) return value(started.value.id);
    return fail({ code: started.error.errorCode, message: started.error.message });
  },
  describeMetadata: () => value(describeMetadata()),
  listMetadata: ({ org }, body) =>
    value(
      listMetadata(
        org,
        childrenOf(body, 'queries').map((query) => textOfChild(query, 'type'))
      )
    ),
  readMetadata: ({ org }, body) => {
    const type = argumentText(body, 'type');
    const result = readMetadata(
      org,
      type,
      childrenOf(body, 'fullNames').map(({ text }) => text.trim())
    );
    return result === null ? fail(unsupportedCall(`readMetadata of ${type}`)) : value(result);
  },
  updateMetadata: (view, body) => {
    const given = childrenOf(body, 'metadata');
    const result = updateMetadata(view, given);
    return result === null ? fail(unsupportedCall(`updateMetadata of ${given.map(typeOf).join(', ')}`)) : value(result);
  },
  retrieve: ({ org }, body) => {
    const started = startRetrieve(org, argumentOf(body, 'retrieveRequest') ?? argumentOf(body, 'request') ?? body);
    return value({ done: false, id: started, state: 'Queued' });
  },
  checkRetrieveStatus: ({ org }, body) => {
    const id = argumentText(body, 'asyncProcessId');
    const result = retrieveResult(org, id);
    return result === undefined ? fail(unknownId(id)) : value(result);
  }
};

/** Finds a modelled call. */
export function metadataCall(operation: string): Call | undefined {
  return Object.hasOwn(METADATA_CALLS, operation) ? METADATA_CALLS[operation] : undefined;
}

function value(result: XmlValue): CallResult {
  return { ok: true, value: result };
}

function fail(fault: SoapFault): CallResult {
  return { ok: false, fault };
}

function argumentText(body: XmlElement, name: string): string {
  return argumentOf(body, name)?.text.trim() ?? '';
}

function withDeploy({ org }: View, id: string, answer: (record: DeployRecord) => XmlValue): CallResult {
  const record = deployQueueOf(org).find(id);
  return record === undefined ? fail(unknownId(id)) : value(answer(record));
}
