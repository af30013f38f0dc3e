import type { FetchResponse, WireResult } from 'lightning/uiRecordApi';
import { deepFreeze } from '../../platform/deepFreeze.ts';
import { noteRefusal } from '../../platform/notedRefusals.ts';
import { wireAdapter } from '../../platform/wireAdapter.ts';

type ApexMethod = ((parameters?: object) => Promise<never>) & {
  readonly adapter: ReturnType<typeof wireAdapter<object, WireResult<never>>>;
};

/**
 * The value of `@salesforce/apex/Class.method`. The local org runs no Apex, so a call rejects and a wire gets the
 * error. The rest of the component still works.
 */
export function apexMethod(name: string): ApexMethod {
  const refuse = (component?: string): FetchResponse =>
    deepFreeze({
      ok: false,
      status: 500,
      statusText: 'Server Error',
      body: { message: noteRefusal(`@salesforce/apex/${name}`, component) }
    });
  return Object.assign(
    // Apex rejects with the FetchResponse itself, which is not an Error. LWC Guide: apex-error.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    () => Promise.reject(refuse()),
    {
      adapter: wireAdapter<object, WireResult<never>>(
        { data: undefined, error: undefined },
        (_config, emit, component) => {
          emit({ data: undefined, error: refuse(component) });
          return undefined;
        }
      )
    }
  );
}

/** Does nothing, because no Apex result exists that could be refreshed. */
export function refreshApex(): Promise<void> {
  return Promise.resolve();
}
