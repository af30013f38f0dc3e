import { ADDITIONS } from './additions.ts';
import { COMPARISONS } from './comparisons.ts';
import type { FormulaFunction } from './formulaFunction.ts';
import { LOGIC_FUNCTIONS } from './logicFunctions.ts';
import { NUMBER_FUNCTIONS } from './numberFunctions.ts';
import { TEXT_FUNCTIONS } from './textFunctions.ts';

/** All functions and operators, by name in upper case. */
export const FUNCTIONS: Readonly<Record<string, FormulaFunction | undefined>> = {
  ...ADDITIONS,
  ...COMPARISONS,
  ...LOGIC_FUNCTIONS,
  ...NUMBER_FUNCTIONS,
  ...TEXT_FUNCTIONS
};

/** Functions of the platform that the local org does not support. Source: Salesforce Help, "Formula Operators and Functions A–Z". */
export const PLATFORM_FUNCTIONS: ReadonlySet<string> = new Set(
  [
    'ACOS ADDMONTHS ASCII ASIN ATAN ATAN2 CEILING CHR COS CURRENCYRATE DATE DATETIMEVALUE DATEVALUE DAY DAYOFYEAR',
    'DISTANCE EXP FLOOR FORMATDURATION FROMUNIXTIME GEOLOCATION GETSESSIONID HOUR HYPERLINK IMAGE IMAGEPROXYURL',
    'INCLUDES INITCAP ISCLONE ISNUMBER ISOWEEK ISOYEAR JSENCODE LN LOG LPAD MCEILING MFLOOR MILLISECOND MINUTE MONTH',
    'PI PICKLISTCOUNT PREDICT RPAD REVERSE SECOND SIN SQRT TAN TIMENOW TIMEVALUE TRUNC UNIXTIMESTAMP URLENCODE',
    'URLFOR VLOOKUP WEEKDAY XMLENCODE YEAR GETRECORDIDS PARENTGROUPVAL PREVGROUPVAL REQUIRESCRIPT'
  ].flatMap((line) => line.split(' '))
);
