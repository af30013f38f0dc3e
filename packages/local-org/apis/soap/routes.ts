import { Hono } from 'hono';
import type { Org } from '../../engine/org/org.ts';
import { isServedVersion } from '../shared/apiVersions.ts';
import { answerSoapCall, answerSoapFault, argumentOf, readCall, type SoapNamespaces } from '../shared/soapEnvelope.ts';
import { invalidSession, unsupportedVersion } from '../shared/soapFaults.ts';
import { mayManagePassword, setPassword, userOfPassword } from '../shared/userPassword.ts';
import { viewOf } from '../shared/view.ts';
import { invalidUser, mayNotManagePassword } from './errors.ts';

/** The namespaces of the partner WSDL, at `/u/`, and of the enterprise WSDL, at `/c/`. */
function namespacesOf(api: string): SoapNamespaces {
  const wsdl = api === 'c' ? 'enterprise' : 'partner';
  return { api: `urn:${wsdl}.soap.sforce.com`, faults: `urn:fault.${wsdl}.soap.sforce.com` };
}

/** `POST /services/Soap/u/68.0`: setPassword() of the SOAP API, which `sf org generate password` calls. Every other call is passed on. */
export function partnerRoutes(org: () => Org): Hono {
  const routes = new Hono();
  routes.post('/:api{[uc]}/:version/:organization?', async (c, next) => {
    const call = readCall(await c.req.text());
    if (call?.operation !== 'setPassword') {
      await next();
      return undefined;
    }
    const namespaces = namespacesOf(c.req.param('api'));
    const version = c.req.param('version');
    if (!isServedVersion(`v${version}`)) return answerSoapFault(namespaces, unsupportedVersion(version));
    const view = viewOf(org(), call.sessionId);
    if (view === null) return answerSoapFault(namespaces, invalidSession);
    const id = argumentOf(call.body, 'userId')?.text.trim() ?? '';
    const userId = userOfPassword(view, id);
    if (userId === null) return answerSoapFault(namespaces, invalidUser(id));
    if (!mayManagePassword(view, userId)) return answerSoapFault(namespaces, mayNotManagePassword);
    const refusal = setPassword(view, userId, argumentOf(call.body, 'password')?.text ?? '');
    if (refusal === null) return answerSoapCall(namespaces, call.operation, {});
    return answerSoapFault(namespaces, { code: refusal.statusCode, message: refusal.message });
  });
  return routes;
}
