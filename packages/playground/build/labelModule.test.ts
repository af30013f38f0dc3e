import { labelDefinitions, labelModule } from './labelModule.ts';

const texts = new Map([
  ['Next', 'Weiter'],
  ['Back', '"Zurück"']
]);

describe('the file with the texts of all labels', () => {
  it.each([
    [
      'one module for a build of the working tree',
      labelModule,
      'export default {"Next":"Weiter","Back":"\\"Zurück\\""};\n'
    ],
    [
      'one AMD module per label for deployed code',
      labelDefinitions,
      'define("@salesforce/label/c.Next",[],()=>("Weiter"));\ndefine("@salesforce/label/c.Back",[],()=>("\\"Zurück\\""));\n'
    ]
  ])('is %s', (_title, toFile, code) => {
    expect(toFile(texts, 'de').code).toBe(code);
  });

  it('has another name after a label changed, because browsers cache it', () => {
    const { fileName } = labelModule(texts, 'de');
    expect(fileName).toMatch(/^labels\.de-\w+\.js$/u);
    expect(labelModule(new Map([...texts, ['Next', 'Vor']]), 'de').fileName).not.toBe(fileName);
  });
});
