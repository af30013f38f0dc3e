import { findingsOf, type Finding } from '../finding.ts';
import { ruleFinding, type Reading } from '../reading/reading.ts';

const say = findingsOf('visibility', 'Seeing new users');

/** Help, User Sharing: without View All Users one sees those users that the org's sharing opens. */
export function visibility(reading: Reading): Finding {
  const facts = { viewsAllUsers: reading.permissions.ViewAllUsers };
  return reading.permissions.ViewAllUsers !== null && ruleFinding(reading, 'visibility')?.code === 'newUserVisible'
    ? say('pass', 'You see every user, so also the one you just created.', { facts })
    : say(
        'unknown',
        'Without View All Users it depends on the sharing of users whether you see the one you just created.',
        {
          facts
        }
      );
}
