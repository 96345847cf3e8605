import { DataSource } from 'typeorm';
import { Database } from './database';
import { type DatabaseModuleOptions, databaseOptions } from './data-source';

/** A database for a tool that runs and ends; the caller closes it. */
export async function openDatabase(
  options: DatabaseModuleOptions,
): Promise<{ database: Database; close: () => Promise<void> }> {
  const dataSource = await new DataSource(databaseOptions(options)).initialize();
  return { database: new Database(dataSource), close: () => dataSource.destroy() };
}
