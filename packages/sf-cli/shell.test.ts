import { execFileSync } from 'node:child_process';
import { toShell } from './shell.ts';

it('leaves plain words as they are, and quotes all others', () => {
  expect(toShell(['--run-folder', '.external-users/2026', 'my run', "it's", '$HOME', ''])).toBe(
    `--run-folder .external-users/2026 'my run' 'it'\\''s' '$HOME' ''`
  );
});

it('gives a shell the same words', () => {
  const words = ['a b', "'", '"', '$(echo x)', '`echo x`', 'a\nb', '*', ';', ''];
  const printed = execFileSync('sh', ['-c', `printf '%s\\0' ${toShell(words)}`], { encoding: 'utf8' });
  expect(printed.split('\0').slice(0, -1)).toEqual(words);
});
