import type { FetchResponse, RecordRepresentation, WireResult } from 'lightning/uiRecordApi';
import { callLocalOrg, type ApiResult } from './callLocalOrg.ts';
import { isRecord, toId18 } from './recordShape.ts';
import { evict, ingest, markStale, onRecordsChanged, readRecord } from './recordStore.ts';

/** A record and its qualified fields (`Contact.Account.Name`). */
export interface RecordRequest {
  readonly recordId: string;
  readonly fields: readonly string[];
  readonly optionalFields: readonly string[];
}

interface Watcher {
  readonly request: RecordRequest;
  readonly fail: (error: FetchResponse) => void;
}

const watchers = new Set<Watcher>();
const inFlight = new Map<string, Promise<ApiResult<RecordRepresentation>>>();

/**
 * Emits the record at once, from the cache when that is fresh, and after each change. Returns a function that stops
 * this.
 */
export function watchRecord(
  request: RecordRequest,
  emit: (result: WireResult<RecordRepresentation>) => void
): () => void {
  const names = [...request.fields, ...request.optionalFields];
  let emitted = '';
  const show = (): void => {
    const { snapshot, isComplete } = readRecord(request.recordId, names);
    const text = JSON.stringify(snapshot);
    if (isComplete && text !== emitted) {
      emitted = text;
      emit({ data: snapshot, error: undefined });
    }
  };
  const watcher: Watcher = {
    request,
    fail: (error) => {
      emitted = '';
      emit({ data: undefined, error });
    }
  };
  watchers.add(watcher);
  const stopListening = onRecordsChanged(show);
  const { isComplete, isFresh } = readRecord(request.recordId, names);
  if (isComplete && isFresh) {
    queueMicrotask(show);
  } else {
    void loadRecord(request).then((answer) => {
      if (answer.ok) {
        show();
      } else {
        watcher.fail(answer.error);
      }
    });
  }
  return () => {
    watchers.delete(watcher);
    stopListening();
  };
}

/** Loads a record from the org into the cache. Equal requests at the same time are one request. */
export function loadRecord(request: RecordRequest): Promise<ApiResult<RecordRepresentation>> {
  const path = `/ui-api/records/${toId18(request.recordId)}?${fieldParameters(request)}`;
  return inFlight.get(path) ?? track(path, request, callLocalOrg<RecordRepresentation>('GET', path));
}

/**
 * Starts to load the records that the cache lacks, in one request per set of fields, as LDS does. UI API Guide: Get a
 * Batch of Records.
 */
export function loadRecords(requests: readonly RecordRequest[]): void {
  const missing = requests.filter((request) => {
    const { isComplete, isFresh } = readRecord(request.recordId, [...request.fields, ...request.optionalFields]);
    return !(isComplete && isFresh);
  });
  for (const [parameters, group] of Map.groupBy(missing, fieldParameters)) {
    if (group.length > 1) {
      const ids = group.map(({ recordId }) => toId18(recordId));
      const batch = callLocalOrg<RecordBatch>('GET', `/ui-api/records/batch/${ids.join(',')}?${parameters}`);
      group.forEach((request, index) => {
        const one = batch.then((answer) => (answer.ok ? answerOf(answer.data.results[index]) : answer));
        void track(`/ui-api/records/${ids[index] ?? ''}?${parameters}`, request, one);
      });
    }
  }
}

interface RecordBatch {
  readonly results: readonly {
    readonly statusCode: number;
    readonly result: RecordRepresentation | readonly unknown[];
  }[];
}

function answerOf(outcome: RecordBatch['results'][number] | undefined): ApiResult<RecordRepresentation> {
  const { statusCode: status, result: body } = outcome ?? { statusCode: 404, result: [] };
  return 'fields' in body
    ? { ok: true, data: body }
    : { ok: false, error: { ok: false, status, statusText: '', body } };
}

function fieldParameters({ fields, optionalFields }: RecordRequest): string {
  const parameters = new URLSearchParams();
  if (fields.length > 0) {
    parameters.set('fields', [...fields].sort().join(','));
  }
  if (optionalFields.length > 0) {
    parameters.set('optionalFields', [...optionalFields].sort().join(','));
  }
  return parameters.toString();
}

/** Remembers a request until its response is in the cache. */
function track(
  path: string,
  { recordId, fields, optionalFields }: RecordRequest,
  asked: Promise<ApiResult<RecordRepresentation>>
): Promise<ApiResult<RecordRepresentation>> {
  const request = asked.then((answer) => {
    inFlight.delete(path);
    if (answer.ok) {
      ingest(answer.data, [...fields, ...optionalFields]);
    } else if (answer.error.status === 404) {
      // A change of another record must not bring back what was known of a deleted one.
      evict(recordId);
    }
    return answer;
  });
  inFlight.set(path, request);
  return request;
}

/** Loads again every field of these records that a wire of the page shows, directly or through a relationship. */
export async function reloadRecords(recordIds: readonly string[]): Promise<void> {
  const ids = new Set(recordIds.map(toId18));
  ids.forEach(markStale);
  const byRecord = Map.groupBy(
    [...watchers].filter(({ request }) => shownIds(request).some((id) => ids.has(id))),
    ({ request }) => toId18(request.recordId)
  );
  const reloads = [...byRecord].map(([recordId, group]) => {
    const fields = new Set(group.flatMap(({ request }) => request.fields));
    const optionalFields = new Set(group.flatMap(({ request }) => request.optionalFields)).difference(fields);
    return { group, request: { recordId, fields: [...fields], optionalFields: [...optionalFields] } };
  });
  loadRecords(reloads.map(({ request }) => request));
  await Promise.all(
    reloads.map(async ({ group, request }) => {
      const answer = await loadRecord(request);
      if (!answer.ok) {
        group.forEach(({ fail }) => {
          fail(answer.error);
        });
      }
    })
  );
}

function shownIds(request: RecordRequest): string[] {
  const { snapshot } = readRecord(request.recordId, [...request.fields, ...request.optionalFields]);
  return [toId18(request.recordId), ...(snapshot === undefined ? [] : relatedIds(snapshot))];
}

function relatedIds(record: RecordRepresentation): string[] {
  return Object.values(record.fields).flatMap(({ value }) =>
    isRecord(value) ? [toId18(value.id), ...relatedIds(value)] : []
  );
}
