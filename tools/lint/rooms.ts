/** The stages of the server that are cut by feature, where a file's name is its role. */
export const SLICED: ReadonlySet<string> = new Set(['workspace', 'community', 'bridge', 'field', 'cockpit', 'rocket']);

/** Who may know whom. The thesis of the product is here: the field and the cockpit meet only on the bridge. */
export const MAY_KNOW: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  platform: ['kernel'],
  workspace: ['kernel', 'platform'],
  community: ['kernel', 'platform', 'workspace', 'kit'],
  bridge: ['kernel', 'platform', 'workspace', 'community'],
  field: ['kernel', 'platform', 'workspace', 'community', 'bridge'],
  cockpit: ['kernel', 'platform', 'workspace', 'community', 'bridge', 'measure'],
  rocket: ['kernel', 'platform', 'workspace', 'community', 'bridge', 'field', 'cockpit'],
  connectors: ['kit'],
  app: [
    'kernel',
    'platform',
    'workspace',
    'community',
    'bridge',
    'field',
    'cockpit',
    'rocket',
    'connectors',
    'kit',
    'measure',
  ],
  kit: [],
  measure: [],
};

/** The same thesis in the browser. `ui`, the design system, knows no stage. */
export const WEB_MAY_KNOW: Readonly<Record<string, readonly string[]>> = {
  i18n: [],
  ui: ['i18n', 'app'],
  workspace: ['ui', 'i18n', 'app'],
  community: ['ui', 'i18n', 'app', 'workspace'],
  bridge: ['ui', 'i18n', 'app', 'workspace', 'community'],
  field: ['ui', 'i18n', 'app', 'workspace', 'community', 'bridge'],
  cockpit: ['ui', 'i18n', 'app', 'workspace', 'community', 'bridge'],
  rocket: ['ui', 'i18n', 'app', 'workspace', 'community', 'bridge', 'field', 'cockpit'],
  app: ['ui', 'i18n', 'workspace', 'community', 'bridge', 'field', 'cockpit', 'rocket'],
};

/** The files by which other features come in. */
export const DOORS: ReadonlySet<string> = new Set(['index', 'lookup']);

/** Which files of its own feature a file may import, by role. */
export const ROLES: Readonly<Record<string, readonly string[]>> = {
  model: [],
  rules: ['model'],
  policy: ['model', 'rules'],
  store: ['model'],
  views: ['model', 'rules'],
  lookup: ['model', 'rules'],
  wire: ['model'],
  service: ['model', 'rules', 'policy', 'store', 'lookup', 'views'],
  jobs: ['model', 'rules', 'service', 'store', 'lookup', 'views'],
  routes: ['model', 'rules', 'policy', 'wire', 'service', 'views', 'lookup'],
  index: ['model', 'rules', 'policy', 'store', 'views', 'lookup', 'wire', 'service', 'jobs', 'routes'],
};

/** Roles that may take the shapes of their own feature's answers (`import type` from wire). */
export const SPEAKS_WIRE: ReadonlySet<string> = new Set(['rules', 'views', 'lookup', 'service', 'jobs']);

/** Rooms of `platform` that only compute: any file may use them. */
export const PURE_ROOMS: ReadonlySet<string> = new Set(['html', 'text', 'topics']);

const PURE: readonly string[] = [];

/** Which other rooms of `platform` a file of a feature may use, by role; `index`, which wires the feature, may use all. */
export const REACH: Readonly<Record<string, readonly string[] | 'all'>> = {
  model: PURE,
  rules: PURE,
  policy: PURE,
  wire: ['http'],
  store: ['db'],
  views: ['db', 'projection'],
  lookup: ['db', 'projection'],
  service: ['db', 'clock', 'log', 'jobs', 'files', 'archives', 'mail', 'outbound', 'offload', 'secrets', 'i18n'],
  jobs: ['db', 'clock', 'log', 'jobs', 'files', 'archives', 'mail', 'outbound', 'i18n'],
  routes: ['http', 'auth', 'db', 'clock', 'files', 'i18n'],
  index: 'all',
};

/** Roles that decide or describe and never act: they may know only the shapes of other features. */
export const PURE_ROLES: ReadonlySet<string> = new Set(['model', 'rules', 'policy', 'wire']);

/** Rooms that promise to depend on nothing but the language. */
export const BARE_ROOMS: ReadonlySet<string> = new Set(['kernel', 'kit', 'measure']);

/** What a connector may use beside the contract: readers of foreign formats, never a database or a network. */
export const CONNECTOR_PACKAGES: ReadonlySet<string> = new Set([
  'csv-parse',
  'mailparser',
  'sanitize-html',
  'tar-stream',
  'yauzl',
  'zod',
  'node:buffer',
  'node:crypto',
  'node:stream',
  'node:string_decoder',
  'node:url',
  'node:util',
  'node:zlib',
]);
