import { testDecisionsFor } from '../../../../../test/jest/decisionTable.ts';

jest.mock('@salesforce/userPermission/ManagePartners', () => ({ __esModule: true, default: true }), { virtual: true });
jest.mock('@salesforce/userPermission/ManageCssUsers', () => ({ __esModule: true, default: true }), { virtual: true });
jest.mock('@salesforce/userPermission/ViewSetup', () => ({ __esModule: true, default: true }), { virtual: true });
jest.mock('@salesforce/userPermission/ViewAllUsers', () => ({ __esModule: true, default: true }), { virtual: true });
jest.mock('@salesforce/userPermission/ViewAllProfiles', () => ({ __esModule: true, default: true }), { virtual: true });
jest.mock('@salesforce/userPermission/ViewAllData', () => ({ __esModule: true, default: true }), { virtual: true });

testDecisionsFor('an administrator');
