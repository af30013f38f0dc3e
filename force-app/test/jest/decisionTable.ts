import { DECISIONS } from '../cases/decisions.ts';
import { decideInQuickAction, decideOnListScreen } from './surfaces.ts';

/**
 * Runs a person's cases through the list screen and the quick action; a unit test of the bulk command runs them through
 * its plan. Each test file serves one person, because permissions are module imports of the components.
 */
export function testDecisionsFor(person: keyof typeof DECISIONS): void {
  describe(`for ${person}`, () => {
    afterEach(() => {
      document.body.replaceChildren();
    });

    it.each(DECISIONS[person].cases)(
      'the list screen decides on $contact as every other surface does',
      async (given) => {
        const { outcome, code } = given;
        expect(await decideOnListScreen(given)).toEqual({ outcome, code });
      }
    );

    it.each(DECISIONS[person].cases)(
      'the quick action decides on $contact as every other surface does',
      async (given) => {
        const { outcome, code } = given;
        expect(await decideInQuickAction(given)).toEqual({ outcome, code });
      }
    );
  });
}
