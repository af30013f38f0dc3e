import type { Problem } from '../../../engine/xml/problem.ts';
import type { DeployMessage } from './deployRecord.ts';

/** The message of a component with a problem. */
export function failedMessage(
  { type, fullName, fileName }: { readonly type: string; readonly fullName: string; readonly fileName: string },
  { problem, line, column, fileName: place, problemType = 'Error' }: Problem
): DeployMessage {
  return {
    componentType: type,
    fullName,
    fileName: place ?? fileName,
    success: false,
    created: false,
    changed: false,
    deleted: false,
    problem,
    problemType,
    ...(line === undefined ? {} : { lineNumber: line }),
    ...(column === undefined ? {} : { columnNumber: column })
  };
}
