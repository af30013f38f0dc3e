/** The day where the person is, as 2026-11-30. */
export function dayOf(date: Date): string {
  const part = (number: number): string => String(number).padStart(2, '0');
  return `${String(date.getFullYear())}-${part(date.getMonth() + 1)}-${part(date.getDate())}`;
}
