import type { Column, Places } from '../input/columns.ts';
import { valueOfCell } from '../input/emptyValues.ts';

/** What a row sets itself; empty for what it leaves to the flags and to the rules. */
export type RowOverrides = Readonly<Record<Exclude<Column, 'ContactId' | 'PermissionSets'>, string>> & {
  readonly permissionSets: readonly string[];
};

export function toRowOverrides(cells: readonly string[], places: Places): RowOverrides {
  const cell = (column: Column): string => valueOfCell(cells[places.get(column) ?? -1] ?? '');
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

function splitNames(text: string): readonly string[] {
  return text
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
