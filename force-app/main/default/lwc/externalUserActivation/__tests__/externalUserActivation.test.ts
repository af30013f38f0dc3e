import { createElement } from 'lwc';
import Activation, { type UserChange } from 'c/externalUserActivation';
import { notifyRecordUpdateAvailable, updateRecord } from 'lightning/uiRecordApi';
import type { ExistingUser } from 'c/externalUserRules';
import { record } from '../../../../../test/jest/answers.ts';
import {
  customerLicense,
  fullLicense,
  inactiveUser,
  loginLicense,
  readyContact
} from '../../../../../test/jest/facts.ts';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';

const activeUser: ExistingUser = { ...inactiveUser, isActive: true };
const update = jest.mocked(updateRecord);
const notify = jest.mocked(notifyRecordUpdateAvailable);

const noAnswer = { status: 0, statusText: '', body: undefined };
const noSeatLeft = refusal('LICENSE_LIMIT_EXCEEDED', 'License Limit Exceeded - Customer Community');

function refusal(errorCode: string, message: string) {
  const output = { errors: [{ errorCode, message, field: null }], fieldErrors: {} };
  return { ok: false, status: 400, statusText: 'Bad Request', body: { statusCode: 400, message: '', output } };
}

interface Properties {
  readonly user: ExistingUser;
  readonly license?: typeof customerLicense | undefined;
  readonly viewsSetup?: boolean;
}

/** With `found`, what the owner reads after a change; `fails` is a reading that fails, and without both nobody reads. */
async function show(properties: Properties, reading: { found?: ExistingUser; fails?: boolean } = {}) {
  const element = createElement('c-external-user-activation', { is: Activation });
  Object.assign(element, { contactId: readyContact.id, license: customerLicense, viewsSetup: true }, properties);
  const toast = jest.fn();
  const refreshed = jest.fn();
  element.addEventListener('lightning__showtoast', ({ detail }: CustomEventInit) => toast(detail));
  element.addEventListener('lightning__refresh', refreshed);
  element.addEventListener(
    'userchange',
    ({ detail: { waitFor } }: CustomEventInit<UserChange> & { detail: UserChange }) => {
      if (reading.fails === true) {
        waitFor(Promise.reject(new Error('offline')));
      } else if (reading.found !== undefined) {
        Object.assign(element, { user: reading.found });
        waitFor(Promise.resolve());
      }
    }
  );
  document.body.appendChild(element);
  await settled();
  return { element, screen: screenOf(element), toast, refreshed };
}

beforeEach(() => {
  jest.clearAllMocks();
  update.mockReset().mockResolvedValue(record('User', inactiveUser.id, {}));
});

afterEach(() => {
  document.body.replaceChildren();
});
