import { notify } from '../app/notify';

/** Says that something was done; read out to those who do not see it. */
export const tell = (message: string): void => void notify({ message, color: 'pine', autoClose: 6_000 });
