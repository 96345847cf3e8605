type Stop = () => Promise<void>;

const holder = globalThis as { luutruTestServices?: Stop[] };

/** Remembers what the set-up started, last started first to stop. */
export function keepForTeardown(stop: Stop): void {
  (holder.luutruTestServices ??= []).unshift(stop);
}

export default async function tearDown(): Promise<void> {
  for (const stop of holder.luutruTestServices?.splice(0) ?? []) await stop();
}
