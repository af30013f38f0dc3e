import { createAnsweringApi } from '../testing/answeringApi.ts';
import { readNamesInUse } from './namesInUse.ts';

describe('names in use', () => {
  it('are found also where their case differs', async () => {
    const api = createAnsweringApi({ User: [{ Username: 'Ann@acme.example', CommunityNickname: 'Ann' }] });
    const names = { username: ['ann@ACME.example', 'bob@acme.example'], nickname: ['ann', 'bob'] };
    const found = await readNamesInUse(api, names);
    expect(found).toEqual({
      kind: 'known',
      value: { username: new Set(['ann@acme.example']), nickname: new Set(['ann']) }
    });
  });

  it('are asked for once each, in queries that are short enough for SOQL, also where all names are long', async () => {
    const api = createAnsweringApi({});
    const username = Array.from({ length: 2000 }, (_none, index) => `${"'".repeat(60)}${String(index)}@acme.example`);
    await readNamesInUse(api, { username: [...username, ...username], nickname: [] });
    expect(Math.max(...api.asked.map(({ length }) => length))).toBeLessThan(100_000);
    expect(api.asked.join().match(/@acme/gu)).toHaveLength(2000);
  });
});
