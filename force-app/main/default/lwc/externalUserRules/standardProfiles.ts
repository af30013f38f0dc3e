export function isStandardProfile(name: string): boolean {
  return name === 'Customer Community User';
}
