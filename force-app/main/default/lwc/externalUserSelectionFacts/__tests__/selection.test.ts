import { toSelection } from '../selection.ts';

describe('a selection', () => {
  it.each([
    ['each contact once', ['003000010000001AAA', '003000010000001AAA'], ['003000010000001AAA'], []],
    [
      'ids of 15 characters and the same of 18 as one',
      ['0035f00000AbCdE', '0035f00000AbCdEAAV'],
      ['0035f00000AbCdEAAV'],
      []
    ],
    ['ids that belong to no contact apart', ['001000010000001AAA', 'x', ''], [], ['001000010000001AAA', 'x']],
    [
      'the order of the list',
      ['003000010000002AAA', '003000010000001AAA'],
      ['003000010000002AAA', '003000010000001AAA'],
      []
    ]
  ])('has %s', (_what, ids, contactIds, others) => {
    expect(toSelection(ids)).toEqual({ contactIds, others });
  });
});
