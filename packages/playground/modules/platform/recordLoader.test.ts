import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { callLocalOrg } from './callLocalOrg.ts';
import { loadRecord, loadRecords } from './recordLoader.ts';

jest.mock('./callLocalOrg.ts', () => ({ callLocalOrg: jest.fn() }));

const call = jest.mocked(callLocalOrg);
const FIELDS = { fields: ['Profile.Name'], optionalFields: [] };

function profile(id: string, name: string): RecordRepresentation {
  const meta = { lastModifiedById: null, lastModifiedDate: null, recordTypeId: null, systemModstamp: null };
  return { apiName: 'Profile', id, fields: { Name: { displayValue: null, value: name } }, ...meta };
}

const [first, second, gone] = ['00e000010000001AAA', '00e000010000002AAA', '00e000010000003AAA'];

describe('records that are asked for together', () => {
  beforeEach(() => {
    call.mockReset();
  });

  it('are one request, and each of them has its own outcome', async () => {
    const notFound = [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }];
    const results = [
      { statusCode: 200, result: profile(first, 'One') },
      { statusCode: 200, result: profile(second, 'Two') },
      { statusCode: 404, result: notFound }
    ];
    call.mockResolvedValueOnce({ ok: true, data: { hasErrors: true, results } });
    loadRecords([first, second, gone].map((recordId) => ({ recordId, ...FIELDS })));
    const answers = await Promise.all([first, second, gone].map((recordId) => loadRecord({ recordId, ...FIELDS })));
    expect(call.mock.calls).toEqual([['GET', `/ui-api/records/batch/${first},${second},${gone}?fields=Profile.Name`]]);
    expect(answers).toMatchObject([
      { ok: true, data: { id: first } },
      { ok: true, data: { id: second } },
      { ok: false, error: { status: 404, body: notFound } }
    ]);
  });

  it('are not asked for again while they are fresh', () => {
    loadRecords([first, second].map((recordId) => ({ recordId, ...FIELDS })));
    expect(call).not.toHaveBeenCalled();
  });

  it('all fail where the batch fails', async () => {
    const error = { ok: false as const, status: 503, statusText: '', body: null };
    call.mockResolvedValueOnce({ ok: false, error });
    const others = ['00e000010000004AAA', '00e000010000005AAA'].map((recordId) => ({ recordId, ...FIELDS }));
    loadRecords(others);
    expect(await Promise.all(others.map(loadRecord))).toEqual([
      { ok: false, error },
      { ok: false, error }
    ]);
  });
});
