/**
 * The connector contract: what a folder under `connectors/` promises to the house.
 *
 * A connector knows one kind of place or file. It has no database handle and no HTTP client of its own: the host
 * hands it bytes (files) or a visit (live places), keeps what it yields raw together with the cursor in one
 * transaction, and derives facts by the connector's pure `read`, so that a better mapping is a replay.
 */

/** Flat so that it can be stored, shown and migrated. */
export type Cursor = Readonly<Record<string, string | number | boolean>>;

/** An instant (ISO 8601, UTC) where the place gives one; a bare day (YYYY-MM-DD) where it does not. Never invent hours. */
export type When = { readonly at: string } | { readonly day: string };

/**
 * One thing as the place gave it. `version` orders two copies of one `externalId`: the greater wins (compared as
 * text, so use sortable forms such as ISO instants); equal versions are settled by the content, the same way in any order.
 */
export interface Raw {
  readonly kind: string;
  readonly externalId: string;
  readonly version: string;
  readonly payload: unknown;
}

export type TextFormat = 'plain' | 'markdown' | 'html';

/** External ids are unique per type inside one place. Facts may name ids whose own fact comes later or never. */
export type Fact =
  | {
      readonly type: 'person';
      readonly externalId: string;
      /** `name`: the place gives no id, the display name is all there is, namesakes cannot be told apart. */
      readonly keyedBy: 'id' | 'name';
      readonly handle: string;
      readonly displayName?: string;
      readonly email?: string;
      /** Only what the place itself declares (moderator, administrator, bot flag). Never guessed. */
      readonly role?: 'staff' | 'bot';
      readonly joined?: When;
    }
  | {
      readonly type: 'channel';
      readonly externalId: string;
      readonly name: string;
      readonly url?: string;
      readonly support?: boolean;
    }
  | {
      readonly type: 'thread';
      readonly externalId: string;
      readonly channel: string;
      readonly title?: string;
      readonly url?: string;
      readonly labels?: readonly string[];
      readonly locked?: boolean;
    }
  | {
      readonly type: 'message';
      readonly externalId: string;
      readonly channel: string;
      /** Absent where the place has no threads. */
      readonly thread?: string;
      /** The first message of its thread. */
      readonly opens?: boolean;
      readonly by: string;
      readonly when: When;
      /** Order inside the thread where `when` alone cannot give it. */
      readonly position?: number;
      readonly text: string;
      readonly format: TextFormat;
      /** The message answered, where the place says so. */
      readonly repliesTo?: string;
      readonly url?: string;
      readonly editedAt?: string;
      /** ISO 639-1, where the place itself tells it; else the host recognises it from the text. */
      readonly language?: string;
      /** Hidden or withdrawn in the place, still listed there. */
      readonly hidden?: boolean;
    }
  | {
      readonly type: 'reaction';
      readonly message: string;
      readonly emoji: string;
      /** Who, where the place tells; else `count` of anonymous reactions. */
      readonly by?: string;
      readonly count?: number;
      readonly when?: When;
    }
  | { readonly type: 'removed'; readonly of: 'message' | 'person' | 'thread'; readonly externalId: string };

export type FactType = Fact['type'];

/** What a kind of place can give; what is false is "unavailable" in figures, never zero. */
export interface Gives {
  /** Messages are grouped in threads by the place itself. */
  readonly threads: boolean;
  /** Who answers whom is known (explicitly, or by the order inside a thread). */
  readonly replies: boolean;
  /** Instants rather than bare days. */
  readonly hours: boolean;
  readonly reactions: boolean;
  /** Stable ids of persons rather than names. */
  readonly personIds: boolean;
  /** The place declares who is staff. */
  readonly staff: boolean;
  /** Members who never wrote are listed too. */
  readonly silentMembers: boolean;
  readonly originalLinks: boolean;
}

export type Collected = 'handle' | 'name' | 'email' | 'text' | 'reaction';

/** Text in both languages of the house. */
export interface Words {
  readonly fr: string;
  readonly en: string;
}

/** One file of an export, whatever it came in (folder, zip, tar.gz, gz, or bare). */
export interface ExportFile {
  /** Path inside the export, `/` separated, relative, already checked against `..` and links. */
  readonly path: string;
  /** Inflated bytes, already counted against the limits. Read at most once, in the order of the ranks. */
  bytes(): AsyncIterable<Uint8Array>;
}

/** A piece of the export that could not be read; the rest is kept. `line` counts from 1 where lines exist. */
export interface Problem {
  readonly file: string;
  readonly line?: number;
  readonly code: ProblemCode;
  /** At most 200 characters of what stands there, for the person who must find it. */
  readonly excerpt?: string;
}

export type ProblemCode =
  | 'cut_short' // the file ends in the middle
  | 'not_json'
  | 'wrong_shape'
  | 'missing_field'
  | 'bad_date'
  | 'line_too_long'
  | 'element_too_big' // one JSON element above the limit
  | 'too_deep' // JSON nested beyond the limit
  | 'not_text' // neither UTF-8 nor a recognised encoding
  | 'lone_surrogate'
  | 'nul_character'
  | 'duplicate_header'
  | 'unknown_file';

export type Piece =
  | { readonly type: 'raw'; readonly raw: Raw }
  | { readonly type: 'problem'; readonly problem: Problem };

/** What a person chose on the mapping screen (generic table); other file connectors take no options. */
export type ImportOptions = Readonly<Record<string, string>>;

export interface Preview {
  /** Column names in order. */
  readonly columns: readonly string[];
  /** The first rows, cells as text. */
  readonly rows: readonly (readonly string[])[];
  /** Guessed options, by field. */
  readonly guess: ImportOptions;
  /** Fields a person can map, with what each means; `required` ones must be mapped. */
  readonly fields: readonly { readonly id: string; readonly label: Words; readonly required: boolean }[];
}

/** A connector that reads exports from files. It streams: never a whole export in memory. */
export interface FileImport {
  /**
   * How surely these paths (and the first bytes of some) are this kind of export: 0 no, 1 certain.
   * `head(path)` gives at most the first 4 KiB of a file as text.
   */
  recognise(paths: readonly string[], head: (path: string) => string | undefined): number;
  /**
   * Files needed before others (people, channels) come first; `undefined` leaves a file out.
   * Smaller ranks are walked first. Only for small index files: files of one rank are streamed in the order they stand.
   */
  rank(path: string): number | undefined;
  /** Reads one file. State shared between files of one export lives in `state`, made anew for each run by `begin`. */
  pieces(file: ExportFile, state: ImportState, options: ImportOptions): AsyncIterable<Piece>;
  readonly preview?: (file: ExportFile) => Promise<Preview>;
}

/** Scratch memory of one run, bounded by the connector itself. */
export type ImportState = Map<string, unknown>;

export interface Connector {
  readonly id: string;
  readonly version: number;
  readonly name: Words;
  readonly collects: readonly Collected[];
  readonly gives: Gives;
  /** Of what it may give, that which some exports lack (columns nobody mapped): the host looks at what was read. */
  readonly dependsOnExport?: readonly (keyof Gives)[];
  /** Pure and deterministic. Options are those of the run that brought the raw in. */
  read(raw: Raw, options: ImportOptions): readonly Fact[];
  readonly files?: FileImport;
}
