let isSaid = false;

/** Says once, on stderr, what a first start waits for. */
export function sayColdBuild(): void {
  if (isSaid) return;
  isSaid = true;
  process.stderr.write("Building Salesforce's base components; only the first start does this…\n");
}
