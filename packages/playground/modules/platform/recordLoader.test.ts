import type { RecordRepresentation } from 'lightning/uiRecordApi';

const context = { apiVersion: '68.0', accessToken: 'token' };
const answers: Response[] = [];
const asked: string[] = [];

/** What the page's modules find as they load. */
const PAGE = {
  document: { getElementById: () => ({ textContent: JSON.stringify(context) }) },
  fetch: (path: string, { method }: { readonly method: string }) => {
    asked.push(`${method} ${path}`);
    return Promise.resolve(answers.shift());
  }
};

const originals = Object.fromEntries(Object.keys(PAGE).map((name) => [name, Reflect.get(globalThis, name)]));
Object.assign(globalThis, PAGE);
const { loadRecord, loadRecords, reloadRecords, watchRecord } = await import('./recordLoader.ts');

afterAll(() => {
  Object.assign(globalThis, originals);
});

const FIELDS = { fields: ['Profile.Name'], optionalFields: [] };

function profile(id: string, name: string): RecordRepresentation {
  const meta = { lastModifiedById: null, lastModifiedDate: null, recordTypeId: null, systemModstamp: null };
  return { apiName: 'Profile', id, fields: { Name: { displayValue: null, value: name } }, ...meta };
}

const [first, second, gone] = ['00e000010000001AAA', '00e000010000002AAA', '00e000010000003AAA'];

describe('records that are loaded together', () => {
  beforeEach(() => {
    asked.splice(0);
  });

  it('are one request, and each has its own result', async () => {
    const notFound = [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }];
    const results = [
      { statusCode: 200, result: profile(first, 'One') },
      { statusCode: 200, result: profile(second, 'Two') },
      { statusCode: 404, result: notFound }
    ];
    answers.push(Response.json({ hasErrors: true, results }));
    loadRecords([first, second, gone].map((recordId) => ({ recordId, ...FIELDS })));
    const loaded = await Promise.all([first, second, gone].map((recordId) => loadRecord({ recordId, ...FIELDS })));
    expect(asked).toEqual([
      `GET /services/data/v68.0/ui-api/records/batch/${first},${second},${gone}?fields=Profile.Name`
    ]);
    expect(loaded).toMatchObject([
      { ok: true, data: { id: first } },
      { ok: true, data: { id: second } },
      { ok: false, error: { status: 404, body: notFound } }
    ]);
  });

  it('are not loaded again while they are fresh', () => {
    loadRecords([first, second].map((recordId) => ({ recordId, ...FIELDS })));
    expect(asked).toEqual([]);
  });

  it('all fail when the batch fails', async () => {
    const error = { ok: false, status: 503, statusText: '', body: null, headers: {} };
    answers.push(new Response(null, { status: 503 }));
    const others = ['00e000010000004AAA', '00e000010000005AAA'].map((recordId) => ({ recordId, ...FIELDS }));
    loadRecords(others);
    expect(await Promise.all(others.map(loadRecord))).toEqual([
      { ok: false, error },
      { ok: false, error }
    ]);
  });
});

describe('a record that was deleted elsewhere', () => {
  it('is an error as soon as it is loaded again, and stays one when other records change', async () => {
    const [deleted, other] = ['00e000010000006AAA', '00e000010000007AAA'];
    const emitted: string[] = [];
    answers.push(Response.json(profile(deleted, 'Deleted')));
    const stop = watchRecord({ recordId: deleted, ...FIELDS }, ({ data, error }) => {
      emitted.push(data === undefined ? `error ${String(error?.status)}` : 'data');
    });
    await loadRecord({ recordId: deleted, ...FIELDS });
    answers.push(Response.json([], { status: 404 }));
    await reloadRecords([deleted]);
    answers.push(Response.json(profile(other, 'Other')));
    await loadRecord({ recordId: other, ...FIELDS });
    stop();
    expect(emitted).toEqual(['data', 'error 404']);
  });
});
