import type { Org } from '../../../engine/org/org.ts';
import type { XmlValue } from '../../../engine/xml/writeXml.ts';
import { userName } from '../describe/userName.ts';
import { isDone, type DeployMessage, type DeployRecord } from './deployRecord.ts';

/** The status of a deploy, in SOAP and in REST. Source: Metadata API, DeployResult. */
export function deployResult(
  org: Org,
  record: DeployRecord,
  includeDetails: boolean
): Readonly<Record<string, XmlValue>> {
  const { id, person, options, status, messages, canceledBy } = record;
  const failures = messages.filter(({ success }) => !success);
  const successes = messages.filter(({ success }) => success);
  return {
    id,
    status,
    done: isDone(record),
    success: status === 'Succeeded',
    checkOnly: options.checkOnly,
    ignoreWarnings: options.ignoreWarnings,
    rollbackOnError: options.rollbackOnError,
    runTestsEnabled: options.testLevel !== 'NoTestRun',
    createdBy: person.userId,
    createdByName: userName(org, person.userId),
    createdDate: record.createdDate,
    startDate: record.startDate ?? undefined,
    completedDate: record.completedDate ?? undefined,
    lastModifiedDate: record.lastModifiedDate,
    ...(canceledBy === null ? {} : { canceledBy: canceledBy.userId, canceledByName: userName(org, canceledBy.userId) }),
    ...(record.errorMessage === null
      ? {}
      : { errorMessage: record.errorMessage, errorStatusCode: 'UNKNOWN_EXCEPTION' }),
    numberComponentErrors: failures.length,
    numberComponentsDeployed: record.componentsDeployed,
    numberComponentsTotal: record.componentsTotal,
    numberTestErrors: 0,
    numberTestsCompleted: 0,
    numberTestsTotal: 0,
    details: includeDetails
      ? {
          componentFailures: failures.map((message) => toMessage(message, record)),
          componentSuccesses: successes.map((message) => toMessage(message, record)),
          runTestResult: { numFailures: 0, numTestsRun: 0, totalTime: 0 }
        }
      : undefined
  };
}

function toMessage(message: DeployMessage, { lastModifiedDate }: DeployRecord): XmlValue {
  return {
    changed: message.changed,
    columnNumber: message.columnNumber,
    componentType: message.componentType,
    created: message.created,
    createdDate: lastModifiedDate,
    deleted: message.deleted,
    fileName: message.fileName,
    fullName: message.fullName,
    id: message.id,
    lineNumber: message.lineNumber,
    problem: message.problem,
    problemType: message.problemType,
    success: message.success
  };
}
