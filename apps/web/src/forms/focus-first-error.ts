/** After a refusal: brings the first field that is wrong into view and focus, for those who do not see it turn red. */
export function focusFirstError(within: HTMLElement | null): void {
  requestAnimationFrame(() => within?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
