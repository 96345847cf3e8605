import { a } from '@luutru/platform';
console.log(a);
