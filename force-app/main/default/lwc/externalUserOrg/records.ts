import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';

/** Has every component that shows these records read them again. */
export function renewRecords(recordIds: readonly string[]): Promise<void> {
  return notifyRecordUpdateAvailable(recordIds.map((recordId) => ({ recordId })));
}
