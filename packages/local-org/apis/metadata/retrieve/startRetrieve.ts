import type { Org } from '../../../engine/org/org.ts';
import type { XmlValue } from '../../../engine/xml/writeXml.ts';
import { childOf, childrenOf, textOfChild, type XmlElement } from '../../../engine/xml/xml.ts';
import { NEWEST_VERSION } from '../../shared/apiVersions.ts';
import { fileProperties } from '../describe/describeMetadata.ts';
import type { PackageManifest } from '../package/packageManifest.ts';
import { writeZip } from '../package/packageZip.ts';
import { retrieveComponents } from './retrieveComponents.ts';

interface RetrieveRecord {
  result: XmlValue;
}

const retrievesByOrg = new WeakMap<Org, Map<string, RetrieveRecord>>();

/** Starts a retrieve and answers its id. Source: Metadata API, retrieve(), RetrieveRequest. */
export function startRetrieve(org: Org, request: XmlElement): string {
  const retrieves = retrievesByOrg.get(org) ?? new Map<string, RetrieveRecord>();
  retrievesByOrg.set(org, retrieves);
  const id = org.metadata.newId('09S');
  const record: RetrieveRecord = { result: { done: false, id, status: 'InProgress', success: false } };
  retrieves.set(id, record);
  void finish(org, id, request).then((result) => {
    record.result = result;
  });
  return id;
}

/** The RetrieveResult of a retrieve; undefined for an unknown id. */
export function retrieveResult(org: Org, id: string): XmlValue | undefined {
  return retrievesByOrg.get(org)?.get(id)?.result;
}

async function finish(org: Org, id: string, request: XmlElement): Promise<XmlValue> {
  const { files, components, messages } = retrieveComponents(org, manifestOf(request));
  const folder = textOfChild(request, 'singlePackage') === 'true' ? '' : 'unpackaged/';
  const zip = await writeZip(new Map([...files].map(([path, bytes]) => [folder + path, bytes])));
  return {
    done: true,
    fileProperties: components.map((component) =>
      fileProperties(org, { ...component, fileName: folder + component.fileName })
    ),
    id,
    messages: messages.map(({ fileName, problem }) => ({ fileName: folder + fileName, problem })),
    status: 'Succeeded',
    success: true,
    zipFile: Buffer.from(zip).toString('base64')
  };
}

function manifestOf(request: XmlElement): PackageManifest {
  const unpackaged = childOf(request, 'unpackaged');
  const types = new Map<string, Set<string>>();
  for (const element of unpackaged === undefined ? [] : childrenOf(unpackaged, 'types')) {
    types.set(textOfChild(element, 'name'), new Set(childrenOf(element, 'members').map(({ text }) => text.trim())));
  }
  const version = (unpackaged === undefined ? '' : textOfChild(unpackaged, 'version')) || NEWEST_VERSION;
  return { version, types };
}
