import { effectOf } from './listButton.ts';

const button = {
  apiName: 'Contact.Send',
  objectApiName: 'Contact',
  label: 'Send',
  url: '/lightning/flow/Send?retURL=lightning/o/Contact/list',
  openType: 'replace',
  requireRowSelection: true
};

describe('a list button that is clicked', () => {
  it.each([
    [
      'asks for a selection when it needs rows and none is selected',
      button,
      [],
      { kind: 'refuse', message: 'Select at least one record and try again.' }
    ],
    [
      'opens its URL with one parameter per row',
      button,
      ['003A', '003B'],
      { kind: 'open', url: `${button.url}&ids=003A&ids=003B`, isNewTab: false }
    ],
    [
      'opens its URL without rows when it needs none',
      { ...button, requireRowSelection: false },
      [],
      { kind: 'open', url: button.url, isNewTab: false }
    ],
    [
      'opens a new tab when its open type says so',
      { ...button, url: '/flow/Send', openType: 'newWindow' },
      ['003A'],
      { kind: 'open', url: '/flow/Send?ids=003A', isNewTab: true }
    ]
  ])('%s', (_title, clicked, ids, effect) => {
    expect(effectOf(clicked, ids)).toEqual(effect);
  });
});
