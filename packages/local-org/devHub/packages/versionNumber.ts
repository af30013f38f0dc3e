import { notModelled } from '../../engine/schema/notModelled.ts';

/** `major.minor.patch.build` */
export interface VersionNumber {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly build: number;
}

/**
 * The number of a new version. `NEXT` is the build number after the highest one of the same major, minor and patch number.
 * Source: Salesforce DX Developer Guide, "Guidance for Package Version Numbering" and "Unlocked Packaging Keywords" [F-164].
 * A sentence instead when it can't be given.
 */
export function nextVersionNumber(asked: string, existing: readonly VersionNumber[]): VersionNumber | string {
  const parts = /^(\d+)\.(\d+)\.(\d+)\.(\d+|NEXT)$/u.exec(asked);
  if (parts === null) {
    return notModelled(`The version number ${asked} isn't major.minor.patch.build or major.minor.patch.NEXT`);
  }
  const [, major, minor, patch] = parts.map(Number);
  if (major === undefined || minor === undefined || patch === undefined) {
    return notModelled(`The version number ${asked}`);
  }
  const builds = existing
    .filter((one) => one.major === major && one.minor === minor && one.patch === patch)
    .map(({ build }) => build);
  const build = parts[4] === 'NEXT' ? Math.max(0, ...builds) + 1 : Number(parts[4]);
  return builds.includes(build)
    ? notModelled(`The version number ${asked}, which exists`)
    : { major, minor, patch, build };
}
