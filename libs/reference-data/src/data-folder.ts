import { join } from 'node:path';
import { projectRoot } from '@luutru/platform';

/** Where the data files of this library lie, from sources and from the build alike. */
export const dataFolder = (): string => join(projectRoot(), 'libs/reference-data/data');
