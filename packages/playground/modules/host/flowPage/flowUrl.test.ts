import { readFlowUrl } from './flowUrl.ts';

const origin = 'http://localhost:4280';

const read = (url: string): ReturnType<typeof readFlowUrl> => readFlowUrl(new URL(url, origin));

describe('the URL of a flow', () => {
  it.each([
    ['a value by the name of the variable', '/flow/Send?kind=customer', { kind: 'customer' }],
    ['a value by its prefixed name in the app', '/lightning/flow/Send?flow__kind=customer', { kind: 'customer' }],
    ['no value by a name without the prefix in the app', '/lightning/flow/Send?kind=customer', {}],
    ['a collection by a repeated name', '/flow/Send?tag=a&tag=b', { tag: ['a', 'b'] }],
    ['the selected rows of a list', '/lightning/flow/Send?ids=003A&ids=003B', { ids: ['003A', '003B'] }],
    ['one selected row of a list as a collection', '/flow/Send?ids=003A', { ids: ['003A'] }],
    ['no value for retURL', '/flow/Send?retURL=lightning/page/home', {}]
  ])('gives %s', (_title, url, inputs) => {
    expect(read(url).inputs).toEqual(inputs);
  });

  it.each([
    ['lightning/o/Contact/list?filterName=Recent', `${origin}/lightning/o/Contact/list?filterName=Recent`],
    ['/lightning/o/Contact/list', `${origin}/lightning/o/Contact/list`],
    ['https://elsewhere.example/', null],
    ['//elsewhere.example/', null],
    ['javascript:alert(1)', null],
    ['', null]
  ])('returns to a URL of the org only: %s', (returnUrl, expected) => {
    expect(read(`/flow/Send?retURL=${encodeURIComponent(returnUrl)}`).returnUrl).toBe(expected);
  });
});
