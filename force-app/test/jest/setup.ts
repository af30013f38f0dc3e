import { registerSa11yMatcher } from '@sa11y/jest';
import { readCustomLabels } from './labels.ts';

/** `expect(element).toBeAccessible()` in every component test. */
registerSa11yMatcher();

/** Components speak by the real labels, so that tests read the screen as a person does. */
for (const [name, value] of readCustomLabels()) {
  jest.doMock(`@salesforce/label/c.${name}`, () => ({ __esModule: true, default: value }), { virtual: true });
}
