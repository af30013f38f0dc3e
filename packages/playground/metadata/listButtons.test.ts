import { parseListButton } from './listButtons.ts';

const file = (tags: string): string =>
  `<?xml version="1.0" encoding="UTF-8" ?>\n<WebLink xmlns="http://soap.sforce.com/2006/04/metadata">${tags}</WebLink>`;

const BUTTON = `<availability>online</availability>
  <displayType>massActionButton</displayType>
  <linkType>url</linkType>
  <masterLabel>Send &amp; Tell</masterLabel>
  <openType>replace</openType>
  <protected>false</protected>
  <requireRowSelection>true</requireRowSelection>
  <url>/lightning/flow/Send?retURL=lightning/o/Contact/list&amp;flow__kind=customer</url>`;

describe('the file of a list button', () => {
  it('says what the button opens, how, and whether it needs selected rows', () => {
    expect(parseListButton('Contact.Send', file(BUTTON))).toEqual({
      apiName: 'Contact.Send',
      objectApiName: 'Contact',
      label: 'Send & Tell',
      url: '/lightning/flow/Send?retURL=lightning/o/Contact/list&flow__kind=customer',
      openType: 'replace',
      requireRowSelection: true
    });
  });

  it('may lack a label and a row selection', () => {
    const bare = BUTTON.replace(/<masterLabel>.*<\/masterLabel>/u, '').replace(/<requireRow.*Selection>/u, '');
    expect(parseListButton('Contact.Send', file(bare))).toMatchObject({
      label: 'Send',
      requireRowSelection: false
    });
  });

  it.each(['link', 'button'])('is left out when it is a %s of record pages', (displayType) => {
    expect(parseListButton('Contact.Open', file(BUTTON.replace('massActionButton', displayType)))).toBeUndefined();
  });
});
