import { testDecisionsFor } from '../../../../../test/jest/decisionTable.ts';

jest.mock('@salesforce/userPermission/ManageCssUsers', () => ({ __esModule: true, default: true }), { virtual: true });

testDecisionsFor('a person who may create customer users only');
