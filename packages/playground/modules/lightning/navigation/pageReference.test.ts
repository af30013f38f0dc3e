import { parsePageReference, urlOf } from './pageReference.ts';

const contactId = '003000010000001AAA';

describe('the URL of a page reference', () => {
  it.each([
    [
      'a record with its object',
      {
        type: 'standard__recordPage',
        attributes: { recordId: contactId, objectApiName: 'Contact', actionName: 'view' }
      },
      `/lightning/r/Contact/${contactId}/view`
    ],
    [
      'a record alone',
      { type: 'standard__recordPage', attributes: { recordId: contactId, actionName: 'view' } },
      `/lightning/r/${contactId}/view`
    ],
    [
      'a list',
      {
        type: 'standard__objectPage',
        attributes: { objectApiName: 'Contact', actionName: 'list' },
        state: { filterName: 'Recent' }
      },
      '/lightning/o/Contact/list?filterName=Recent'
    ],
    [
      'a web page',
      { type: 'standard__webPage', attributes: { url: 'https://example.com/a?b=c' } },
      'https://example.com/a?b=c'
    ],
    [
      'a flow with its inputs',
      { type: 'standard__flow', attributes: { devName: 'Rate_Contact' }, state: { flow__contactName: 'Ada' } },
      '/lightning/flow/Rate_Contact?flow__contactName=Ada'
    ],
    [
      'a type without a page in the playground',
      { type: 'standard__knowledgeArticlePage', attributes: {} },
      '/lightning/unsupported/standard__knowledgeArticlePage'
    ]
  ])('is that of %s', (_title, reference, url) => {
    expect(urlOf(reference)).toBe(url);
  });

  it.each([
    [`/lightning/r/Contact/${contactId}/view`, '?c__from=mail'],
    ['/lightning/o/Contact/list', ''],
    ['/lightning/flow/Rate_Contact', '?flow__contactName=Ada']
  ])('is parsed to the page reference of the same URL: %s%s', (pathname, search) => {
    const reference = parsePageReference({ pathname, search });
    expect(reference === undefined ? '' : urlOf(reference)).toBe(pathname + search);
  });
});
