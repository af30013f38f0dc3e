import { childOf, parseXml, textOfChild, type XmlElement } from '../../../engine/xml/xml.ts';
import { escapeText, writeXml, type XmlValue } from '../../../engine/xml/writeXml.ts';
import { METADATA_NAMESPACE } from '../metadataTypes.ts';

export interface SoapCall {
  readonly operation: string;
  readonly sessionId: string;
  /** The operation's element; its children are the arguments. */
  readonly body: XmlElement;
}

/** A fault of the Metadata API: `sf:INVALID_SESSION_ID` with its text. */
export interface SoapFault {
  readonly code: string;
  readonly message: string;
}

/** The call in a SOAP envelope, or null when it is none. */
export function readCall(text: string): SoapCall | null {
  const parsed = parseXml(text);
  if (!parsed.ok || parsed.root.name !== 'Envelope') return null;
  const header = childOf(parsed.root, 'Header');
  const session = header === undefined ? undefined : childOf(header, 'SessionHeader');
  const operation = childOf(parsed.root, 'Body')?.children[0];
  if (operation === undefined) return null;
  return {
    operation: operation.name,
    sessionId: session === undefined ? '' : textOfChild(session, 'sessionId'),
    body: operation
  };
}

/** An argument by name; jsforce writes `ZipFile` where the WSDL says the same, others write `zipFile`. */
export function argumentOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name.toLowerCase() === name.toLowerCase());
}

/** HTTP 200 with one `<result>` for each value of a list. */
export function answerCall(operation: string, result: XmlValue): Response {
  const body = `<${operation}Response>${writeXml('result', result)}</${operation}Response>`;
  return new Response(envelope(body), { headers: CONTENT_TYPE });
}

/** HTTP 500 with a fault, as every error of a SOAP call is answered. Source: Metadata API Developer Guide, "Error Handling". */
export function answerFault({ code, message }: SoapFault): Response {
  const body = `<soapenv:Fault><faultcode>sf:${code}</faultcode><faultstring>${escapeText(`${code}: ${message}`)}</faultstring></soapenv:Fault>`;
  return new Response(envelope(body), { status: 500, headers: CONTENT_TYPE });
}

const CONTENT_TYPE = { 'Content-Type': 'text/xml;charset=UTF-8' };

function envelope(body: string): string {
  const namespaces = [
    'xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"',
    `xmlns="${METADATA_NAMESPACE}"`,
    'xmlns:sf="http://soap.sforce.com/2006/04/metadata"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
  ];
  return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope ${namespaces.join(' ')}><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
}
