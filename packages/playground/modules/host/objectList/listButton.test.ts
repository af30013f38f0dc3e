import { effectOf } from './listButton.ts';

const button = {
  apiName: 'Contact.Enable',
  objectApiName: 'Contact',
  label: 'Enable',
  url: '/lightning/flow/Enable?retURL=lightning/o/Contact/list',
  openType: 'replace',
  requireRowSelection: true
};

describe('a click on a list button', () => {
  it.each([
    [
      'asks for rows when it needs some and has none',
      button,
      [],
      { kind: 'refuse', message: 'Select at least one record and try again.' }
    ],
    [
      'opens its address with one parameter a row',
      button,
      ['003A', '003B'],
      { kind: 'open', url: `${button.url}&ids=003A&ids=003B`, isNewTab: false }
    ],
    [
      'opens its address without rows when it needs none',
      { ...button, requireRowSelection: false },
      [],
      { kind: 'open', url: button.url, isNewTab: false }
    ],
    [
      'opens a tab where it says so',
      { ...button, url: '/flow/Enable', openType: 'newWindow' },
      ['003A'],
      { kind: 'open', url: '/flow/Enable?ids=003A', isNewTab: true }
    ]
  ])('%s', (_title, clicked, ids, effect) => {
    expect(effectOf(clicked, ids)).toEqual(effect);
  });
});
