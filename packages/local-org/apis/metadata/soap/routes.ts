import { Hono } from 'hono';
import { mayUseMetadata, METADATA_REFUSAL } from '../access.ts';
import { isServedVersion } from '../../shared/apiVersions.ts';
import { viewOf } from '../../shared/view.ts';
import { answerCall, answerFault, readCall } from './envelope.ts';
import { METADATA_CALLS } from './calls.ts';
import type { Org } from '../../../engine/org/org.ts';

/** `POST /services/Soap/m/68.0`: the calls of the Metadata API that are modelled. */
export function soapRoutes(org: () => Org): Hono {
  const routes = new Hono();
  routes.post('/m/:version/:organization?', async (c) => {
    if (!isServedVersion(`v${c.req.param('version')}`)) {
      return answerFault({ code: 'UNSUPPORTED_API_VERSION', message: 'Invalid Api version specified on URL' });
    }
    const call = readCall(await c.req.text());
    if (call === null) return answerFault({ code: 'UNKNOWN_EXCEPTION', message: 'The request is no SOAP envelope' });
    const view = viewOf(org(), call.sessionId);
    if (view === null) {
      return answerFault({
        code: 'INVALID_SESSION_ID',
        message: 'Invalid Session ID found in SessionHeader: Illegal Session'
      });
    }
    if (!mayUseMetadata(view.access)) return answerFault(METADATA_REFUSAL);
    const answer = METADATA_CALLS[call.operation];
    if (answer === undefined) {
      return answerFault({
        code: 'INVALID_OPERATION',
        message: `The call ${call.operation} is not modelled by this local org`
      });
    }
    const result = await answer(view, call.body);
    return result.ok ? answerCall(call.operation, result.value) : answerFault(result.fault);
  });
  return routes;
}
