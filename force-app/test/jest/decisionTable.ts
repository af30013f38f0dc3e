import type { DecisionCase } from '../cases/decisionCase.ts';
import { DECISIONS } from '../cases/decisions.ts';
import { decideInQuickAction, decideOnListScreen, offersReactivation } from './surfaces.ts';

/**
 * Runs a person's cases through the list screen and the quick action; a unit test of the bulk command runs them through
 * its plan. Each test file serves one person, because permissions are module imports of the components.
 */
export function testDecisionsFor(person: keyof typeof DECISIONS): void {
  describe(`for ${person}`, () => {
    afterEach(() => {
      document.body.replaceChildren();
    });

    const cases: readonly DecisionCase[] = DECISIONS[person].cases;
    it.each(cases.filter(({ username }) => username === undefined))(
      'the list screen decides on $contact as every other surface does',
      async (given) => {
        const { outcome, code, deviations = [] } = given;
        expect(await decideOnListScreen(given)).toEqual({ outcome, code, deviations });
      }
    );

    const withInactiveUser = cases.filter(
      ({ code, againstReactivation }) => code === 'userInactive' || againstReactivation
    );
    if (withInactiveUser.length > 0) {
      it.each(withInactiveUser)(
        'the quick action offers Reactivate only if nothing is against it: $contact',
        async (given) => {
          expect(await offersReactivation(given)).toBe(given.againstReactivation === undefined);
        }
      );
    }

    it.each(cases)('the quick action decides on $contact as every other surface does', async (given) => {
      const { outcome, code, deviations = [] } = given;
      expect(await decideInQuickAction(given)).toEqual({ outcome, code, deviations });
    });
  });
}
