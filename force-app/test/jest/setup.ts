import { registerSa11yMatcher } from '@sa11y/jest';
import { readCustomLabels } from './labels.ts';

/** Adds `expect(element).toBeAccessible()` to every component test. */
registerSa11yMatcher();

/** Components get the real labels, so that tests read the screen as a person does. */
for (const [name, value] of readCustomLabels()) {
  jest.doMock(`@salesforce/label/c.${name}`, () => ({ __esModule: true, default: value }), { virtual: true });
}
