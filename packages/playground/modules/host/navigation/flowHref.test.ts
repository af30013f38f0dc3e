import { flowHref } from './flowHref.ts';

const BUTTONS = [
  { objectApiName: 'Contact', url: '/flow/Send_Cards?retURL=lightning/o/Contact/list', requireRowSelection: true },
  { objectApiName: 'Contact', url: '/flow/Count_Cards', requireRowSelection: false },
  { objectApiName: 'Account', url: '/lightning/o/Account/list', requireRowSelection: true }
];

describe('the link to a flow', () => {
  it.each([
    ['leads to the list whose button passes rows to the flow', 'Send_Cards', '/lightning/o/Contact/list'],
    ['opens a flow that needs no rows', 'Count_Cards', '/lightning/flow/Count_Cards'],
    ['opens a flow that no button starts', 'Review', '/lightning/flow/Review']
  ])('%s', (_title, flow, expected) => {
    expect(flowHref(flow, BUTTONS)).toBe(expected);
  });
});
