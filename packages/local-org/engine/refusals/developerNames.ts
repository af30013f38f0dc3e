import { textOf } from '../storage/record.ts';
import { isChanged, refuse, type Refusal, type Write } from './rule.ts';

/**
 * Source: Object Reference, "UserRole", DeveloperName: letters, digits and underscores, begins with a letter, and has no two
 * underscores side by side or one at the end [F-083]. An empty one is made from the name. Code and text are those of other names.
 */
export function developerNameIsWellFormed(write: Write): Refusal | null {
  const name = textOf(write.after, 'DeveloperName');
  if (!isChanged(write, 'DeveloperName') || name === '' || /^[a-z](?:_?[a-z\d])*$/iu.test(name)) return null;
  return refuse(
    'FIELD_INTEGRITY_EXCEPTION',
    `The ${write.object.label} Name can only contain underscores and alphanumeric characters. It must be unique, begin with a letter, not include spaces, not end with an underscore, and not contain two consecutive underscores.`,
    'DeveloperName'
  );
}
