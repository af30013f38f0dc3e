import { type Probe, probesOf } from './probe.ts';

const PAGE = 'It is seen in a browser only.';
const MAIL_AND_A_DAY = 'It takes a mail box, and a day.';
const LIST = 'It takes a click on the list button; the part of the acceptance run with the browser does it.';

const APPROVAL = 'It takes an approval, which the part of the acceptance run with the browser does.';
const AS_ANOTHER_PERSON =
  'It takes an approval by a person without Manage External Users, in whose name the CLI is not logged in.';

/** What only a person sees in a browser, in a mail or on a phone, or what takes another person. */
export const PAGES = probesOf(
  unasked(
    'F-036',
    'In whose context does a flow run that a record triggers?',
    'system context without sharing',
    AS_ANOTHER_PERSON
  ),
  unasked(
    'F-037',
    'Which context has a subflow whose run mode depends on how it is launched?',
    'that of its caller',
    AS_ANOTHER_PERSON
  ),
  unasked('F-038', 'Does system context ignore that a person lacks Manage External Users?', 'yes', AS_ANOTHER_PERSON),
  unasked('F-041', 'Is an event that is published after the commit mixed with DML of a user?', 'no', APPROVAL),
  unasked(
    'F-042',
    'Does the subscriber of an event that is published after the commit find the data?',
    'yes',
    APPROVAL
  ),
  unasked(
    'F-049',
    'Does /servlet/servlet.su log in to a site as its user?',
    'yes',
    'It takes the session of a browser.'
  ),
  unasked('F-050', 'At which address is the Setup page of a user?', '/lightning/setup/ManageUsers/page', PAGE),
  unasked('F-051', 'Do the Setup pages have the addresses that the product links to?', 'yes', PAGE),
  unasked('F-053', 'Under which name does a list button give a flow the selected ids?', 'ids', LIST),
  unasked('F-054', 'Where does a flow go when it ends?', 'retURL of its address', LIST),
  unasked('F-055', 'Where does a list button with openType sidebar open its flow?', 'the existing window', LIST),
  unasked(
    'F-057',
    'By which events does a screen component speak to its flow?',
    'FlowAttributeChangeEvent, FlowNavigationFinishEvent, validate',
    PAGE
  ),
  unasked('F-059', 'Can a Blob of type text/plain be downloaded under Lightning Web Security?', 'yes', PAGE),
  unasked(
    'F-060',
    'What does a list button say that needs a selection, and has none?',
    'Select at least one record and try again.',
    LIST
  ),
  unasked('F-061', 'At which address does a flow run in the app?', '/lightning/flow/Name', PAGE),
  unasked('F-062', 'Which value has a property that the flow screen does not set?', 'null', PAGE),
  unasked('F-126', 'Does a screen that is shown again keep its answers?', 'yes; no with ResetValues', PAGE),
  unasked('F-130', 'How long does the link of a password reset work?', '24 hours', MAIL_AND_A_DAY),
  unasked('F-132', 'Does a link in a toast run code of the component?', 'no', PAGE),
  unasked('F-140', 'What does a component need that is imported while it runs?', 'Lightning Web Security', PAGE),
  unasked(
    'F-154',
    'Which properties has a component that metadata places without any?',
    'the defaults of its class',
    PAGE
  ),
  unasked('F-156', 'Do quick actions of Lightning web components appear in the mobile app?', 'no', 'It takes a phone.')
);

function unasked(fact: string, question: string, expected: string, notProbed: string): Probe {
  return { fact, question, expected, notProbed };
}
