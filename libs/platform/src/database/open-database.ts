import { DataSource } from 'typeorm';
import { Database } from './database';
import { databaseOptions } from './data-source';
import type { DatabaseModuleOptions } from './database.module';

/** A database for a tool that runs and ends; the caller closes it. */
export async function openDatabase(options: DatabaseModuleOptions): Promise<{ database: Database; close(): Promise<void> }> {
  const dataSource = await new DataSource(databaseOptions(options)).initialize();
  return { database: new Database(dataSource), close: () => dataSource.destroy() };
}
