import { testDecisionsFor } from '../../../../../test/jest/decisionTable.ts';

jest.mock('@salesforce/userPermission/ViewSetup', () => ({ __esModule: true, default: true }), { virtual: true });
jest.mock('@salesforce/userPermission/ViewAllUsers', () => ({ __esModule: true, default: true }), { virtual: true });

testDecisionsFor('a person who may create no external users');
