import pg from 'pg';
import { SOCKET_PORT } from './folders.ts';

const NO_SUCH_DATABASE = '3D000';

/** Creates the database `passerelle` in the cluster when a first start was cut before it could. */
export async function ensureDatabase(socket: string): Promise<void> {
  if (await canEnter(socket, 'passerelle')) return;
  await withClient(socket, 'postgres', (client) => client.query('create database passerelle'));
}

async function canEnter(socket: string, database: string): Promise<boolean> {
  try {
    await withClient(socket, database, () => Promise.resolve());
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === NO_SUCH_DATABASE) return false;
    throw error;
  }
}

async function withClient(
  socket: string,
  database: string,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ host: socket, port: SOCKET_PORT, user: 'passerelle', database });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
