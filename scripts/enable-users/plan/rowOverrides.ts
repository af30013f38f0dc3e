import type { Column, Places } from '../input/columns.ts';

/** What a row asks for itself; empty for what it leaves to the defaults. */
export type Wishes = Readonly<Record<Exclude<Column, 'ContactId' | 'PermissionSets'>, string>> & {
  readonly permissionSets: readonly string[];
};

export function wishesOf(cells: readonly string[], places: Places): Wishes {
  const cell = (column: Column): string => cells[places.get(column) ?? -1]?.trim() ?? '';
  return {
    Profile: cell('Profile'),
    Username: cell('Username'),
    Email: cell('Email'),
    Nickname: cell('Nickname'),
    Alias: cell('Alias'),
    RoleLevel: cell('RoleLevel'),
    TimeZone: cell('TimeZone'),
    Locale: cell('Locale'),
    Language: cell('Language'),
    permissionSets: splitNames(cell('PermissionSets'))
  };
}

export function splitNames(text: string): readonly string[] {
  return text
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
