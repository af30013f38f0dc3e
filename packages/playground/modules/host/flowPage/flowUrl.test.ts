import { readFlowUrl } from './flowUrl.ts';

const origin = 'http://localhost:4280';

const read = (url: string): ReturnType<typeof readFlowUrl> => readFlowUrl(new URL(url, origin));

describe('the address of a flow', () => {
  it.each([
    ['a value by the variable’s name', '/flow/Enable?kind=customer', { kind: 'customer' }],
    ['a value by the marked name in the shell', '/lightning/flow/Enable?flow__kind=customer', { kind: 'customer' }],
    ['nothing by an unmarked name in the shell', '/lightning/flow/Enable?kind=customer', {}],
    ['a collection by a name that comes again', '/flow/Enable?tag=a&tag=b', { tag: ['a', 'b'] }],
    ['the rows of a list', '/lightning/flow/Enable?ids=003A&ids=003B', { ids: ['003A', '003B'] }],
    ['one row of a list as a collection', '/flow/Enable?ids=003A', { ids: ['003A'] }],
    ['nothing that says where to go after', '/flow/Enable?retURL=lightning/page/home', {}]
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
  ])('leads back to an address of the org only: %s', (returnUrl, expected) => {
    expect(read(`/flow/Enable?retURL=${encodeURIComponent(returnUrl)}`).returnUrl).toBe(expected);
  });
});
