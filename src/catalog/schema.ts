/**
 * The catalog's tables. A *scope* is a number of `scope`; scope 0 holds single things, each at the
 * place that its name hashes to. STRICT, because node:sqlite gives every number as a real.
 */
export const schemaVersion = 17;

export const schema = `
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- The listing this catalog stands for, by path below the content folder. An id is never used again: in one
-- sync a file may go while another comes. refs: the targets of its rows in ref, packed. key: of a picture, a document
-- or a public file, what its path is compared by.
CREATE TABLE file (id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL UNIQUE, mode INTEGER NOT NULL, blob TEXT NOT NULL, refs BLOB, key TEXT) STRICT;
CREATE INDEX file_key ON file (key) WHERE key IS NOT NULL;
CREATE INDEX file_picture ON file (blob) WHERE path NOT GLOB '*.md' AND path NOT GLOB '*.yaml';
-- What the files that are no articles hold: site, authors, topics, pages, notices, the front page's picks; of a picture, its size;
-- of a document or a public file, how many bytes it has.
CREATE TABLE record (id INTEGER PRIMARY KEY, value TEXT NOT NULL) STRICT;
-- turns: those of its rows in turn, packed (null: none). state: 0 hidden, 1 public, 2 withdrawn. h1 to h3: what it
-- shows at each depth. standing: the scopes that list it, and the places it makes, while not hidden; packed, as is
-- value, which has all that the file says, also what is still to come.
CREATE TABLE article (id INTEGER PRIMARY KEY, turns BLOB, state INTEGER NOT NULL, h1 TEXT, h2 TEXT, h3 TEXT, standing TEXT, value TEXT NOT NULL) STRICT;
CREATE INDEX article_unpublished ON article (state) WHERE state != 1;
-- The instants at which an article or a notice begins to stand differently by itself, past and to come; file: the id of
-- its file; what: its number in happenings.
CREATE TABLE turn (at INTEGER NOT NULL, what INTEGER NOT NULL, file INTEGER NOT NULL, PRIMARY KEY (at, what, file)) STRICT, WITHOUT ROWID;
-- From when on which pictures may not be shown, as the file of an article says it: key of its path, and the bytes that it has.
CREATE TABLE expiry (key TEXT NOT NULL, blob TEXT NOT NULL, at INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (key, at, article)) STRICT, WITHOUT ROWID;
CREATE INDEX expiry_blob ON expiry (blob, at);
CREATE INDEX expiry_article ON expiry (article);
-- Which file refers to what; the target is a hash, so that a chance meeting only costs a second look.
CREATE TABLE ref (target INTEGER NOT NULL, file INTEGER NOT NULL, PRIMARY KEY (target, file)) STRICT, WITHOUT ROWID;
-- Old addresses that lead to a story: as they are compared, and as they are asked for.
CREATE TABLE claim (claim TEXT NOT NULL, file INTEGER NOT NULL, address TEXT NOT NULL, PRIMARY KEY (claim, file)) STRICT, WITHOUT ROWID;
CREATE INDEX claim_file ON claim (file);
-- Addresses that ended on purpose, by their claims: what the file says of each, and where on the site it leads.
CREATE TABLE ended (claim TEXT PRIMARY KEY, says TEXT NOT NULL, target TEXT) STRICT, WITHOUT ROWID;
CREATE INDEX ended_target ON ended (target) WHERE target IS NOT NULL;
-- Ids of listings that stories name, or have named: by what counts of each, forwards and backwards.
CREATE TABLE named (listing TEXT NOT NULL, part TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (listing, part, id)) STRICT, WITHOUT ROWID;
-- What indexes say of the ids of a listing that have stories; letter: under which it stands; sorted_as: what of its name counts, if not all; bytes: of its row there, at the most.
CREATE TABLE name (listing TEXT NOT NULL, language TEXT NOT NULL, id TEXT NOT NULL, letter TEXT NOT NULL, name TEXT NOT NULL, role TEXT, sorted_as TEXT, bytes INTEGER NOT NULL, PRIMARY KEY (listing, language, id)) STRICT, WITHOUT ROWID;
CREATE INDEX name_letter ON name (listing, language, letter);
CREATE TABLE scope (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
-- Articles that are public now, and only those, in their order; bytes: of its row there, at the most.
CREATE TABLE entry (scope INTEGER NOT NULL, at INTEGER NOT NULL, article INTEGER NOT NULL, bytes INTEGER NOT NULL, PRIMARY KEY (scope, at, article)) STRICT, WITHOUT ROWID;
-- How many entries a scope has in a bucket, and the sum of their bytes; of a part of a day or a month only that it is there.
CREATE TABLE tally (scope INTEGER NOT NULL, bucket INTEGER NOT NULL, n INTEGER NOT NULL, bytes INTEGER NOT NULL, PRIMARY KEY (scope, bucket)) STRICT, WITHOUT ROWID;
-- What words are found by, and the ids of those of each story, packed; by the id of its file, whether or not it is public.
CREATE TABLE term (id INTEGER PRIMARY KEY, value TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE found_by (article INTEGER PRIMARY KEY, value BLOB NOT NULL) STRICT;
-- Where a public story stands in the search index.
CREATE TABLE seat (article INTEGER PRIMARY KEY, value INTEGER NOT NULL) STRICT;
-- The search index, of public stories alone: scope: a period in a language, or a month of which the stories are told.
CREATE TABLE shard (scope INTEGER NOT NULL, bucket INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (scope, bucket)) STRICT;
-- fp: what the route's props and the engine hash to; null: its file is not known to be good.
-- An id is never used again: what linked to it is told by it.
CREATE TABLE route (id INTEGER PRIMARY KEY AUTOINCREMENT, url TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, scope TEXT NOT NULL, bucket INTEGER NOT NULL, fp TEXT, watches BLOB, gone INTEGER NOT NULL DEFAULT 0) STRICT;
-- An interval from lo to lo + span.
CREATE TABLE watch (scope INTEGER NOT NULL, class INTEGER NOT NULL, lo INTEGER NOT NULL, span INTEGER NOT NULL, depth INTEGER NOT NULL, route INTEGER NOT NULL, PRIMARY KEY (scope, class, lo, span, depth, route)) STRICT, WITHOUT ROWID;
CREATE TABLE touched (route INTEGER PRIMARY KEY, why TEXT NOT NULL) STRICT;
-- For \`check\`, once it has seen the whole site: routes written or gone since they were found good; where the
-- good ones link to (packed ids of routes), their own ids, and the places on other pages that they name.
CREATE TABLE unchecked (route INTEGER PRIMARY KEY) STRICT;
CREATE TABLE link (route INTEGER PRIMARY KEY, targets BLOB NOT NULL, places TEXT NOT NULL) STRICT;
CREATE TABLE link_to_place (target INTEGER NOT NULL, place TEXT NOT NULL, route INTEGER NOT NULL, PRIMARY KEY (target, place, route)) STRICT, WITHOUT ROWID;
CREATE INDEX link_to_place_route ON link_to_place (route);
`;
