import type { FetchResponse, WireResult } from 'lightning/uiRecordApi';
import { deepFreeze } from '../../platform/deepFreeze.ts';
import { wireAdapter } from '../../platform/wireAdapter.ts';

type ApexMethod = ((parameters?: object) => Promise<never>) & {
  readonly adapter: ReturnType<typeof wireAdapter<object, WireResult<never>>>;
};

/**
 * Stands behind `@salesforce/apex/Class.method`. The local org runs no Apex: a call rejects and a wire gets the error, so
 * that the rest of a component can still be tried.
 */
export function apexMethod(name: string): ApexMethod {
  const error: FetchResponse = deepFreeze({
    ok: false,
    status: 500,
    statusText: 'Server Error',
    body: { message: `The local org runs no Apex: ${name}` }
  });
  return Object.assign(
    // Apex rejects with the FetchResponse itself, which is no Error. LWC: apex-error.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    () => Promise.reject(error),
    {
      adapter: wireAdapter<object, WireResult<never>>({ data: undefined, error: undefined }, (_config, emit) => {
        emit({ data: undefined, error });
        return undefined;
      })
    }
  );
}

/** Nothing to ask for again. */
export function refreshApex(): Promise<void> {
  return Promise.resolve();
}
