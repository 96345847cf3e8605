/** An abandoned page stops asking well before its session would end (15 minutes for most, 5 for administrators). */
const ACTIVE_MS = 3 * 60_000;

let lastActive = Date.now();
for (const event of ['pointerdown', 'keydown', 'wheel', 'focus']) {
  window.addEventListener(event, () => (lastActive = Date.now()), { passive: true, capture: true });
}

/**
 * For `refetchInterval` of boards: renews while somebody is at the page. A request keeps a session alive, and a session that
 * nobody uses must end (ADR 0014).
 */
export const whileActive = (everyMs: number) => (): number | false =>
  // Asked again after each answer and each change of the query; an idle page wakes up with the next key or touch.
  Date.now() - lastActive < ACTIVE_MS ? everyMs : false;
