/** Queries about many contacts at once, and their answers as facts; the quick action loads none of them. */
export { NAMES_TAKEN_QUERY, toNamesTaken } from './namesTaken.ts';
export { SELECTED_CONTACTS_QUERY, USERS_OF_CONTACTS_QUERY, toContacts, toUsersOfContacts } from './selectedContacts.ts';
