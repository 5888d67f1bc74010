import type pg from 'pg';

/** How much the bridge holds when it is measured. */
export const BRIDGE = { mandates: 200, sorted: 20_000, signals: 5000, insights: 1000 } as const;

/** An id that is the same everywhere, of the n-th thing of a kind; `kind` is one letter of a hexadecimal number. */
export function bridgeId(kind: string, n: number): string {
  return `${kind.repeat(8)}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** The same in SQL. */
const made = (kind: string, n: string): string =>
  `('${kind.repeat(8)}-0000-4000-8000-' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`;

/** The words texts are made of: common ones are in many texts, rare ones in few, as in what people write. */
const WORD = (salt: string): string =>
  `'mot' || translate(to_hex(floor(4000 * power((hashint8extended(n, ${salt}) & 1048575)::double precision / 1048576, 3))::int), '0123456789', 'ghijklmnop')`;

/** SQL: a text of so many words for the row `n`. */
const textOf = (words: number): string =>
  `concat_ws(' ', ${Array.from({ length: words }, (_, salt) => WORD(String(100 + salt))).join(', ')})`;

/**
 * Fills the bridge over a made-up community: people of the house, an objective, mandates that each propose by one channel,
 * the newest acts sorted, and what was heard: signals of three messages each, two in three gathered into insights, most
 * of these answered. One message in ten gets words, so that what insights are about can be looked for.
 */
export async function fillBridge(client: pg.Client, workspaceId: string, lastDay: string): Promise<void> {
  const by = bridgeId('b', 1);
  await client.query("set app.keeper = 'on'");
  for (const [statement, ...values] of [
    ...peopleAndMandates(workspaceId, by, lastDay),
    ...whatWasHeard(workspaceId, by),
    ...whatBecameOfIt(workspaceId, by),
  ])
    await client.query(statement, values);
  await client.query('vacuum analyze');
}

type Statement = readonly [string, ...(readonly unknown[])];

function peopleAndMandates(workspaceId: string, by: string, lastDay: string): readonly Statement[] {
  const person = bridgeId('a', 1);
  const objective = bridgeId('c', 1);
  return [
    [
      `insert into person (id, email, name, language, created_at) values ($1, 'aline@exemple.fr', 'Aline', 'fr', '2026-01-01Z')`,
      person,
    ],
    [
      `insert into colleague (workspace_id, id, person_id, functions, joined_at) values ($1, $2, $3, '{pilot,host}', '2026-01-01Z')`,
      workspaceId,
      by,
      person,
    ],
    [
      `insert into objective (workspace_id, id, title, reason, kind, owner_id, horizon, state, made_by, made_at)
       values ($1, $2, 'Objectif', 'Raison', 'support', $3, '2900-01-01', 'live', $3, '2026-01-01Z')`,
      workspaceId,
      objective,
      by,
    ],
    [
      `insert into mandate (workspace_id, id, objective_id, intention, freedom, effort_hours, from_day, until_day, host_id, state,
         rule, made_by, made_at)
       select $1, ${made('d', 'n')}, $2, 'Intention ' || n, 'Le ton', 20, '2025-10-01', '2026-03-01', $3, 'active',
         json_build_object('channels', json_build_array(channel.id), 'labels', '[]'::json, 'authors', '[]'::json), $3, '2026-01-01Z'
       from generate_series(1, $4::int) n
       join (select id, row_number() over (order by external_id) as place, count(*) over () as all_of_them
         from channel where workspace_id = $1) as channel on channel.place = 1 + n % least(200, channel.all_of_them)`,
      workspaceId,
      objective,
      by,
      BRIDGE.mandates,
    ],
    [
      `insert into action (workspace_id, id, kind, tie, mandate_id, message_id, day, minutes, done_by_member, sorted_by, sorted_at)
       select $1, gen_random_uuid(), 'reply', 'mandate', ${made('d', '1 + n % 200')}, wrote.id, wrote.day, 5, wrote.member_id, $2,
         '2026-01-01Z'
       from (select message.id, message.at::date as day, identity.member_id, row_number() over (order by message.at desc) as n
         from message join identity on identity.workspace_id = $1 and identity.id = message.identity_id
         join member on member.workspace_id = $1 and member.id = identity.member_id and member.kind = 'staff'
         where message.workspace_id = $1 and message.at < $3::date order by message.at desc limit $4) as wrote`,
      workspaceId,
      by,
      lastDay,
      BRIDGE.sorted,
    ],
  ];
}

function whatWasHeard(workspaceId: string, by: string): readonly Statement[] {
  return [
    [
      `update message set text = ${textOf(12).replaceAll('(n,', '(placed.n,')}
       from (select id, row_number() over (order by sort_at, id) as n from message where workspace_id = $1) as placed
       where message.workspace_id = $1 and message.id = placed.id and placed.n % 10 = 0`,
      workspaceId,
    ],
    [
      `insert into insight (workspace_id, id, statement, ask, words, objective_id, owner_id, due, state, made_by, made_at,
         submitted_at, decided_at, delivered_at)
       select $1, ${made('e', 'n')}, 'Les membres demandent ' || ${textOf(6)}, 'Que fait-on de ' || ${textOf(4)},
         array[${WORD('100')}, ${WORD('101')}], $2, $3, date '2026-01-05' + (n % 40)::int - 20,
         case when n % 10 = 0 then 'draft' when n % 10 <= 2 then 'submitted' when n % 10 <= 7 then 'decided' else 'delivered' end,
         $3, timestamptz '2025-06-01Z' + n * interval '5 hours',
         case when n % 10 > 0 then timestamptz '2025-06-03Z' + n * interval '5 hours' end,
         case when n % 10 > 2 then timestamptz '2025-06-20Z' + n * interval '5 hours' end,
         case when n % 10 > 7 then timestamptz '2025-07-20Z' + n * interval '5 hours' end
       from generate_series(1, $4::bigint) n`,
      workspaceId,
      bridgeId('c', 1),
      by,
      BRIDGE.insights,
    ],
    [
      `insert into signal (workspace_id, id, kind, line, state, insight_id, why, raised_by, raised_at, sorted_by, sorted_at)
       select $1, ${made('f', 'n')}, (array['need', 'problem', 'idea', 'praise', 'risk', 'question'])[1 + n % 6], ${textOf(8)},
         case when n % 10 < 7 then 'merged' when n % 10 = 7 then 'dismissed' else 'raised' end,
         case when n % 10 < 7 then ${made('e', `1 + n % ${BRIDGE.insights}`)} end, case when n % 10 = 7 then 'Hors sujet' end,
         $2, timestamptz '2025-06-01Z' + n * interval '1 hour', case when n % 10 < 8 then $2::uuid end,
         case when n % 10 < 8 then timestamptz '2025-12-01Z' end
       from generate_series(1, $3::bigint) n`,
      workspaceId,
      by,
      BRIDGE.signals,
    ],
    [
      `insert into evidence (workspace_id, id, signal_id, message_id, thread_id, member_id, place_id, place_name, channel_name,
         author_name, at, text, language, added_by, added_at)
       select $1, gen_random_uuid(), ${made('f', '1 + heard.n / 3')}, heard.id, heard.thread_id, heard.member_id, heard.place_id,
         'Lieu', 'salon', 'membre', heard.at, ${textOf(40).replaceAll('(n,', '(heard.n,')}, heard.language, $2, '2026-01-01Z'
       from (select message.*, identity.member_id, row_number() over (order by message.id) - 1 as n
         from message join identity on identity.workspace_id = $1 and identity.id = message.identity_id
         join member on member.workspace_id = $1 and member.id = identity.member_id and member.kind = 'person'
         where message.workspace_id = $1 and message.at >= '2025-01-01Z' order by message.id limit $3) as heard`,
      workspaceId,
      by,
      3 * BRIDGE.signals,
    ],
  ];
}

function whatBecameOfIt(workspaceId: string, by: string): readonly Statement[] {
  return [
    [
      `insert into decision (workspace_id, id, insight_id, answer, until, reason, by_id, at)
       select $1, ${made('9', 'n')}, ${made('e', 'n')}, (array['yes', 'no', 'later'])[1 + n % 3],
         case when n % 3 = 2 then date '2026-03-01' end, ${textOf(10)}, $2, timestamptz '2025-06-20Z' + n * interval '5 hours'
       from generate_series(1, $3::bigint) n where n % 10 > 2`,
      workspaceId,
      by,
      BRIDGE.insights,
    ],
    [
      `insert into delivery_note (workspace_id, id, insight_id, day, text, by_id, at)
       select $1, ${made('8', 'n')}, ${made('e', 'n')}, '2025-08-01', ${textOf(10)}, $2, timestamptz '2025-07-20Z' + n * interval '5 hours'
       from generate_series(1, $3::bigint) n where n % 10 > 7`,
      workspaceId,
      by,
      BRIDGE.insights,
    ],
    [
      `insert into told (workspace_id, id, insight_id, decision_id, member_id, text, language, by_id, at)
       select distinct on (signal.insight_id, evidence.member_id) $1::uuid, gen_random_uuid(), signal.insight_id, decision.id,
         evidence.member_id, 'Merci', 'fr', $2::uuid, decision.at + interval '2 days'
       from decision
       join signal on signal.workspace_id = $1 and signal.insight_id = decision.insight_id
       join evidence on evidence.workspace_id = $1 and evidence.signal_id = signal.id
       where decision.workspace_id = $1 and hashtext(evidence.id::text) % 3 <> 0`,
      workspaceId,
      by,
    ],
  ];
}
