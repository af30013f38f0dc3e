import { withElement, withMembers } from '../shared/networkFile.ts';

/** The file of a site that is open, welcomes its members, and has these profiles among them. */
export function openToMembers(file: string, profiles: readonly string[]): string {
  return withMembers(withElement(withElement(file, 'status', 'Live'), 'sendWelcomeEmail', 'true'), profiles);
}
