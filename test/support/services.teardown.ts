type Stop = () => Promise<void>;

const holder = globalThis as { luutruTestServices?: Stop[] };

/** Remembers what the set-up started, last started first to stop. */
export function keepForTeardown(stop: Stop): void {
  (holder.luutruTestServices ??= []).unshift(stop);
}

/** Stops everything that was started, also when one of them fails to stop. */
export default async function tearDown(): Promise<void> {
  const failures: unknown[] = [];
  for (const stop of holder.luutruTestServices?.splice(0) ?? []) {
    await stop().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'A test service did not stop');
}
