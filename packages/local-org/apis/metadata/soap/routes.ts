import { Hono } from 'hono';
import type { Org } from '../../../engine/org/org.ts';
import { isServedVersion } from '../../shared/apiVersions.ts';
import { invalidSession, unsupportedVersion } from '../../shared/soapFaults.ts';
import { viewOf } from '../../shared/view.ts';
import { mayNotUseMetadata } from '../errors.ts';
import { mayUseMetadata } from '../requests.ts';
import { metadataCall } from './calls.ts';
import { answerCall, answerFault, readCall } from './envelope.ts';
import { noEnvelope, unsupportedCall } from './errors.ts';

/** `POST /services/Soap/m/68.0`: the modelled calls of the Metadata API. Those of the SOAP API, at `/u/` and `/c/`, are refused by name. */
export function soapRoutes(org: () => Org): Hono {
  const routes = new Hono();
  routes.post('/m/:version/:organization?', async (c) => {
    const version = c.req.param('version');
    if (!isServedVersion(`v${version}`)) return answerFault(unsupportedVersion(version));
    const call = readCall(await c.req.text());
    if (call === null) return answerFault(noEnvelope);
    const view = viewOf(org(), call.sessionId);
    if (view === null) return answerFault(invalidSession);
    if (!mayUseMetadata(view.access))
      return answerFault({ code: mayNotUseMetadata.errorCode, message: mayNotUseMetadata.message });
    const answer = metadataCall(call.operation);
    if (answer === undefined) return answerFault(unsupportedCall(`The call ${call.operation}`));
    const result = await answer(view, call.body);
    return result.ok ? answerCall(call.operation, result.value) : answerFault(result.fault);
  });
  // It answers no call, so it is no endpoint of its own: `all` leaves it out of their list.
  routes.all('/:api{[uc]}/:version/:organization?', async (c) => {
    const call = readCall(await c.req.text());
    return answerFault(call === null ? noEnvelope : unsupportedCall(`The call ${call.operation} of the SOAP API`));
  });
  return routes;
}
