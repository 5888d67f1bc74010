import type { ColumnType, Generated } from 'kysely';
import type { FunctionName, KeyScope } from '#kernel/actor.ts';

type Json = ColumnType<unknown, string | null, never>;
/** Tables of 0002-sign-in.sql; the migration says what each column is for. */
export interface SignInTables {
  person: {
    id: string;
    email: string;
    name: string;
    language: 'fr' | 'en';
    theme: Generated<'system' | 'light' | 'dark'>;
    shortcuts: Generated<boolean>;
    password_hash: string | null;
    totp_secret: Buffer | null;
    totp_confirmed_at: Date | null;
    totp_last_step: Generated<number>;
    last_space_id: string | null;
    operator: Generated<boolean>;
    created_at: Date;
  };
  recovery_code: { person_id: string; hash: Buffer; used_at: Date | null };
  oidc_link: { issuer: string; subject: string; person_id: string; linked_at: Date };
  session: {
    id: string;
    token_hash: Buffer;
    former_hash: Buffer | null;
    former_until: Date | null;
    renew: Generated<boolean>;
    person_id: string;
    device: string;
    address: string;
    made_at: Date;
    seen_at: Date;
    ends_at: Date;
  };
  welcome_link: { sole: Generated<boolean>; hash: Buffer; expires_at: Date };
  secret_try: { bucket: Buffer; count: number; since: Date };
  seat: { person_id: string; space_id: string };
  door_token: { hash: Buffer; kind: string; space_id: string; object_id: string };
  colleague: {
    workspace_id: string;
    id: string;
    person_id: string;
    functions: FunctionName[];
    title: string | null;
    joined_at: Date;
    left_at: Date | null;
    version: Generated<number>;
    /** Since 0017. */
    digest: Generated<boolean>;
  };
  house_title: {
    workspace_id: string;
    id: string;
    name: string;
    functions: FunctionName[];
    version: Generated<number>;
  };
  invitation: {
    workspace_id: string;
    id: string;
    email: string;
    functions: FunctionName[];
    title: string | null;
    invited_by: string;
    created_at: Date;
    expires_at: Date;
    revoked_at: Date | null;
    accepted_at: Date | null;
    accepted_by: string | null;
  };
  api_key: {
    workspace_id: string;
    id: string;
    name: string;
    prefix: string;
    scopes: KeyScope[];
    per_minute: Generated<number>;
    created_by: string;
    created_at: Date;
    expires_at: Date | null;
    last_used_at: Date | null;
    revoked_at: Date | null;
  };
  audit_event: {
    workspace_id: string;
    number: number;
    at: Date;
    actor_kind: 'person' | 'key' | 'system';
    actor_id: string;
    action: string;
    object_type: string;
    object_id: string;
    before: Json;
    after: Json;
    why: string | null;
    mandate_id: string | null;
    previous_hash: Buffer;
    hash: Buffer;
  };
}
