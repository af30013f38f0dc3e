import { escapeText, writeXml, type XmlValue } from '../../engine/xml/writeXml.ts';
import { childOf, parseXml, textOfChild, type XmlElement } from '../../engine/xml/xml.ts';
import type { SoapFault } from './soapFaults.ts';

export interface SoapCall {
  readonly operation: string;
  readonly sessionId: string;
  /** The element of the operation, whose children are the arguments. */
  readonly body: XmlElement;
}

/** Reads the call of a SOAP envelope; null for another text. */
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

/** Finds an argument by name. Case is ignored, because clients write both `ZipFile`, as the WSDL has it, and `zipFile`. */
export function argumentOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name.toLowerCase() === name.toLowerCase());
}

/** The XML namespaces of an API: of its answers, and of the codes of its faults. */
export interface SoapNamespaces {
  readonly api: string;
  readonly faults: string;
}

/** Answers HTTP 200, with one `<result>` for each value of a list. */
export function answerSoapCall(namespaces: SoapNamespaces, operation: string, result: XmlValue): Response {
  const body = `<${operation}Response>${writeXml('result', result)}</${operation}Response>`;
  return new Response(envelope(namespaces, body), { headers: CONTENT_TYPE });
}

/** Answers HTTP 500 with a fault. Source: Metadata API Developer Guide, "Error Handling". */
export function answerSoapFault(namespaces: SoapNamespaces, { code, message }: SoapFault): Response {
  const body = `<soapenv:Fault><faultcode>sf:${code}</faultcode><faultstring>${escapeText(`${code}: ${message}`)}</faultstring></soapenv:Fault>`;
  return new Response(envelope(namespaces, body), { status: 500, headers: CONTENT_TYPE });
}

const CONTENT_TYPE = { 'Content-Type': 'text/xml;charset=UTF-8' };

function envelope({ api, faults }: SoapNamespaces, body: string): string {
  const namespaces = [
    'xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"',
    `xmlns="${api}"`,
    `xmlns:sf="${faults}"`,
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
  ];
  return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope ${namespaces.join(' ')}><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
}
