import { toCall } from './openRun.ts';

it.each([
  ['npm run enable-users --', 'npm run enable-users -- resume --run-folder'],
  ['sf', 'sf external-user resume --run-folder']
])('a call by %s goes on by the same program, quoted for a shell', (bin, start) => {
  expect(toCall(bin, ['resume', '--run-folder', "Anna's run", '--target-org', 'acme'])).toBe(
    `${start} 'Anna'\\''s run' --target-org acme`
  );
});
