import { parseListButton } from './listButtons.ts';

const file = (tags: string): string =>
  `<?xml version="1.0" encoding="UTF-8" ?>\n<WebLink xmlns="http://soap.sforce.com/2006/04/metadata">${tags}</WebLink>`;

const BUTTON = `<availability>online</availability>
  <displayType>massActionButton</displayType>
  <linkType>url</linkType>
  <masterLabel>Enable &amp; Tell</masterLabel>
  <openType>replace</openType>
  <protected>false</protected>
  <requireRowSelection>true</requireRowSelection>
  <url>/lightning/flow/Enable?retURL=lightning/o/Contact/list&amp;flow__kind=customer</url>`;

describe('the file of a list button', () => {
  it('says what to open, how, and whether rows are needed', () => {
    expect(parseListButton('Contact.Enable', file(BUTTON))).toEqual({
      apiName: 'Contact.Enable',
      objectApiName: 'Contact',
      label: 'Enable & Tell',
      url: '/lightning/flow/Enable?retURL=lightning/o/Contact/list&flow__kind=customer',
      openType: 'replace',
      requireRowSelection: true
    });
  });

  it('may leave out label and selection', () => {
    const bare = BUTTON.replace(/<masterLabel>.*<\/masterLabel>/u, '').replace(/<requireRow.*Selection>/u, '');
    expect(parseListButton('Contact.Enable', file(bare))).toMatchObject({
      label: 'Enable',
      requireRowSelection: false
    });
  });

  it.each(['link', 'button'])('is none for a %s of record pages', (displayType) => {
    expect(parseListButton('Contact.Open', file(BUTTON.replace('massActionButton', displayType)))).toBeUndefined();
  });
});
