/** Of what is out of the ordinary and runs out; white on it is legible in both colour schemes. */
export const URGENT = '#a8420a';
