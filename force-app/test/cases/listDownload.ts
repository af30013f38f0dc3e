/** What the list screen downloads for three contacts, of which the second one has no email. */
export const LIST_DOWNLOAD = [
  '\uFEFFContactId,Name,Outcome,UserId,Username,Code,Deviation,Message',
  '003000010000001AAA,Person 1,created,005000010000001AAA,person1@northwind.example,,,',
  '003000010000002AAA,Person 2,blocked,,,emailMissing,,Person 2 has no email. Add one to the contact.',
  `003000010000003AAA,"'=Dubois; A",created,005000010000003AAA,person3@northwind.example,,,`,
  ''
].join('\r\n');
