import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { SOCKET_PORT, type RunFolders } from './folders.ts';

const SAFE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };
/** For test runs on throw-away folders only: a power cut loses the whole base. */
const CARELESS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '100' };

const SETTINGS = {
  listen_addresses: '',
  port: String(SOCKET_PORT),
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // A community fits in little memory; figures are DuckDB's work, so no parallel workers here.
  max_connections: '40',
  shared_buffers: '64MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  io_method: 'sync',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  // Nobody replicates from here.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  // Errors belong to the caller. Repeated in the server's own log they would carry members' words and addresses.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
} as const;

/** The arguments of the postmaster. The name comes after `-D` and before others: survivors are found by it. */
export function serverArguments(cluster: string, name: string, run: RunFolders, careless: boolean): string[] {
  const settings = {
    cluster_name: name,
    unix_socket_directories: run.socket,
    hba_file: join(run.root, 'hba.conf'),
    ident_file: join(run.root, 'ident.conf'),
    ...SETTINGS,
    ...(careless ? CARELESS : SAFE),
  };
  return ['-D', cluster, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])];
}

/** Lets in, through the socket alone, the system user we are, whoever else may reach that socket. */
export function writeAccessRules(run: RunFolders): void {
  writeFileSync(join(run.root, 'hba.conf'), 'local all passerelle peer map=passerelle\n', { mode: 0o644 });
  writeFileSync(join(run.root, 'ident.conf'), `passerelle "${userInfo().username}" passerelle\n`, { mode: 0o644 });
}
