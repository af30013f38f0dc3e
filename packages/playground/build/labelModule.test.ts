import { labelDefinitions, labelModule } from './labelModule.ts';

const texts = new Map([
  ['Next', 'Weiter'],
  ['Back', '"Zurück"']
]);

describe('the texts of all labels', () => {
  it.each([
    [
      'one module for a build of the working tree',
      labelModule,
      'export default {"Next":"Weiter","Back":"\\"Zurück\\""};\n'
    ],
    [
      'an AMD module each for what was deployed',
      labelDefinitions,
      'define("@salesforce/label/c.Next",[],()=>("Weiter"));\ndefine("@salesforce/label/c.Back",[],()=>("\\"Zurück\\""));\n'
    ]
  ])('are %s', (_title, toFile, code) => {
    expect(toFile(texts, 'de').code).toBe(code);
  });

  it('have another file name when one was changed, since browsers keep it', () => {
    const { fileName } = labelModule(texts, 'de');
    expect(fileName).toMatch(/^labels\.de-\w+\.js$/u);
    expect(labelModule(new Map([...texts, ['Next', 'Vor']]), 'de').fileName).not.toBe(fileName);
  });
});
