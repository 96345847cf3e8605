/** The pages inside the frame, by feature. */
export const routes = [] as const;
