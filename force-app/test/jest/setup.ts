import { registerSa11yMatcher } from '@sa11y/jest';

/** `expect(element).toBeAccessible()` in every component test. */
registerSa11yMatcher();
